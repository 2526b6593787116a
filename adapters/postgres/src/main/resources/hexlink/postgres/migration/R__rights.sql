-- What each role may do, where it is there; done anew whenever this file changes. A table or function that nobody is named for here can be used
-- by its owner alone. The roles are made by deploy/postgres/roles.sql, which calls this too, in case they come later than the tables.
create or replace function grant_rights() returns void language plpgsql set search_path from current as $$
declare
  role_name text;
  rights text;
  tables text[];
  table_name text;
  function_name text;
begin
  for role_name, rights, tables in values
    -- what everybody reads, and whoever comes first keeps
    ('hexlink_redirect', 'select', '{hexlink_schema_history,installation,stacks,domains,visitor_salts}'),
    ('hexlink_api', 'select', '{hexlink_schema_history,installation,stacks,domains,visitor_salts}'),
    ('hexlink_worker', 'select', '{hexlink_schema_history,installation,stacks,domains,visitor_salts}'),
    ('hexlink_redirect', 'insert', '{installation,stacks,domains,visitor_salts}'),
    ('hexlink_api', 'insert', '{installation,stacks,domains,visitor_salts}'),
    ('hexlink_worker', 'insert', '{installation,stacks,domains,visitor_salts}'),
    ('hexlink_redirect', 'delete', '{visitor_salts}'),
    ('hexlink_api', 'delete', '{visitor_salts}'),
    ('hexlink_worker', 'delete', '{visitor_salts}'),
    -- redirects: links, their changes and budgets, what is worth remembering, what of a journal is settled
    ('hexlink_redirect', 'select', '{links,link_changes,pinned_links,visit_rollups,settled_ranges}'),
    ('hexlink_redirect', 'select, insert, update', '{visit_budgets}'),
    -- the API, and leases of codes
    ('hexlink_api', 'select, insert, update', '{links,link_words,code_leases,visit_budgets}'),
    ('hexlink_api', 'select, insert, update, delete', '{idempotency}'),
    ('hexlink_api', 'select, insert, delete', '{link_tags,pinned_links}'),
    ('hexlink_api', 'select, insert', '{link_changes,api_keys}'),
    ('hexlink_api', 'select, update', '{highest_values,worker_leases,search_progress}'),
    ('hexlink_api', 'select', '{visits,quarantined_visits,link_stats,visit_rollups,link_purges,visit_retention,visit_days}'),
    -- visits on their way into the store
    ('hexlink_worker', 'select', '{links,link_changes,visit_days}'),
    ('hexlink_worker', 'select, insert, delete', '{visits,quarantined_visits}'),
    ('hexlink_worker', 'select, insert, update, delete', '{link_stats,visit_rollups}'),
    ('hexlink_worker', 'select, insert, update', '{settled_ranges,link_purges,visit_retention}')
  loop
    if exists (select from pg_roles where rolname = role_name) then
      foreach table_name in array tables loop
        if to_regclass(table_name) is not null then
          execute format('grant %s on table %I to %I', rights, table_name, role_name);
        end if;
      end loop;
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'hexlink_worker') then
    for function_name in
      select p.oid::regprocedure from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.proname in
        ('make_visit_day', 'drop_visit_day', 'visits_of_day', 'keep_visits_from', 'purge_visits', 'settle_visits')
    loop
      execute format('grant execute on function %s to hexlink_worker', function_name);
    end loop;
  end if;
end
$$;
revoke execute on function grant_rights() from public;
select grant_rights();
