create schema if not exists screening;

-- The rules of the committee. A changed rule is a new version; a decision cites one version for ever.
create table screening.criterion (
  key text not null,
  version int not null,
  kind text not null check (kind in ('in', 'out')),
  -- what the rule says about the record: core, borderline or out
  scope text not null check (scope in ('core', 'borderline', 'out')),
  sort int not null,
  text_en text not null,
  text_fr text not null,
  since timestamptz not null default now(),
  retired_at timestamptz,
  primary key (key, version)
);
create unique index criterion_in_force on screening.criterion (key) where retired_at is null;

insert into screening.criterion (key, version, kind, scope, sort, text_en, text_fr) values
  ('tailored', 1, 'in', 'core', 10,
   'Cancer is a main subject, and the work fits prevention, detection, treatment or follow-up to a person or a group by individual data.',
   'Le cancer est un sujet principal et le travail adapte la prévention, la détection, le traitement ou le suivi à une personne ou à un groupe d''après des données individuelles.'),
  ('enabling', 1, 'in', 'core', 20,
   'Cancer is a main subject, and the work builds what such tailoring needs: tests, biomarkers, models, data, decision support, training or policy.',
   'Le cancer est un sujet principal et le travail construit ce que cette adaptation exige : tests, biomarqueurs, modèles, données, aide à la décision, formation ou politiques.'),
  ('molecular-therapy', 1, 'in', 'core', 30,
   'A cancer therapy whose point is a molecularly defined target or group of patients.',
   'Une thérapie du cancer dont l''objet est une cible ou un groupe de patients défini par des caractères moléculaires.'),
  ('borderline', 1, 'in', 'borderline', 40,
   'Borderline, included by choice: cancer without much tailoring, or tailoring with cancer as one use among several.',
   'Cas limite, retenu par choix : le cancer sans réelle adaptation, ou l''adaptation avec le cancer comme un usage parmi d''autres.'),
  ('not-cancer', 1, 'out', 'out', 50,
   'Not about cancer.',
   'Ne porte pas sur le cancer.'),
  ('later-use', 1, 'out', 'out', 60,
   'Cancer is only a possible later use.',
   'Le cancer n''est qu''un usage ultérieur possible.'),
  ('not-tailored', 1, 'out', 'out', 70,
   'About cancer, but nothing is fitted to a person or a group.',
   'Porte sur le cancer, mais rien n''est adapté à une personne ou à un groupe.'),
  ('duplicate', 1, 'out', 'out', 80,
   'The same thing is on the grid already.',
   'La même chose figure déjà sur la grille.'),
  ('too-little', 1, 'out', 'out', 90,
   'There are not enough facts to decide, and nobody to ask.',
   'Les faits ne suffisent pas pour décider et il n''y a personne à interroger.');

create table screening.setting (
  key text primary key,
  value text not null,
  changed_at timestamptz not null default now()
);
insert into screening.setting (key, value) values ('two-person', 'off');

-- What the committee decides on: one candidate or a group of exact look-alikes.
-- Title, year, sources and words repeat the grid's, so that the queue is filtered in one table.
create table screening.case (
  id uuid primary key,
  handle text not null unique,
  kind text not null,
  state text not null check (state in ('open', 'decided', 'closed')),
  -- of a decided case authorise, decline, return; of a closed one withdrawn, merged, elsewhere
  outcome text,
  round int not null,
  opened_at timestamptz not null,
  due_on date not null,
  ended_at timestamptz,
  lead uuid not null,
  title text not null,
  acronym text,
  year int,
  sources text[] not null,
  words text not null,
  scope text not null check (scope in ('core', 'borderline', 'out')),
  p_core real not null,
  p_any real not null,
  usefulness real not null,
  pillars text[] not null,
  technologies text[] not null,
  cancers text[] not null,
  reading text not null,
  digest bytea not null,
  read_at timestamptz not null
) with (fillfactor = 85);
create index case_in_order on screening.case (usefulness desc, id) where state = 'open';
create index case_by_end on screening.case (ended_at desc) where state <> 'open';

create table screening.case_member (
  record uuid primary key,
  case_id uuid not null references screening.case (id) on delete cascade,
  split boolean not null default false
);
create index case_member_by_case on screening.case_member (case_id);

-- What makes two records look alike. Keys that begin with = join candidates into one case;
-- those that begin with ~ are only shown as hints.
create table screening.likeness (
  key text not null,
  record uuid not null,
  primary key (key, record)
);
create index likeness_by_record on screening.likeness (record);

create table screening.vote (
  id uuid primary key,
  case_id uuid not null references screening.case (id),
  round int not null,
  reviewer uuid not null,
  verdict text not null check (verdict in ('authorise', 'decline', 'return')),
  criterion text,
  criterion_version int,
  note text not null,
  pillars text[] not null,
  technologies text[] not null,
  cancers text[] not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (criterion, criterion_version) references screening.criterion (key, version)
);
create unique index vote_once on screening.vote (case_id, round, reviewer) where withdrawn_at is null;
create index vote_by_reviewer on screening.vote (reviewer, case_id);

create table screening.decision (
  id uuid primary key,
  case_id uuid not null references screening.case (id),
  round int not null,
  verdict text not null check (verdict in ('authorise', 'decline', 'return')),
  criterion text,
  criterion_version int,
  -- the person whose vote made it effective, and how many agreed
  taken_by uuid not null,
  persons int not null,
  records int not null,
  -- what the model had proposed
  scope text not null,
  p_core real not null,
  p_any real not null,
  waited interval not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  foreign key (criterion, criterion_version) references screening.criterion (key, version)
);
create unique index decision_in_force on screening.decision (case_id) where undone_at is null;
create index decision_by_time on screening.decision (at desc);
