-- A campaign asks the owners of a chosen set of public records whether these are still true.
create table intake.campaign (
  id uuid primary key,
  name text not null,
  -- running or ended
  state text not null check (state in ('running', 'ended')),
  -- the choice, as words: kind, source, freshness, before
  choice text not null,
  started_at timestamptz not null,
  reminded_at timestamptz,
  ended_at timestamptz
);

create table intake.campaign_record (
  campaign uuid not null references intake.campaign (id) on delete cascade,
  record uuid not null,
  -- whose owner was asked; null when nobody is known to ask
  submission uuid references intake.submission (id) on delete set null,
  -- the letter, and the reminder, in the outbox
  mail uuid,
  reminder uuid,
  confirmed_at timestamptz,
  -- whether it came to the committee when the campaign ended
  passed_on boolean not null default false,
  primary key (campaign, record)
);
create index campaign_record_by_record on intake.campaign_record (record);
