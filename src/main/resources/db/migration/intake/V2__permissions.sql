-- The owner's permission: asked after the committee authorised, given for one version of a text.
create table intake.permission (
  submission uuid primary key references intake.submission (id) on delete cascade,
  asked_at timestamptz not null,
  -- yes, no or revoked; null while nobody answered, which is no consent
  answer text check (answer in ('yes', 'no', 'revoked')),
  answered_at timestamptz,
  -- SHA-256 of the text that was permitted
  text_hash bytea,
  reminded_at timestamptz
);

-- Of a correction: the merge that put it into the record it corrects, so that it can be undone.
create table intake.merge (
  submission uuid primary key references intake.submission (id) on delete cascade,
  merge uuid not null
);
