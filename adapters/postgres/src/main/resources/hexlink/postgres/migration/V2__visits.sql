-- Visits, what is counted of them, and what is forgotten. Links are referred to by the number they have in this store.

-- One partition for each UTC day, so that a day is dropped as a whole. Columns stand in the order that wastes no room; the key begins with what
-- differs most, so that it is quickly compared.
create table visits (
  at timestamp with time zone not null,
  link bigint not null,
  seq bigint not null,
  network bigint not null,
  visitor bigint not null,
  utc_day date not null,
  epoch uuid not null,
  ipv6 boolean not null,
  bot boolean not null,
  prefetch boolean not null,
  device text not null,
  browser text not null,
  operating_system text not null,
  referrer_host text not null,
  referrer text not null,
  user_agent text not null,
  primary key (seq, epoch, utc_day)
) partition by list (utc_day);
create index visits_by_link on visits (link, at desc);

create table quarantined_visits (
  at timestamp with time zone not null,
  seq bigint not null,
  network bigint not null,
  visitor bigint not null,
  utc_day date not null,
  epoch uuid not null,
  link uuid not null,
  ipv6 boolean not null,
  bot boolean not null,
  prefetch boolean not null,
  host text not null,
  code text not null,
  device text not null,
  browser text not null,
  operating_system text not null,
  referrer text not null,
  user_agent text not null,
  reason text not null,
  primary key (utc_day, epoch, seq)
);
create index quarantined_visits_by_link on quarantined_visits (link);

-- All settled sequences of an epoch in one row: who settles has it to himself until he commits, and who asks reads one row. What the last batch
-- added stands beside them, so that one statement adds and tells what was new.
create table settled_ranges (
  epoch uuid primary key,
  ranges int8multirange not null,
  latest int8multirange not null default '{}'
) with (fillfactor = 50);

create table link_stats (
  link bigint primary key,
  total bigint not null,
  bots bigint not null
) with (fillfactor = 70);

-- The counts of a link in a quarter of an hour, by quarters since 1970. The key serves who reads one link; rows come in the order of time, so a
-- summary of each stretch of the table is enough to find the latest of all links.
create table visit_rollups (
  link bigint not null,
  quarter integer not null,
  total integer not null,
  bots integer not null,
  primary key (link, quarter)
) with (fillfactor = 80);
create index visit_rollups_by_time on visit_rollups using brin (quarter) with (pages_per_range = 32, autosummarize = on);

-- Visits from before the moment are neither shown nor counted, whether or not all of them are swept away yet.
create table link_purges (
  link uuid primary key,
  before timestamp with time zone not null,
  swept boolean not null default true
);
create index link_purges_to_sweep on link_purges (link) where not swept;

-- Who settles visits holds this table weakly, who says what is to be forgotten holds it alone: so nothing that is to be forgotten is stored later.
create table visit_retention (
  id smallint primary key check (id = 1),
  first_day date not null
);

create function visits_of_day(day date) returns text language sql stable
return 'visits_' || to_char(day, 'YYYYMMDD');

-- The days that have a partition. A condition on the day may be tried on every relation there is, so the name is looked at first.
create view visit_days as
select case when c.relname ~ '^visits_\d{8}$' then to_date(right(c.relname, 8), 'YYYYMMDD') end as day
from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'visits'::regclass;

-- Makes the partition of a day. It is attached when it is whole, which holds up nobody but who would make one, too.
create function make_visit_day(day date, patient boolean) returns void language plpgsql security definer as $$
begin
  if day > (now() at time zone 'UTC')::date + 3 then
    raise exception 'no visits of % are expected yet', day;
  end if;
  if patient then
    lock table visits in share update exclusive mode;
  else
    lock table visits in share update exclusive mode nowait;
  end if;
  if to_regclass(visits_of_day(day)) is null then
    execute format('create table %I (like visits including all)', visits_of_day(day));
    execute format('alter table visits attach partition %I for values in (%L)', visits_of_day(day), day);
  end if;
end
$$;

