-- Whether a person proposed the record: then the committee decides on it whatever its kind.
alter table grid.record add proposed boolean not null default false;
