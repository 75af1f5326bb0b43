create table people.passkey (
  credential_id bytea primary key,
  account uuid not null references people.account (id) on delete cascade,
  public_key bytea not null,
  signature_count bigint not null,
  uv_initialized boolean not null,
  transports text not null,
  backup_eligible boolean not null,
  backup_state boolean not null,
  attestation bytea,
  client_data bytea,
  label text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on people.passkey (account);

-- A browser that this person signed in with: the hash of a random cookie, nothing else.
create table people.device (
  account uuid not null references people.account (id) on delete cascade,
  hash bytea not null,
  first_used_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (account, hash)
);
create index on people.device (last_used_at);
