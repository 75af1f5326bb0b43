-- What a person is, where, from when to when. place is null for the whole site.
create table people.held_role (
  id uuid primary key,
  account uuid not null references people.account (id) on delete cascade,
  role text not null,
  place_kind text not null check (place_kind in ('site', 'organisation', 'body')),
  place uuid,
  from_day date not null,
  to_day date,
  given_by uuid,
  check (to_day is null or to_day >= from_day),
  check ((place_kind = 'site') = (place is null))
);
create index on people.held_role (account);
create index on people.held_role (place);
create index on people.held_role (to_day) where to_day is not null;
insert into people.held_role (id, account, role, place_kind, from_day)
select gen_random_uuid(), id, role, 'site', created_at::date from people.account;
