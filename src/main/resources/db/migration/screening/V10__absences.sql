-- When a member of the committee is away, and who stands in.
create table screening.absence (
  id uuid primary key,
  account uuid not null,
  stand_in uuid not null,
  from_day date not null,
  to_day date not null,
  declared_at timestamptz not null default now(),
  -- when it was called off, before its last day
  ended_at timestamptz,
  check (to_day >= from_day),
  check (account <> stand_in)
);
create index absence_by_account on screening.absence (account);
create index absence_by_stand_in on screening.absence (stand_in);
create index absence_by_end on screening.absence (to_day) where ended_at is null;

-- for whom the reviewer has the case while that one is away
alter table screening.assignment add stands_for uuid;
create index assignment_by_absent on screening.assignment (stands_for) where stands_for is not null;
