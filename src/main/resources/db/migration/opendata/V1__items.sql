create schema if not exists opendata;

-- One row for each record that anybody may take along or once might: what every road gives.
-- Kept by a follower of the journal, which writes alone and in order: positions only grow, and
-- whoever has read up to one misses nothing and meets nothing twice.
create table opendata.item (
  record uuid primary key,
  kind text not null,
  handle text not null unique,
  title text,
  position bigint not null unique,
  changed_at timestamptz not null,
  published_at timestamptz,
  deleted boolean not null,
  successor text,
  digest bytea not null,
  body text not null,
  claims text not null,
  sets text[] not null
);
create index item_by_kind on opendata.item (kind, record) where not deleted;
create index item_by_change on opendata.item (changed_at, record);
create index item_by_publication on opendata.item (published_at desc, record) where not deleted;
create index item_by_set on opendata.item using gin (sets);

-- The participations of the live items, each as its project states it.
create table opendata.participation (
  project uuid not null,
  place int not null,
  organisation uuid not null,
  body text not null,
  primary key (project, place)
);
create index participation_by_organisation on opendata.participation (organisation, project, place);

-- The sources as the items were written with them.
create table opendata.source (
  id bigint primary key,
  name text not null,
  licence text,
  attribution text,
  precedence int not null,
  redistributable boolean not null
);
