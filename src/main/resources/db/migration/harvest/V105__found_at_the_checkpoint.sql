-- How many things the run had found when it noted where it is, so that a run that goes on from there counts all.
alter table harvest.run add column checkpoint_found integer not null default 0;
