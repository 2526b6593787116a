-- Links and what belongs to them; the meaning of each table is the same in every store. The visits follow in a migration of their own.

create table installation (
  id smallint primary key check (id = 1),
  code_key text not null,
  key_fingerprint text not null,
  alphabet text not null,
  shortest_length integer not null,
  stacks integer not null
);

create table domains (
  id integer generated always as identity primary key,
  host text collate "C" not null unique
);
insert into domains (host) values ('default');

create table stacks (
  stack_index smallint primary key,
  name text collate "C" not null unique
);

-- The number is for this store alone: what is counted refers to it, as it is half as long as the id. A domain is never taken back, so there is no
-- foreign key, which would lock its row for every link.
create table links (
  number bigint generated always as identity primary key,
  id uuid not null constraint links_id unique,
  domain_id integer not null,
  code text collate "C" not null,
  origin text not null check (origin in ('counted', 'chosen', 'drawn')),
  counter_value bigint,
  target text not null,
  target_host text not null,
  target_digest bigint not null,
  title text,
  tags text not null,
  note text,
  search_text text not null,
  valid_since timestamp with time zone,
  valid_until timestamp with time zone,
  max_visits bigint,
  redirect_status smallint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  version bigint not null,
  constraint links_key unique (domain_id, code)
);
create index links_by_birth on links (domain_id, created_at desc, id desc) where retired_at is null;
create index links_by_target on links (target_digest);

create table link_tags (
  tag text collate "C" not null,
  created_at timestamp with time zone not null,
  link uuid not null,
  primary key (link, tag)
);
create index link_tags_by_tag on link_tags (tag, created_at desc, link desc);

-- Positions must become visible in their order, or a reader of the log would miss what is committed late. So whoever writes into the log has it to
-- himself from then on to the end of his transaction.
create table link_changes (
  position bigint generated always as identity primary key,
  domain_id integer not null,
  code text collate "C" not null
);

create function have_link_changes_alone() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(1751480429, 0);
  return null;
end
$$;
create trigger one_writer_at_a_time before insert on link_changes
  for each statement execute function have_link_changes_alone();

-- The highest counter value a link was inserted with, per stack; below 0 when there is none.
create table highest_values (
  stack_index smallint primary key,
  highest bigint not null
);
insert into highest_values (stack_index, highest) select i, -1 from generate_series(0, 15) i;

create table idempotency (
  scope text collate "C" not null,
  mark text collate "C" not null,
  fingerprint text not null,
  link uuid not null,
  forgotten_at timestamp with time zone not null,
  primary key (scope, mark)
);
create index idempotency_by_end on idempotency (forgotten_at);

create table code_leases (
  stack_index smallint primary key,
  next_count bigint not null
);

-- A row for each number there is; one that was never lent has no holder.
create table worker_leases (
  number smallint primary key,
  holder text collate "C" unique,
  lent_from timestamp with time zone not null,
  lent_until timestamp with time zone not null
);
insert into worker_leases (number, lent_from, lent_until)
  select i, timestamp with time zone '-infinity', timestamp with time zone '-infinity' from generate_series(0, 1023) i;

create table api_keys (
  digest text collate "C" primary key,
  name text not null,
  created_at timestamp with time zone not null
);

create table visitor_salts (
  utc_day date primary key,
  high bigint not null,
  low bigint not null
);

-- What the last call was granted stands beside what all calls took, so that one statement takes and tells.
create table visit_budgets (
  link uuid primary key,
  taken bigint not null,
  granted bigint not null
);

create table pinned_links (
  link uuid primary key,
  position bigint generated always as identity unique
);
