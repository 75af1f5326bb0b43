-- When an event begins or a call closes, kept when the record is withdrawn: calendars that showed
-- the day must be told that it is off.
alter table opendata.item add column dates text[] not null default '{}';
