-- The roles that instances of Hexlink connect as, each with no more rights than its work needs. To be run by a superuser in Hexlink's own database,
-- before the first start or later, as often as wished:
--
--   psql -d hexlink -f roles.sql
--
-- Then give each a password (\password hexlink_api …), and start one instance with HEXLINK_POSTGRES_MIGRATION_USER=hexlink_migrate, which makes the
-- tables and grants the rights (R__rights.sql among the migrations). An instance with several roles connects as a role that is a member of these:
--
--   create role hexlink login in role hexlink_redirect, hexlink_api, hexlink_worker;
--
-- If the tables were made by another role before: reassign owned by that_role to hexlink_migrate;

do $$
declare
  role_name text;
begin
  foreach role_name in array array['hexlink_migrate', 'hexlink_redirect', 'hexlink_api', 'hexlink_worker'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login', role_name);
    end if;
  end loop;
  -- an extension that is trusted is made by whoever may create in the database
  execute format('grant create on database %I to hexlink_migrate', current_database());
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to hexlink_migrate;
grant usage on schema public to hexlink_redirect, hexlink_api, hexlink_worker;

-- These belong to the roles rather than to sessions, so that they hold behind a pooler that lends connections by the transaction.
alter role hexlink_redirect set statement_timeout = '2s';
alter role hexlink_redirect set lock_timeout = '500ms';
alter role hexlink_redirect set idle_in_transaction_session_timeout = '5s';
alter role hexlink_api set statement_timeout = '2s';
alter role hexlink_api set lock_timeout = '500ms';
alter role hexlink_api set idle_in_transaction_session_timeout = '5s';
alter role hexlink_worker set statement_timeout = '2s';
alter role hexlink_worker set lock_timeout = '500ms';
alter role hexlink_worker set idle_in_transaction_session_timeout = '5s';
-- A migration that does not get its lock gives up, rather than have everybody queue behind it; it is tried again.
alter role hexlink_migrate set lock_timeout = '2s';

-- What hexlink_migrate makes is nobody else's until it is granted by name, functions included.
alter default privileges for role hexlink_migrate revoke execute on functions from public;

do $$
begin
  if to_regprocedure('public.grant_rights()') is not null then
    perform public.grant_rights();
  end if;
end
$$;
