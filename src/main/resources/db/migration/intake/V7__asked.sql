-- Who was asked about a record of a campaign: whoever handed it in, or who administers the member
-- that it is about. Several may be.
create table intake.campaign_asked (
  id uuid primary key,
  campaign uuid not null,
  record uuid not null,
  submission uuid references intake.submission (id) on delete set null,
  -- an account, and the member for which it acts
  account uuid,
  member uuid,
  -- the letter and the reminder: of a submission in the outbox, of an account among its notices
  mail uuid,
  reminder uuid,
  -- whether the last of them came back
  unreachable boolean not null default false,
  foreign key (campaign, record) references intake.campaign_record on delete cascade
);
create index campaign_asked_by_record on intake.campaign_asked (campaign, record);
create index campaign_asked_by_submission on intake.campaign_asked (submission);

insert into intake.campaign_asked (id, campaign, record, submission, mail, reminder)
  select gen_random_uuid(), campaign, record, submission, mail, reminder
  from intake.campaign_record where mail is not null;
alter table intake.campaign_record drop column submission, drop column mail, drop column reminder;
