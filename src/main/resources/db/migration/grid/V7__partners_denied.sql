-- Since when a participation is hidden because it was said not to be so; derived from the denials
-- among the claims of its project, as the columns of a record are from its claims.
alter table grid.participation add column denied_at timestamptz;
create index participation_denied on grid.participation (project) where denied_at is not null;
create index claim_denial on grid.claim (record) where field = 'not';
