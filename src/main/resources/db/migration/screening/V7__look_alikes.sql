-- Pairs of records that are probably the same thing, as the linkage found them.
create table screening.suggestion (
  id uuid primary key,
  kind text not null,
  -- the smaller id is one
  one uuid not null,
  other uuid not null,
  probability real not null,
  -- what agrees and what does not, with its weight, as JSON
  reasons text not null,
  -- change exactly when a compared field of the record changes
  digest_one bytea not null,
  digest_other bytea not null,
  found_at timestamptz not null,
  -- nothing to ask any more: one of the two is merged or withdrawn, or neither waits nor is public
  gone boolean not null default false,
  dismissed_by uuid,
  dismissed_at timestamptz,
  unique (one, other),
  check (one < other)
);
create index suggestion_by_other on screening.suggestion (other);
create index suggestion_in_order on screening.suggestion (probability desc, id)
  where dismissed_at is null and not gone;

-- Which kinds of records have changed since they were linked, and what the last time took.
create table screening.linkage (
  kind text primary key,
  changes bigint not null,
  changed_at timestamptz not null,
  done bigint not null default 0,
  ran_at timestamptz,
  took_ms bigint not null default 0,
  records int not null default 0,
  compared bigint not null default 0,
  found int not null default 0
);

-- Put into its case by a person: a rebuilt queue leaves it there.
alter table screening.case_member add joined boolean not null default false;