-- Drops the partition of a day that is no longer kept. Readers hold it up, and it holds up everybody else meanwhile: so it soon gives up, and says so.
create function drop_visit_day(day date) returns boolean language plpgsql security definer set lock_timeout = '100ms' as $$
begin
  if not exists (select from visit_retention where first_day > day) then
    raise exception 'visits of % are kept', day;
  end if;
  execute format('drop table if exists %I', visits_of_day(day));
  return true;
exception when lock_not_available then
  return false;
end
$$;

-- Whoever may store visits may have days made and dropped, and do nothing else to tables.
do $$
begin
  execute format('alter function make_visit_day(date, boolean) set search_path = %I, pg_temp', current_schema());
  execute format('alter function drop_visit_day(date) set search_path = %I, pg_temp', current_schema());
end
$$;
revoke execute on function make_visit_day(date, boolean), drop_visit_day(date) from public;

-- From now on nothing of the days before is stored or shown.
create function keep_visits_from(day date) returns void language plpgsql as $$
begin
  lock table visit_retention in exclusive mode;
  insert into visit_retention as r (id, first_day) values (1, day)
  on conflict (id) do update set first_day = greatest(r.first_day, excluded.first_day);
end
$$;

-- From now on nothing of a link from before a moment is stored, shown or counted. Whole quarters of an hour are taken off by their counts, which
-- outlive dropped days; the one that holds the moment by its visits, but for those that an earlier purge took off.
create function purge_visits(purged uuid, moment timestamp with time zone) returns void language plpgsql as $$
declare
  earlier timestamp with time zone;
  number bigint;
  last_quarter integer := floor(date_part('epoch', moment) / 900);
  whole record;
  part record;
begin
  lock table visit_retention in exclusive mode;
  select before into earlier from link_purges where link = purged;
  if earlier >= moment then
    return;
  end if;
  insert into link_purges (link, before, swept) values (purged, moment, false)
  on conflict (link) do update set before = excluded.before, swept = false;
  number := (select l.number from links l where l.id = purged);

  with gone as (delete from visit_rollups where link = number and quarter < last_quarter returning total, bots)
  select coalesce(sum(total), 0) as total, coalesce(sum(bots), 0) as bots into whole from gone;
  select count(*) as total, count(*) filter (where bot or prefetch) as bots into part from visits
  where utc_day = (moment at time zone 'UTC')::date and link = number and at < moment
    and at >= greatest(to_timestamp(last_quarter * 900::float8), earlier);

  update visit_rollups r set total = r.total - part.total, bots = r.bots - part.bots where link = number and quarter = last_quarter;
  delete from visit_rollups r where link = number and quarter = last_quarter and r.total = 0;
  update link_stats s set total = s.total - whole.total - part.total, bots = s.bots - whole.bots - part.bots where link = number;
end
$$;

-- Settles a batch: epochs with their sequences, links, and the visits in columns, which refer to epochs and links by their places, from 1, and to
-- days by their distance from 1970. Nothing is in it twice. A reason puts all visits aside; the flag 8 puts the visit aside that has it.
create function settle_visits(
  epochs uuid[], ranges int8multirange[], link_ids uuid[], hosts text[], codes text[],
  of_epoch integer[], of_link integer[], seqs bigint[], days integer[], millis bigint[], networks bigint[], visitors bigint[], flags integer[],
  devices text[], browsers text[], systems text[], referrer_hosts text[], referrers text[], user_agents text[], why_aside text,
  out stored integer, out repeated integer, out quarantined integer, out forgotten integer
) language plpgsql as $$
declare
  today integer := (now() at time zone 'UTC')::date - date '1970-01-01';
  fresh int8multirange[];
  first_kept integer;
  numbers bigint[];
  purges bigint[];
  fates text[];
  welcome integer;
  welcome_days integer[];
  unmade date;
