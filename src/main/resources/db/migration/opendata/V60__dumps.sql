-- The versions of the whole set as files; their bytes are in the data folder.
create table opendata.dump (
  version text primary key,
  made_at timestamptz not null,
  position bigint not null,
  records bigint not null,
  files jsonb not null
);
