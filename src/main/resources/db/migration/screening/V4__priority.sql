-- Where a case stands in the queue, and why there: by its relevance; because the model is unsure; as
-- part of the random sample that checks the estimate; because its day is near.
alter table screening.case add priority real not null default 0;
alter table screening.case add pick text not null default 'relevant'
  check (pick in ('relevant', 'uncertain', 'audit', 'due'));
update screening.case set priority = usefulness;
drop index screening.case_in_order;
create index case_in_order on screening.case (priority desc, id) where state = 'open';

-- How far in front the case stood when it was decided, by the fitted model and by what was learned
-- from decisions: 1 for the first, towards 0 for the last; null while nothing had been learned.
alter table screening.case add by_model real;
alter table screening.case add by_decisions real;
alter table screening.decision add by_model real;
alter table screening.decision add by_decisions real;
alter table screening.decision add pick text not null default 'relevant';
