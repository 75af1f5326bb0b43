-- The ledger stays when a person is erased: the id then names nobody.
create table people.consent (
  id uuid primary key,
  account uuid not null,
  purpose text not null,
  version int not null,
  language text not null,
  text text not null,
  text_sha256 text not null,
  how text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_how text
);
create unique index on people.consent (account, purpose) where withdrawn_at is null;
create index on people.consent (purpose) where withdrawn_at is null;
