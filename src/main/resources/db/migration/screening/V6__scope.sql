-- What the partnership looks for, in its own words. The last version is in force; none is ever changed.
create table screening.scope_version (
  version int primary key,
  -- false for the built-in scope, whose words are the software's
  described boolean not null,
  -- whether the fitted model ranks, as long as it can be used
  by_model boolean not null,
  name text not null,
  text text not null,
  examples text[] not null,
  counter_examples text[] not null,
  set_by uuid not null,
  set_at timestamptz not null default now()
);

-- How rare words are among the waiting texts, and what likeness to the scope is usual: numbers, no texts.
create table screening.scope_fit (
  version int primary key,
  generation int not null,
  texts int not null,
  vectors int not null,
  fit bytea not null,
  made_at timestamptz not null default now()
);

-- What scored a case, and whether its vector took part; what was scored by something else is scored again.
alter table screening.case add ranked_by text not null default '';
alter table screening.case add meant boolean not null default false;
create index case_ranked_by on screening.case (ranked_by) where state = 'open';

-- The same for the order of the whole queue.
insert into screening.setting (key, value) values ('ordered-by', '');
