-- Mails that came to the house's own mail server, as they came. Taken ones go when they are old.
create table intake.letterbox (
  id uuid primary key,
  at timestamptz not null default now(),
  -- whose mail it is, in small letters, so that it can be erased
  sender text not null,
  raw bytea not null,
  due_at timestamptz not null default now(),
  taken_at timestamptz
);
alter table intake.letterbox alter column raw set storage external;
create index letterbox_waiting on intake.letterbox (due_at) where taken_at is null;
create index letterbox_sender on intake.letterbox (sender);
create index letterbox_taken on intake.letterbox (taken_at);
