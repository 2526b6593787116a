-- The embedded store. Every link, visit and lease lives here; the meaning of each table is the same in every store.

create table installation (
  id smallint primary key check (id = 1),
  code_key varchar(32) not null,
  key_fingerprint varchar(64) not null,
  alphabet varchar(128) not null,
  shortest_length integer not null,
  stacks integer not null
);

create table domains (
  id integer generated always as identity primary key,
  host varchar(255) not null unique
);
insert into domains (host) values ('default');

create table stacks (
  stack_index smallint primary key,
  name varchar(32) not null unique
);

-- Times keep nanoseconds, so that a link comes out as it went in. The number is for this store alone: what is counted by it needs no index of
-- its own, because H2 keeps a table in the order of its number.
create table links (
  number bigint generated always as identity primary key,
  id uuid not null constraint links_id unique,
  domain_id integer not null,
  code varchar(64) not null,
  origin varchar(8) not null check (origin in ('counted', 'chosen', 'drawn')),
  counter_value bigint,
  target varchar(2048) not null,
  target_host varchar(2048) not null,
  target_digest bigint not null,
  title varchar(512),
  tags varchar(4096) not null,
  note varchar(4096),
  search_text varchar(12000) not null,
  valid_since timestamp(9) with time zone,
  valid_until timestamp(9) with time zone,
  max_visits bigint,
  redirect_status smallint not null,
  created_at timestamp(9) with time zone not null,
  updated_at timestamp(9) with time zone not null,
  retired_at timestamp(9) with time zone,
  version bigint not null,
  constraint links_key unique (domain_id, code),
  constraint links_domain foreign key (domain_id) references domains (id)
);
create index links_by_birth on links (domain_id, created_at desc, id desc);
create index links_by_target on links (target_digest);

create table link_tags (
  tag varchar(64) not null,
  created_at timestamp(9) with time zone not null,
  link uuid not null,
  primary key (link, tag)
);
create index link_tags_by_tag on link_tags (tag, created_at desc, link desc);

create table link_changes (
  position bigint generated always as identity primary key,
  domain_id integer not null,
  code varchar(64) not null
);

-- The highest counter value a link was inserted with, per stack: kept here so that it is found without an index over all links.
create table highest_values (
  stack_index smallint primary key,
  highest bigint not null
);

create table idempotency (
  scope varchar(512) not null,
  mark varchar(255) not null,
  fingerprint varchar(255) not null,
  link uuid not null,
  forgotten_at timestamp(9) with time zone not null,
  primary key (scope, mark)
);
create index idempotency_by_end on idempotency (forgotten_at);

create table code_leases (
  stack_index smallint primary key,
  next_count bigint not null
);

create table worker_leases (
  number smallint primary key,
  holder varchar(255) not null unique,
  lent_from timestamp(9) with time zone not null,
  lent_until timestamp(9) with time zone not null
);

create table api_keys (
  digest varchar(64) primary key,
  name varchar(255) not null,
  created_at timestamp(9) with time zone not null
);

create table visitor_salts (
  utc_day date primary key,
  high bigint not null,
  low bigint not null
);

create table visit_budgets (
  link uuid primary key,
  taken bigint not null
);

create table visits (
  utc_day date not null,
  epoch uuid not null,
  seq bigint not null,
  link bigint not null,
  at timestamp(3) with time zone not null,
  ipv6 boolean not null,
  network bigint not null,
  visitor bigint not null,
  user_agent varchar(512) not null,
  referrer varchar(1024) not null,
  referrer_host varchar(1024) not null,
  browser varchar(255) not null,
  operating_system varchar(255) not null,
  device varchar(16) not null,
  bot boolean not null,
  prefetch boolean not null,
  primary key (utc_day, epoch, seq)
);
create index visits_by_link on visits (link, at desc, epoch desc, seq desc);

create table quarantined_visits (
  utc_day date not null,
  epoch uuid not null,
  seq bigint not null,
  link uuid not null,
  host varchar(255) not null,
  code varchar(64) not null,
  at timestamp(3) with time zone not null,
  ipv6 boolean not null,
  network bigint not null,
  visitor bigint not null,
  user_agent varchar(512) not null,
  referrer varchar(1024) not null,
  browser varchar(255) not null,
  operating_system varchar(255) not null,
  device varchar(16) not null,
  bot boolean not null,
  prefetch boolean not null,
  reason varchar(64) not null,
  primary key (utc_day, epoch, seq)
);

create table settled_ranges (
  epoch uuid not null,
  range_start bigint not null,
  range_end bigint not null,
  primary key (epoch, range_start)
);

create table link_stats (
  link bigint primary key,
  total bigint not null,
  bots bigint not null
);

-- A slot is a link and a quarter of an hour: link * 16777216 + quarters since 1970.
create table visit_rollups (
  slot bigint primary key,
  total bigint not null,
  bots bigint not null
);

create table link_purges (
  link uuid primary key,
  before timestamp(9) with time zone not null
);

create table visit_retention (
  id smallint primary key check (id = 1),
  first_day date not null
);