begin
  lock table visit_retention in row share mode;

  with taken as (
    insert into settled_ranges as s (epoch, ranges, latest) select e, r, r from unnest(epochs, ranges) b(e, r) order by e
    on conflict (epoch) do update set ranges = s.ranges + excluded.ranges, latest = excluded.ranges - s.ranges
    returning epoch, latest
  )
  select array_agg(latest order by epoch) into fresh from taken;

  first_kept := coalesce((select first_day - date '1970-01-01' from visit_retention), -2147483648);
  select array_agg(coalesce((select l.number from links l where l.id = b.id), 0) order by i), array_agg(coalesce(
    (select round(date_part('epoch', p.before) * 1000)::bigint from link_purges p where p.link = b.id), -9223372036854775808) order by i)
  into numbers, purges
  from unnest(link_ids) with ordinality b(id, i);

  select array_agg(fate order by i), count(*) filter (where fate = 'repeated'), count(*) filter (where fate = 'forgotten'),
    count(*) filter (where fate = 'welcome'), array_agg(distinct d) filter (where fate = 'welcome')
  into fates, repeated, forgotten, welcome, welcome_days
  from (
    select i, d, case
      when not fresh[e] @> s then 'repeated'
      when d < first_kept or m < purges[l] then 'forgotten'
      when why_aside is not null then why_aside
      when f & 8 <> 0 then 'unstorable'
      when numbers[l] = 0 then 'unknown-link'
      when d not between 0 and today + 2 then 'from-another-time'
      else 'welcome'
    end as fate
    from unnest(of_epoch, of_link, seqs, days, millis, flags) with ordinality b(e, l, s, d, m, f, i)
  ) judged;
  quarantined := cardinality(fates) - repeated - forgotten - welcome;

  if quarantined > 0 then
    insert into quarantined_visits (at, seq, network, visitor, utc_day, epoch, link, ipv6, bot, prefetch, host, code, device, browser,
      operating_system, referrer, user_agent, reason)
    select to_timestamp(m / 1000.0::float8), s, n, v, date '1970-01-01' + d, epochs[e], link_ids[l], f & 1 <> 0, f & 2 <> 0, f & 4 <> 0, hosts[l],
      codes[l], device, browser, os, referrer, agent, fate
    from unnest(of_epoch, of_link, seqs, days, millis, networks, visitors, flags, devices, browsers, systems, referrers, user_agents, fates)
      b(e, l, s, d, m, n, v, f, device, browser, os, referrer, agent, fate)
    where fate not in ('repeated', 'forgotten', 'welcome')
    on conflict do nothing;
  end if;

  for unmade in
    select date '1970-01-01' + d from unnest(welcome_days) d where to_regclass(visits_of_day(date '1970-01-01' + d)) is null
  loop
    perform make_visit_day(unmade, true);
  end loop;

  with inserted as (
    insert into visits (at, link, seq, network, visitor, utc_day, epoch, ipv6, bot, prefetch, device, browser, operating_system, referrer_host,
      referrer, user_agent)
    select to_timestamp(m / 1000.0::float8), numbers[l], s, n, v, date '1970-01-01' + d, epochs[e], f & 1 <> 0, f & 2 <> 0, f & 4 <> 0, device,
      browser, os, host, referrer, agent
    from unnest(of_epoch, of_link, seqs, days, millis, networks, visitors, flags, devices, browsers, systems, referrer_hosts, referrers,
      user_agents, fates) b(e, l, s, d, m, n, v, f, device, browser, os, host, referrer, agent, fate)
    where fate = 'welcome'
    on conflict do nothing
    returning link, at, bot or prefetch as automated
  ), deltas as (
    select link, floor(date_part('epoch', at) / 900)::integer as quarter, count(*)::integer as total,
      (count(*) filter (where automated))::integer as bots
    from inserted group by 1, 2
  ), rolled as (
    insert into visit_rollups as r (link, quarter, total, bots) select link, quarter, total, bots from deltas order by link, quarter
    on conflict (link, quarter) do update set total = r.total + excluded.total, bots = r.bots + excluded.bots
  ), counted as (
    insert into link_stats as s (link, total, bots) select link, sum(total), sum(bots) from deltas group by link order by link
    on conflict (link) do update set total = s.total + excluded.total, bots = s.bots + excluded.bots
  )
  select coalesce(sum(total), 0) into stored from deltas;
  repeated := repeated + welcome - stored;

  if to_regclass(visits_of_day(date '1970-01-01' + today + 3)) is null then
    begin
      perform make_visit_day(date '1970-01-01' + today + ahead, false) from generate_series(1, 3) ahead;
    exception when lock_not_available then
      null; -- A later batch makes them.
    end;
  end if;
end
$$;
