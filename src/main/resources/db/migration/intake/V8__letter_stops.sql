-- Who wants no more letters about a submission: whoever handed it in, or its owner.
create table intake.letter_stop (
  submission uuid not null references intake.submission (id) on delete cascade,
  reader text not null check (reader in ('sender', 'owner')),
  at timestamptz not null default now(),
  primary key (submission, reader)
);
