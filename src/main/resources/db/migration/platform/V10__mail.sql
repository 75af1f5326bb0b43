create table platform.mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text
);
create index on platform.mail (created_at);
create index on platform.mail (next_attempt_at) where sent_at is null;
