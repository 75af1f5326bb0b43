create schema if not exists intake;

-- From this key the links in mails are made; see docs/intake.md.
create table intake.key (
  one boolean primary key default true check (one),
  secret bytea not null
);

-- The source on the grid that stands for what people hand in.
create table intake.source (
  one boolean primary key default true check (one),
  source bigint not null
);

create sequence intake.run start 1000;

create table intake.submission (
  id uuid primary key,
  -- draft, sent (its address is not confirmed yet), received
  state text not null check (state in ('draft', 'sent', 'received')),
  -- form, correction, mail
  way text not null check (way in ('form', 'correction', 'mail')),
  kind text not null,
  -- a JSON object, field to value
  facts text not null,
  note text not null default '',
  language text not null,
  -- whether the sender says to speak for it
  own boolean not null default false,
  -- the record that it speaks of, when it is one that is there already
  target uuid,
  -- what it became on the grid
  record uuid,
  run bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  received_at timestamptz
);
create index submission_by_record on intake.submission (record);
create index submission_by_state on intake.submission (state, changed_at);

-- Who gave it: personal data, kept apart and erased without touching anything else.
create table intake.person (
  submission uuid primary key references intake.submission (id) on delete cascade,
  email text not null,
  name text not null,
  owner_email text not null
);
create index person_by_email on intake.person (email);

-- Which letters a submission has had, so that each goes out once.
create table intake.letter (
  submission uuid not null references intake.submission (id) on delete cascade,
  about text not null,
  at timestamptz not null default now(),
  primary key (submission, about)
);
