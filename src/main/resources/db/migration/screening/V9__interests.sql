-- What may keep a reviewer off a case: an organisation on the grid, or the case itself. Ended, never removed.
create table screening.interest (
  id uuid primary key,
  account uuid not null,
  kind text not null check (kind in ('organisation', 'case')),
  target uuid not null,
  declared_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index on screening.interest (account, kind, target) where ended_at is null;
