-- Who administers a member is asked in time, too, before the page of the member is due: without a
-- campaign, and once for each day on which it falls due.
alter table intake.campaign_asked alter column campaign drop not null;
alter table intake.campaign_asked add column due date;
alter table intake.campaign_asked add check ((campaign is null) <> (due is null));
create unique index campaign_asked_once on intake.campaign_asked (record, account, due)
  where campaign is null;
