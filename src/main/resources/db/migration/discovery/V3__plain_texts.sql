-- Summaries in plain words: as a language model drafted them, and as the committee released them.
create sequence discovery.plain_text_change;

create table discovery.plain_text (
  record uuid primary key,
  digest text not null,
  model text not null,
  draft text not null,
  drafted_at timestamptz not null default now(),
  text text,
  shown_at timestamptz,
  changed bigint not null default nextval('discovery.plain_text_change'),
  check ((text is null) = (shown_at is null))
);
create index plain_text_by_change on discovery.plain_text (changed);
