-- Who has a mail in hand, so that what a killed process had in hand can be told; and the way to the next ones to be sent.
alter table platform.mail add column claimed_by uuid;
drop index platform.mail_next_attempt_at_idx;
create index mail_to_send on platform.mail (bulk, next_attempt_at)
  where sent_at is null and claimed_at is null and given_up_at is null;
