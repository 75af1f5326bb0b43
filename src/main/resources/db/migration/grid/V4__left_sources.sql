-- A thing that its source no longer has: since which run, and when that was retrieved.
alter table grid.sighting add column gone_run bigint;
alter table grid.sighting add column gone_at timestamptz;
