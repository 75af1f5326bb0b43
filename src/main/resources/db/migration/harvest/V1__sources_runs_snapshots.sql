create schema if not exists harvest;

-- What is read, by which connector and from where. The id is the one the grid knows the source by.
create table harvest.source (
  id bigint primary key,
  name text not null unique,
  connector text not null,
  location text,
  payload_digest bytea,
  payload_run bigint,
  created_at timestamptz not null
);

create table harvest.run (
  id bigint generated always as identity primary key,
  source bigint not null references harvest.source (id),
  state text not null,
  dry boolean not null,
  location text not null,
  requested_by uuid,
  owner uuid,
  attempts int not null default 0,
  queued_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  retrieved_at timestamptz,
  bytes_total bigint not null default 0,
  bytes_done bigint not null default 0,
  found int not null default 0,
  created int not null default 0,
  changed int not null default 0,
  confirmed int not null default 0,
  claims_written int not null default 0,
  claims_ended int not null default 0,
  problems int not null default 0,
  unchanged_payload boolean not null default false,
  message text
) with (fillfactor = 50);
create index run_by_source on harvest.run (source, id desc);
create index run_open on harvest.run (state) where state in ('queued', 'running');

-- The first lines of a run's log; all of them are counted in problem_count.
create table harvest.problem (
  run bigint not null references harvest.run (id) on delete cascade,
  no int not null,
  file text not null,
  line bigint not null,
  field text,
  value text,
  reason text not null,
  primary key (run, no)
);
create table harvest.problem_count (
  run bigint not null references harvest.run (id) on delete cascade,
  reason text not null,
  count int not null,
  primary key (run, reason)
);

-- The first lines of a dry run's diff.
create table harvest.change (
  run bigint not null references harvest.run (id) on delete cascade,
  no int not null,
  kind text not null,
  key text not null,
  label text not null,
  field text not null,
  before text,
  after text,
  primary key (run, no)
);

-- Under which keys a run stated things, so that the same payload is confirmed without reading it.
create table harvest.stated (
  run bigint not null references harvest.run (id) on delete cascade,
  no int not null,
  kind text not null,
  keys bytea not null,
  primary key (run, no)
);
alter table harvest.stated alter column keys set storage external;

-- The bytes that claims were read from, each content once, in blocks that open one by one.
create table harvest.snapshot (
  id bigint primary key,
  sha256 bytea not null unique,
  size bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamptz not null
);
create sequence harvest.snapshot_id increment 100;
create table harvest.snapshot_block (
  snapshot bigint not null,
  no int not null,
  first_byte bigint not null,
  length int not null,
  bytes bytea not null,
  primary key (snapshot, no)
);
alter table harvest.snapshot_block alter column bytes set storage external;
