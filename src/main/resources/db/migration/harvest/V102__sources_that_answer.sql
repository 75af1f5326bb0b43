-- Sources that are read over the network, by themselves.
alter table harvest.source
  add column settings jsonb not null default '{}',
  add column licence text not null default '',
  add column attribution text not null default '',
  add column terms_page text not null default '',
  -- a cron expression of six fields or "every" and an ISO 8601 duration; null when started by hand
  add column schedule text,
  add column zone text not null default 'Europe/Brussels',
  -- hours of the day between which a run may begin; both null when any
  add column from_hour int,
  add column until_hour int,
  add column next_run timestamptz,
  add column paused_at timestamptz,
  add column retired_at timestamptz,
  -- why robots.txt need not be obeyed; null when it is
  add column robots_waived text,
  -- least time between two requests to the host, in milliseconds
  add column gap_millis int not null default 1000,
  -- euro a year that the source costs, null when nothing
  add column yearly_cost numeric,
  add column last_answer_at timestamptz,
  add column last_success_at timestamptz,
  add column error_streak int not null default 0,
  -- what the last complete run wrote down for the next, by name
  add column memory jsonb not null default '{}';

alter table harvest.run
  add column gone int not null default 0,
  add column bytes_received bigint not null default 0,
  add column requests int not null default 0,
  -- how far a run over the network had come when it was cut off
  add column checkpoint text,
  -- whether it read all that the source has
  add column whole boolean not null default false,
  -- what the sentence in message needs beside its words
  add column message_detail text,
  add column scheduled boolean not null default false;
-- a source is never read twice at once
create unique index run_one_at_a_time on harvest.run (source)
  where state in ('queued', 'running') and scheduled;

-- Pages as they were when they were last read, and what they stated.
create table harvest.visit (
  source bigint not null references harvest.source (id) on delete cascade,
  address text not null,
  etag text,
  modified text,
  content bytea not null,
  stated text not null,
  run bigint not null,
  primary key (source, address)
);

-- From when on a host may be asked again, for all nodes.
create table harvest.host (
  name text primary key,
  free_at timestamptz not null
);

-- How many of the things that a run found had each field: what a change of format shows in.
create table harvest.profile (
  run bigint not null references harvest.run (id) on delete cascade,
  kind text not null,
  field text not null,
  things int not null,
  example text,
  primary key (run, kind, field)
);

-- What a coordinator must know about a source: said once, until it is over.
create table harvest.alarm (
  id bigint generated always as identity primary key,
  source bigint not null references harvest.source (id) on delete cascade,
  kind text not null,
  about text not null default '',
  detail text,
  run bigint,
  raised_at timestamptz not null,
  told_at timestamptz,
  seen_at timestamptz,
  over_at timestamptz
);
create unique index alarm_open on harvest.alarm (source, kind, about) where over_at is null;
