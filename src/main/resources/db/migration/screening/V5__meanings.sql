-- A text's vector by a model: two bytes a number. The text is its SHA-256, so that the same text is computed once.
create table screening.embedding (
  text text not null,
  model text not null,
  language text not null,
  vector bytea not null,
  made_at timestamptz not null default now(),
  primary key (text, model)
);

-- Which text a record's lead case had when it was looked at; a case that is read again has another digest.
create table screening.meaning (
  record uuid primary key,
  digest bytea not null,
  text text not null
);
