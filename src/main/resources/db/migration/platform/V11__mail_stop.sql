-- Where a mail program can stop letters like this one with one click (RFC 8058).
alter table platform.mail add column stop text;
