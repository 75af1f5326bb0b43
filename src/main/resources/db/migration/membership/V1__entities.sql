create schema if not exists membership;

-- An organisation of the partnership. The grid's record of it is known by identifiers only.
create table membership.entity (
  id uuid primary key,
  handle text not null unique,
  type text not null,
  country char(2) not null,
  website text not null default '',
  ror text,
  pic text,
  about text not null default '',
  state text not null check (state in ('APPLIED', 'ACCEPTED', 'DECLINED')),
  reason text,
  created_at timestamptz not null default now()
);
create index on membership.entity (ror) where ror is not null;

create table membership.name (
  id uuid primary key,
  entity uuid not null references membership.entity (id) on delete cascade,
  kind text not null check (kind in ('NAME', 'ALIAS')),
  name text not null,
  from_day date not null,
  to_day date
);
create index on membership.name (entity);

create table membership.period (
  id uuid primary key,
  entity uuid not null references membership.entity (id) on delete cascade,
  standing text not null check (standing in ('FOUNDING', 'MEMBER', 'ASSOCIATE', 'OBSERVER')),
  from_day date not null,
  to_day date,
  ended_by text,
  check (to_day is null or to_day >= from_day)
);
create index on membership.period (entity);

create table membership.suspension (
  id uuid primary key,
  entity uuid not null references membership.entity (id) on delete cascade,
  from_day date not null,
  to_day date,
  reason text not null
);
create index on membership.suspension (entity);

create table membership.representation (
  id uuid primary key,
  entity uuid not null references membership.entity (id) on delete cascade,
  represented_by uuid not null references membership.entity (id) on delete cascade,
  from_day date not null,
  to_day date,
  check (entity <> represented_by)
);
create index on membership.representation (entity);
create index on membership.representation (represented_by);

create table membership.tick (
  entity uuid not null references membership.entity (id) on delete cascade,
  item text not null,
  state text not null check (state in ('DONE', 'WAIVED')),
  reason text not null default '',
  actor uuid not null,
  at timestamptz not null default now(),
  primary key (entity, item)
);

create table membership.agreement (
  version int primary key,
  english text not null,
  french text not null,
  since timestamptz not null default now()
);

create table membership.signature (
  id uuid primary key,
  entity uuid not null references membership.entity (id) on delete cascade,
  version int not null references membership.agreement (version),
  language text not null,
  signer text not null,
  signer_function text not null,
  account uuid not null,
  signed_at timestamptz not null,
  text_sha256 text not null,
  pdf bytea not null,
  pdf_sha256 text not null
);
create index on membership.signature (entity);

insert into membership.agreement (version, english, french) values (1,
'1. The partnership is open to every organisation that works on precision medicine against cancer and follows its general strategy.

2. A member is a legal entity. It takes part in the general assembly with one vote, names at least two administrators for its page on this site, and keeps what is said of it true.

3. A member gives its contributions freely. What it publishes here stays its own; it permits the partnership to show it with its name.

4. Clusters and digital innovation hubs may authorise another member that is one to represent them.

5. A member may withdraw at any time with 30 days'' notice. The assembly may suspend a member that breaks this agreement, with its reason stated.

6. The partnership keeps personal data only for the purposes named in its records of processing.',
'1. Le partenariat est ouvert à toute organisation qui œuvre à la médecine de précision contre le cancer et suit sa stratégie générale.

2. Un membre est une entité juridique. Il dispose d''une voix à l''assemblée générale, nomme au moins deux administrateurs pour sa page sur ce site et tient à jour ce qui est dit de lui.

3. Un membre contribue librement. Ce qu''il publie ici reste sa propriété ; il permet au partenariat de le montrer avec son nom.

4. Les clusters et les pôles d''innovation numérique peuvent autoriser un autre membre de ce type à les représenter.

5. Un membre peut se retirer à tout moment avec un préavis de 30 jours. L''assemblée peut suspendre un membre qui enfreint cet accord, en disant pourquoi.

6. Le partenariat ne conserve de données personnelles que pour les finalités de son registre des traitements.');
