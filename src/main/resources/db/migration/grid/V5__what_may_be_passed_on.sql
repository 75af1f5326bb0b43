-- Whether what a source states may be handed on to others, beside being shown on a page.
alter table grid.source add column redistributable boolean not null default true;
