-- What an administrator loaded for the map: boundaries of regions, and how many people live there.
create table discovery.loaded (
  what text primary key check (what in ('boundaries', 'people')),
  file text not null,
  notice text not null,
  digest text not null,
  count int not null,
  loaded_at timestamptz not null default now()
);

create table discovery.area (
  code text primary key,
  level int not null,
  name text not null,
  path text not null
);
create index area_by_level on discovery.area (level, code);

create table discovery.people_of (
  code text primary key,
  year int not null,
  number bigint not null
);
