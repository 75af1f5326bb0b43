-- Things of a register that the grid does not know, and that are left out.
alter table harvest.run add column skipped int not null default 0;
