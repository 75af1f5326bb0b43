create schema if not exists harvest;

-- Whether the starter set was loaded, and removed: at most one row.
create table harvest.starter_set (
  one boolean primary key check (one),
  source bigint not null,
  loaded_at timestamptz not null default now(),
  removed_at timestamptz
);
