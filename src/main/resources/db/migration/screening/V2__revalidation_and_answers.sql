-- Why a case is open: to let a record in, or to look again at one that is public and due.
alter table screening.case add purpose text not null default 'authorise'
  check (purpose in ('authorise', 'revalidate'));
alter table screening.decision add purpose text not null default 'authorise'
  check (purpose in ('authorise', 'revalidate'));

-- A case may be decided again in a later round; the earlier decision was right in its time.
drop index screening.decision_in_force;
create unique index decision_in_force on screening.decision (case_id, round) where undone_at is null;

alter table screening.vote drop constraint vote_verdict_check;
alter table screening.vote add constraint vote_verdict_check
  check (verdict in ('authorise', 'decline', 'return', 'archive'));
alter table screening.decision drop constraint decision_verdict_check;
alter table screening.decision add constraint decision_verdict_check
  check (verdict in ('authorise', 'decline', 'return', 'archive'));

-- What came back to a question; it begins another round.
create table screening.answer (
  id uuid primary key,
  case_id uuid not null references screening.case (id),
  round int not null,
  -- who wrote it down
  noted_by uuid not null,
  text text not null,
  at timestamptz not null
);
create index answer_by_case on screening.answer (case_id, at);
