-- What a correction says of single partners, as JSON rows: who is meant, what the page says of them
-- and what is so.
alter table intake.submission add column partners text;
