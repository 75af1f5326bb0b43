-- A partner that a correction names without a number is looked for by its title. By hash, since
-- titles are longer than what an ordered index takes.
create index record_named on grid.record using hash (lower(title));
