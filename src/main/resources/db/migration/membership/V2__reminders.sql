-- That a membership ends was told so many days before, once each.
create table membership.reminder (
  entity uuid not null references membership.entity (id) on delete cascade,
  to_day date not null,
  days int not null,
  at timestamptz not null default now(),
  primary key (entity, to_day, days)
);
