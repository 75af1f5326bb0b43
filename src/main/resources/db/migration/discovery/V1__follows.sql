create schema if not exists discovery;

-- Who follows: an account, or a visitor by an e-mail address that was confirmed. Whoever stops is deleted.
create table discovery.follower (
  id uuid primary key,
  account uuid unique,
  email text unique check (email = lower(email)),
  language text not null,
  rhythm text not null default 'week' check (rhythm in ('day', 'week', 'month')),
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  told_at timestamptz,
  due_at timestamptz not null,
  check ((account is null) <> (email is null))
);
create index on discovery.follower (due_at) where confirmed_at is not null;

-- What they follow. What was last told of it is kept, so that a digest says what is different.
create table discovery.follow (
  id uuid primary key,
  follower uuid not null references discovery.follower (id) on delete cascade,
  record uuid,
  question text,
  name text not null,
  matters text[] not null,
  told jsonb not null,
  created_at timestamptz not null default now(),
  unique (follower, record),
  unique (follower, question),
  check ((record is null) <> (question is null))
);

-- Links in mails: the token itself is nowhere, only its SHA-256.
create table discovery.way (
  hash bytea primary key,
  follower uuid not null references discovery.follower (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index on discovery.way (follower);
