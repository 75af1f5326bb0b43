-- Each item in the forms that harvesters ask for, written with the item in one transaction and ready
-- to be sent. One table for each form, so that a harvest reads nothing but what it sends; rows are
-- kept in one piece and not compressed, because they are read far more often than written.
create table opendata.rendering (
  format text not null,
  record uuid not null,
  stamp bigint not null,
  kind text not null,
  deleted boolean not null,
  sets text[] not null,
  specs text not null,
  xml text not null,
  primary key (format, record)
) partition by list (format);
create table opendata.rendering_dc partition of opendata.rendering for values in ('oai_dc')
  with (toast_tuple_target = 8160);
create table opendata.rendering_datacite partition of opendata.rendering
  for values in ('oai_datacite') with (toast_tuple_target = 8160);
create table opendata.rendering_openaire partition of opendata.rendering
  for values in ('oai_openaire') with (toast_tuple_target = 8160);
create index rendering_by_stamp on opendata.rendering (format, stamp, record);

-- Up to which item everything is rendered, and under which address of the site.
create table opendata.rendered (
  one boolean primary key default true check (one),
  position bigint not null,
  address text not null
);
insert into opendata.rendered (position, address) values (0, '');

-- The sets that records are or once were in, with what they are called.
create table opendata.oai_set (
  spec text primary key,
  name text not null
);

-- With what tokens are signed.
create table opendata.token_key (
  one boolean primary key default true check (one),
  key bytea not null
);
