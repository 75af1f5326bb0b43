-- When the value held in the world, as the source says: an interval of dates as ISO 8601-2 writes it.
alter table grid.claim add column valid text;
