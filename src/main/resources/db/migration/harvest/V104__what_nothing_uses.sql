-- An alarm ends when somebody says that it is in order; that it was seen is written nowhere else.
alter table harvest.alarm drop column seen_at;
