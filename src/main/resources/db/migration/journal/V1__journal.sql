create schema if not exists journal;

-- One row per thing that happened. seq is gapless and in commit order; data is text because the
-- hash is taken over exactly these characters (jsonb would reorder them).
create table journal.entry (
  seq bigint primary key,
  at timestamptz not null,
  kind text not null,
  subject uuid,
  actor uuid,
  data text not null,
  hash bytea not null
);
create index entry_kind on journal.entry (kind, seq);
create index entry_subject on journal.entry (subject, seq) where subject is not null;
create index entry_actor on journal.entry (actor, seq) where actor is not null;
create index entry_at on journal.entry using brin (at);

-- The end of the chain. Locked by whoever writes, from just before the commit to the commit.
create table journal.head (
  one boolean primary key default true check (one),
  seq bigint not null,
  at timestamptz not null,
  hash bytea not null
);
insert into journal.head (seq, at, hash)
values (0, '1970-01-01T00:00:00Z', decode(repeat('00', 32), 'hex'));

-- How far each shared follower has read.
create table journal.follower (
  name text primary key,
  position bigint not null default 0,
  moved_at timestamptz,
  failing_since timestamptz,
  failures int not null default 0,
  error text
);

-- What each verification saw: later ones check that the entry still has that hash.
create table journal.verification (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  seq bigint not null,
  hash bytea not null,
  entries bigint not null,
  problems bigint not null,
  first text,
  millis bigint not null
);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % is refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation',
          hint = 'What happened cannot be changed. Append an entry that corrects it.';
end
$$;
create trigger append_only before update or delete or truncate on journal.entry
  for each statement execute function journal.refuse_change();
create trigger append_only before delete or truncate on journal.head
  for each statement execute function journal.refuse_change();
create trigger append_only before update or delete or truncate on journal.verification
  for each statement execute function journal.refuse_change();

create function journal.refuse_backwards() returns trigger language plpgsql as $$
begin
  if new.seq <= old.seq then
    raise exception 'journal.head only moves forward: from % to % is refused', old.seq, new.seq
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger forward_only before update on journal.head
  for each row execute function journal.refuse_backwards();
