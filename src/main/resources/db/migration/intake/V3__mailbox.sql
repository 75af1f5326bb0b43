-- Mails that were read, so that each is read once. No address is kept here.
create table intake.mail (
  id uuid primary key,
  -- as the mail says it, or made from its content when it says none
  message_id text not null unique,
  hash bytea not null unique,
  -- case, reply, automatic, refused
  outcome text not null,
  submission uuid references intake.submission (id) on delete set null,
  at timestamptz not null default now()
);
