-- Handles never change, so none is a former one; and a merge is undone by the states of its records.
drop table grid.former_handle;
alter table grid.merge drop column state_before;
