create schema if not exists grid;

-- The sources as the grid knows them. Smaller precedence wins a conflict.
create table grid.source (
  id bigint generated always as identity primary key,
  name text not null,
  precedence int not null,
  licence text,
  attribution text
);
insert into grid.source (name, precedence, licence) values
  ('Ruling of the committee', 0, 'CC-BY-4.0'),
  ('Owner of the record', 10, 'CC-BY-4.0'),
  ('Scientific committee', 20, 'CC-BY-4.0');

-- What lists, facets and maps need, derived from the claims in the transaction that writes them.
create table grid.record (
  id uuid primary key,
  kind text not null,
  handle text not null unique,
  state text not null,
  published_through text,
  merged_into uuid references grid.record (id),
  title text not null,
  acronym text,
  status text,
  start_date date,
  end_date date,
  total_cost numeric,
  contribution numeric,
  framework text,
  scheme text,
  programmes text[] not null default '{}',
  calls text[] not null default '{}',
  activity text,
  city text,
  country text,
  nuts text,
  latitude float8,
  longitude float8,
  pillars text[] not null default '{}',
  technologies text[] not null default '{}',
  cancers text[] not null default '{}',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  checked_on date,
  revalidate_on date
) with (fillfactor = 85);
create index record_by_state on grid.record (state, kind);
create index record_by_merge on grid.record (merged_into) where merged_into is not null;

-- Addresses that once were public answer for ever.
create table grid.former_handle (
  handle text primary key,
  record uuid not null references grid.record (id)
);

create table grid.merge (
  id uuid primary key,
  from_record uuid not null references grid.record (id),
  into_record uuid not null references grid.record (id),
  state_before text not null,
  merged_at timestamptz not null,
  undone_at timestamptz
);
create unique index merge_active on grid.merge (from_record) where undone_at is null;

create table grid.identifier (
  scheme text not null,
  value text not null,
  record uuid not null,
  primary key (scheme, value, record)
);
create index identifier_by_record on grid.identifier (record);

-- One thing as one source sees it, and when it was last confirmed.
create table grid.sighting (
  id bigint not null unique,
  source bigint not null,
  kind text not null,
  key text not null,
  record uuid not null,
  digest bytea not null,
  first_run bigint not null,
  changed_run bigint not null,
  last_run bigint not null,
  last_confirmed timestamptz not null,
  primary key (source, kind, key)
) with (fillfactor = 70);
create index sighting_by_record on grid.sighting (record);

-- Numbers for claims, participations and sightings, handed out in blocks of 1000.
create sequence grid.block increment 1000;

-- Append-only: a claim that its source no longer states is marked as ended, never changed.
-- There is no foreign key to record: rows arrive in bulk in the transaction that writes the record.
create table grid.claim (
  record uuid not null,
  id bigint not null,
  sighting bigint not null,
  source bigint not null,
  field text not null,
  value text not null,
  evidence text,
  snapshot bigint not null,
  at_offset bigint not null,
  at_length int not null,
  retrieved_at timestamptz not null,
  run bigint not null,
  ended_run bigint,
  ended_at timestamptz,
  primary key (record, id)
) with (toast_tuple_target = 8160);
create index claim_by_run on grid.claim using brin (run);

create table grid.participation (
  project uuid not null,
  id bigint not null,
  sighting bigint not null,
  source bigint not null,
  organisation uuid not null,
  role text not null,
  contribution numeric,
  net_contribution numeric,
  total_cost numeric,
  country text,
  nuts text,
  from_date date,
  to_date date,
  ended boolean not null,
  position int not null,
  snapshot bigint not null,
  at_offset bigint not null,
  at_length int not null,
  retrieved_at timestamptz not null,
  run bigint not null,
  ended_run bigint,
  ended_at timestamptz,
  primary key (project, id)
);
create index participation_by_organisation on grid.participation (organisation);
create index participation_by_run on grid.participation using brin (run);
