-- Who has taken a case on, or was asked to.
create table screening.assignment (
  case_id uuid primary key references screening.case (id) on delete cascade,
  reviewer uuid not null,
  given_by uuid not null,
  at timestamptz not null
);
create index assignment_by_reviewer on screening.assignment (reviewer);

-- What a reviewer has put off: it comes after everything else in this person's queue.
create table screening.skip (
  case_id uuid not null references screening.case (id) on delete cascade,
  reviewer uuid not null,
  round int not null,
  at timestamptz not null,
  primary key (case_id, reviewer)
);

-- Filters of the queue that a person keeps under a name.
create table screening.saved_view (
  account uuid not null,
  name text not null,
  query text not null,
  at timestamptz not null,
  primary key (account, name)
);
