import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles own nothing they can use: `prongsai_owner` owns the tables and cannot sign in; the roles that sign in
 * own no table and have no BYPASSRLS. Reasons in docs/adr/0001-row-level-security.md.
 */
export class CreateRoles20261120000100 implements MigrationInterface {
  name = 'CreateRoles20261120000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare wanted text;
      begin
        -- Roles belong to the whole server: two databases may be migrated at once.
        perform pg_advisory_xact_lock(7710001);
        foreach wanted in array array['prongsai_owner','prongsai_views','prongsai_gate','prongsai_auditor',
                                      'prongsai_staff','prongsai_site','prongsai_report','prongsai_jobs'] loop
          if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
          end if;
          -- Since PostgreSQL 16 the maker of a role may administer it but not become it, unless told so.
          if current_setting('server_version_num')::int >= 160000 then
            if not pg_has_role(current_user, wanted, 'set') then
              execute format('grant %I to current_user with inherit true, set true', wanted);
            end if;
          elsif not pg_has_role(current_user, wanted, 'member') then
            execute format('grant %I to current_user', wanted);
          end if;
        end loop;
      end $$;

      revoke all on schema public from public;
      grant usage on schema public to prongsai_owner, prongsai_views, prongsai_gate, prongsai_auditor, prongsai_staff, prongsai_site;
      grant create on schema public to prongsai_owner;
      create schema app authorization prongsai_owner;
      create schema report authorization prongsai_owner;
      grant usage on schema app to prongsai_views, prongsai_gate, prongsai_auditor, prongsai_staff, prongsai_site, prongsai_report, prongsai_jobs;
      grant create on schema app to prongsai_gate, prongsai_auditor, prongsai_jobs;
      grant usage, create on schema report to prongsai_views;
      grant usage on schema report to prongsai_report;

      set role prongsai_owner;
      -- A setting that was set in an earlier transaction reads back as '' on a pooled connection, hence nullif.
      create function app.tenant_id() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.tenant_id', true), '')::uuid;
      create function app.network_id() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.network_id', true), '')::uuid;
      create function app.account_id() returns uuid language sql stable parallel safe
        return nullif(current_setting('app.account_id', true), '')::uuid;
      -- Without a business time every date comparison is null: no rows.
      create function app.now() returns timestamptz language sql stable parallel safe
        return nullif(current_setting('app.now', true), '')::timestamptz;
      -- 'unit' for a unit's own people and its jobs, 'network' for a network role that entered the tenant.
      create function app.reach() returns text language sql stable parallel safe
        return nullif(current_setting('app.reach', true), '');
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema report cascade; drop schema app cascade;');
  }
}
