-- headers: one "Name: value" a line. bulk: rather once too few than twice. claimed_at: being handed over now.
alter table platform.mail
  add column headers text not null default '',
  add column bulk boolean not null default false,
  add column claimed_at timestamptz,
  add column given_up_at timestamptz;
create index on platform.mail (claimed_at) where claimed_at is not null;
