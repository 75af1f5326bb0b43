-- Who is told when something changes, and what each was told.
create table opendata.hook (
  id uuid primary key,
  address text not null,
  secret text not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  position bigint not null
);

create table opendata.delivery (
  id bigint generated always as identity primary key,
  hook uuid not null references opendata.hook (id) on delete cascade,
  made_at timestamptz not null,
  body text not null,
  attempts int not null default 0,
  next_at timestamptz,
  delivered_at timestamptz,
  answer text
);
create index delivery_waiting on opendata.delivery (next_at) where next_at is not null;
create index delivery_by_hook on opendata.delivery (hook, id desc);
