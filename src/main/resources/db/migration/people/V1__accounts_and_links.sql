create schema if not exists people;

create table people.account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('MEMBER', 'COMMITTEE', 'COORDINATOR', 'ADMINISTRATOR')),
  language text not null default 'en',
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

-- A one-time link: the token itself is nowhere, only its SHA-256.
create table people.link (
  hash bytea primary key,
  purpose text not null,
  account uuid references people.account (id) on delete cascade,
  back text not null default '/desk',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on people.link (account);
create index on people.link (expires_at);
