create table people.notice_setting (
  account uuid primary key references people.account (id) on delete cascade,
  digest_day smallint not null default 1 check (digest_day between 1 and 7),
  quiet_from smallint check (quiet_from between 0 and 23),
  quiet_to smallint check (quiet_to between 0 and 23)
);

create table people.notice_choice (
  account uuid not null references people.account (id) on delete cascade,
  topic text not null,
  frequency text not null check (frequency in ('AT_ONCE', 'DAILY', 'WEEKLY', 'NEVER')),
  language text,
  primary key (account, topic)
);

-- due_at is null when it is not to be mailed; mail is the mail that carried it.
create table people.notice (
  id uuid primary key,
  account uuid not null references people.account (id) on delete cascade,
  topic text not null,
  subject text not null,
  body text not null,
  path text not null,
  created_at timestamptz not null default now(),
  due_at timestamptz,
  mail uuid
);
create index on people.notice (account, created_at desc);
create index on people.notice (account) where mail is null and due_at is not null;
create index on people.notice (created_at);
create index on people.notice (mail) where mail is not null;

-- One for each mail: whoever holds the token stops these topics for this person.
create table people.notice_stop (
  hash bytea primary key,
  account uuid not null references people.account (id) on delete cascade,
  topics text[] not null,
  created_at timestamptz not null default now()
);
create index on people.notice_stop (account);
create index on people.notice_stop (created_at);
