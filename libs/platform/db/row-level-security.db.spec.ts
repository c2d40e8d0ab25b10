import { openTestDatabase, type Row, type TestDatabase } from '@prongsai/testing/db';
import { loginRoles } from './prepare-database';

/** Tables that no tenant owns, and why. A new table without `tenant_id` fails until its reason stands here. */
const ofNoTenant: Record<string, string> = {
  network: 'a province; its name stands on the portal',
  tenant: 'the unit itself: its id is the tenant',
  account: 'one per person, installation-wide',
  account_mail: 'when a person wants mail, and whether it reaches them',
  account_link: 'links for setting a password, of an account',
  network_appointment: 'roles in a network',
  holiday: 'days off of a network',
  round: 'reporting rounds of a network',
  audit_head: 'end of each chain, of a tenant or of a network',
  idempotent_act: 'repeat keys, of an account',
  requirement_group: 'reference data',
  category_profile: 'reference data',
  category: 'reference data',
  session: 'sign-in, before anyone is known',
  sign_in_failure: 'sign-in, before anyone is known',
  migration: 'what has been migrated; no role but the migration\'s reaches it',
};

/** Of those, the ones without row-level security: no row says whose it is. */
const withoutPolicies = ['migration', 'session', 'sign_in_failure'];

/** Policies that let every row through, and the no-login roles or reference data for which that is right. */
const openPolicies = [
  'account.account_gate to prongsai_gate', 'account.account_gate_password to prongsai_gate', 'account.account_make to prongsai_staff', 'account.audit_account to prongsai_auditor',
  'account_link.account_link_gate to prongsai_gate', 'account_link.account_link_make to prongsai_staff',
  'account_mail.account_mail_gate to prongsai_gate', 'mail_message.mail_message_gate to prongsai_gate',
  'audit_entry.audit_entry_writer to prongsai_auditor', 'audit_head.audit_head_writer to prongsai_auditor',
  'category.category_load to prongsai_owner', 'category.category_read to public',
  'category_profile.category_profile_load to prongsai_owner', 'category_profile.category_profile_read to public',
  'network.network_read to public', 'network_appointment.network_appointment_gate to prongsai_gate', 'publication.publication_gate to prongsai_gate', 'publication_request.publication_request_gate to prongsai_gate', 'stored_file.stored_file_gate to prongsai_gate',
  'requirement_group.requirement_group_load to prongsai_owner', 'requirement_group.requirement_group_read to public',
  'requirement_status.requirement_status_gate to prongsai_gate', 'site_content.site_content_gate to prongsai_gate', 'tenant.tenant_gate_read to prongsai_gate',
];

/** Functions that act as their owner, and the role that may call each; triggers are the owner's. */
const definers = [
  'app.account_address: prongsai_staff', 'app.account_may_get_link: prongsai_staff', 'app.ended_category: prongsai_site', 'app.enqueue: prongsai_staff', 'app.enqueue_digest: prongsai_staff', 'app.enqueue_for_account: prongsai_staff', 'app.enqueue_long: prongsai_staff',
  'app.has_demo_accounts: prongsai_staff', 'app.link_ended: prongsai_site', 'app.link_successor: prongsai_site', 'app.mail_arrived: prongsai_staff', 'app.mail_bounced: prongsai_staff', 'app.mail_wishes: prongsai_staff', 'app.mails_due: prongsai_staff', 'app.network_watchers: prongsai_staff', 'app.people_shown: prongsai_site', 'app.record: prongsai_staff',
  'app.set_password_by_link: prongsai_staff', 'app.sign_in_account: prongsai_staff', 'app.site_of: prongsai_site', 'app.tell_live: prongsai_owner', 'app.tell_site: ',
  'app.tell_site_changed: prongsai_owner', 'app.tenants_with_waiting_files: prongsai_staff', 'app.tenants_with_work: prongsai_staff',
];

/** Tables that the citizen's site reads. */
const siteReads = [
  'category', 'category_profile', 'clinic', 'clinic_day', 'holiday', 'network', 'opening_day', 'opening_hours', 'publication', 'publication_file', 'requirement_group', 'tenant', 'tenant_profile',
];

describe('the walls of the database', () => {
  let database: TestDatabase;
  let tables: Row[];

  beforeAll(async () => {
    database = await openTestDatabase();
    tables = await database.look(`
      select relation.oid::int as oid, relname as name, relrowsecurity as enabled, relforcerowsecurity as forced, pg_get_userbyid(relowner) as owner,
             exists (select from pg_attribute where attrelid = relation.oid and attname = 'tenant_id' and not attisdropped) as of_tenant,
             exists (select from pg_policy where polrelid = relation.oid) as has_policy,
             (select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0] where indrelid = relation.oid and indisprimary) as first_key
      from pg_class relation where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`);
  });
  afterAll(() => database.close());

  it('force a policy on every table with tenant_id', () => {
    const tenantTables = tables.filter((table) => table['of_tenant']);
    expect(tenantTables.length).toBeGreaterThan(10);
    expect(tenantTables.filter((table) => !table['enabled'] || !table['forced'] || !table['has_policy']).map((table) => table['name'])).toEqual([]);
  });

  it('begin every key of a tenant table with tenant_id; the audit trail is chained per tenant or network', () => {
    expect(tables.filter((table) => table['of_tenant'] && table['first_key'] !== 'tenant_id').map((table) => table['name'])).toEqual(['audit_entry']);
  });

  it('know why any other table has no tenant', () => {
    expect(tables.filter((table) => !table['of_tenant']).map((table) => table['name']).sort()).toEqual(Object.keys(ofNoTenant).sort());
    expect(tables.filter((table) => !table['enabled'] || !table['forced'] || !table['has_policy']).map((table) => table['name'])).toEqual(withoutPolicies);
  });

  it('let no login role own a table, and none anything but the job queue', async () => {
    expect(new Set(tables.filter((table) => table['name'] !== 'migration').map((table) => table['owner']))).toEqual(new Set(['prongsai_owner']));
    const owned = await database.look(
      `select pg_get_userbyid(relowner) as role, relnamespace::regnamespace::text as place from pg_class where pg_get_userbyid(relowner) = any($1) and relnamespace <> 'pg_toast'::regnamespace
       union select pg_get_userbyid(proowner), pronamespace::regnamespace || '.' || proname from pg_proc where pg_get_userbyid(proowner) = any($1) and pronamespace = 'app'::regnamespace
       union select pg_get_userbyid(nspowner), nspname from pg_namespace where pg_get_userbyid(nspowner) = any($1)
       union select pg_get_userbyid(datdba), datname from pg_database where pg_get_userbyid(datdba) = any($1)`,
      [loginRoles],
    );
    expect(new Set(owned.map(({ role, place }) => `${String(role)}: ${String(place)}`))).toEqual(new Set(['prongsai_jobs: graphile_worker', 'prongsai_jobs: app.enqueue', 'prongsai_jobs: app.enqueue_digest', 'prongsai_jobs: app.enqueue_for_account', 'prongsai_jobs: app.enqueue_long']));
  });

  it('give no role of ours a way past row-level security', async () => {
    const roles = await database.look(
      `select rolname as name, rolcanlogin as signs_in from pg_roles where rolname like 'prongsai%' and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb and not rolreplication order by 1`,
    );
    expect(roles.filter((role) => role['signs_in']).map((role) => role['name'])).toEqual([...loginRoles].sort());
    expect(roles.filter((role) => !role['signs_in']).map((role) => role['name'])).toEqual(['prongsai_auditor', 'prongsai_gate', 'prongsai_owner', 'prongsai_views']);
    const [all] = await database.look(`select count(*)::int as n from pg_roles where rolname like 'prongsai%'`);
    expect(all).toEqual({ n: roles.length });
    const memberships = await database.look(`select roleid::regrole::text as of, member::regrole::text as who from pg_auth_members where pg_get_userbyid(member) like 'prongsai%'`);
    expect(memberships).toEqual([]);
  });

  it('let every row through for declared no-login roles and reference data only', async () => {
    const open = await database.look(`
      select tablename || '.' || policyname || ' to ' || array_to_string(roles, ',') as policy from pg_policies
      where schemaname = 'public' and (qual is null or qual = 'true') and (with_check is null or with_check = 'true') order by 1`);
    expect(open.map((row) => row['policy'])).toEqual([...openPolicies].sort());
  });

  it('bind every policy of a tenant table to the transaction\'s own tenant, account or network', async () => {
    const policies: Row[] = await database.look(`
      select tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') as rule from pg_policies
      where schemaname = 'public' and not (coalesce(qual, 'true') = 'true' and coalesce(with_check, 'true') = 'true')`);
    const loose = policies.filter(({ rule }) => !/app\.(tenant_id|account_id|network_id)\(\)/.test(String(rule))).map(({ tablename, policyname }) => `${String(tablename)}.${String(policyname)}`);
    // The site's view of opened units, and the sweep of old repeat keys.
    expect(loose.sort()).toEqual(['idempotent_act.idempotent_act_sweep', 'tenant.tenant_site_read']);
  });

  it('grant nothing to everybody', async () => {
    const toPublic = await database.look(`
      select relnamespace::regnamespace || '.' || relname as name from pg_class, aclexplode(relacl) granted
      where relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'report'::regnamespace, 'graphile_worker'::regnamespace) and granted.grantee = 0`);
    expect(toPublic).toEqual([]);
  });

  it('fix the search path of functions that act as their owner, and let one role call each', async () => {
    const functions = await database.look(`
      select pronamespace::regnamespace || '.' || proname as name, coalesce(array_to_string(proconfig, ';'), '') as config, pg_get_userbyid(proowner) as owner, proacl is null as open,
             array(select pg_get_userbyid(grantee)::text from aclexplode(proacl) where grantee <> proowner order by 1) as callers,
             exists (select from aclexplode(proacl) where grantee = 0) as by_everybody
      from pg_proc where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) order by 1`);
    expect(functions.map(({ name, callers }) => `${String(name)}: ${(callers as string[]).join(',')}`)).toEqual(definers);
    for (const { config, owner, open, by_everybody: byEverybody } of functions) {
      expect(config).toMatch(/^search_path=pg_catalog, public$/);
      expect(['prongsai_gate', 'prongsai_auditor', 'prongsai_jobs']).toContain(owner);
      expect([open, byEverybody]).toEqual([false, false]);
    }
  });

  it('show the site and the report their own tables only', async () => {
    const granted = (role: string) => database.look(`
      select distinct table_schema || '.' || table_name as name, privilege_type as may from information_schema.column_privileges where grantee = $1 order by 1, 2`, [role]);
    expect(await granted('prongsai_site')).toEqual(siteReads.map((name) => ({ name: `public.${name}`, may: 'SELECT' })));
    const report = await granted('prongsai_report');
    expect(report.every(({ name, may }) => may === 'SELECT' && String(name).startsWith('report.'))).toBe(true);
    expect(report.length).toBeGreaterThan(3);
    const views = await database.look(`
      select relname as name, reloptions::text as options, pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'report'::regnamespace and relkind <> 'i'`);
    expect(views.filter(({ options, owner }) => owner !== 'prongsai_views' || options !== '{security_barrier=true}')).toEqual([]);
  });

  it('tell of every change that citizens may see, so that no page is kept too long', async () => {
    const tables = await database.look(`
      select distinct table_name as name from information_schema.column_privileges where grantee = 'prongsai_site' and table_schema = 'public'`);
    const telling = await database.look(`
      select tgrelid::regclass::text as name, tgtype & 4 > 0 as on_insert, tgtype & 8 > 0 as on_delete, tgtype & 16 > 0 as on_update, tginitdeferred as at_commit
      from pg_trigger where tgfoid = 'app.tell_site_changed'::regproc`);
    const silent = tables.map(({ name }) => String(name)).filter((name) => !telling.some((one) => one['name'] === name));
    // What a release loads, and the name of a network, which no act changes.
    expect(silent.sort()).toEqual(['category', 'category_profile', 'network', 'requirement_group']);
    expect(telling.filter((one) => !one['at_commit'] || !one['on_update'])).toEqual([]);
    const noRowsComeOrGo = telling.filter((one) => !one['on_insert'] || !one['on_delete']).map(({ name }) => name);
    expect(noRowsComeOrGo.sort()).toEqual(['account', 'member', 'tenant']);
    // Whom the site reads of through a function: people whom their office shows.
    expect(telling.map(({ name }) => name)).toEqual(expect.arrayContaining(['account', 'appointment', 'member']));
  });

  it('refer from one tenant table to another by tenant and id together', async () => {
    const keys = await database.look(`
      select conrelid::regclass || '.' || conname as name, array(select attname::text from unnest(conkey) key join pg_attribute on attrelid = conrelid and attnum = key) as columns
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        and exists (select from pg_attribute where attrelid = confrelid and attname = 'tenant_id')
        and exists (select from pg_attribute where attrelid = conrelid and attname = 'tenant_id')`);
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter(({ columns }) => !(columns as string[]).includes('tenant_id')).map(({ name }) => name)).toEqual([]);
  });
});
