import type { Row, RowSettings, TestDatabase, TestRooms } from '@prongsai/testing/db';
import { aFurnishedTenant, openDomain, type FurnishedTenant } from '@prongsai/testing/factories';

/** PostgreSQL's "insufficient privilege": no grant, or a policy refused the row. */
const denied = '42501';

const codeOf = (error: unknown) => (error as { code?: string }).code;

describe('one unit and another in the database', () => {
  let rooms: TestRooms;
  let database: TestDatabase;
  let victim: FurnishedTenant;
  let other: FurnishedTenant;
  let tables: string[];

  /** All that the most powerful person of a unit can have set. */
  const settingsOf = (tenant: FurnishedTenant, more: RowSettings = {}): RowSettings => ({
    tenant_id: tenant.id, account_id: tenant.people.head.id, network_id: tenant.network.id, reach: 'unit', now: rooms.clock.now().toISOString(), ...more,
  });
  /** What a statement answers under a role: its rows, or the code it was refused with. */
  const tryAs = (role: 'prongsai_staff' | 'prongsai_site' | 'prongsai_report', settings: RowSettings, sql: string, parameters: unknown[] = []): Promise<Row[] | string> =>
    database.as(role, settings, (ask) => ask(sql, parameters)).catch((error: unknown) => codeOf(error) ?? String(error));
  const seen = async (role: 'prongsai_staff' | 'prongsai_site' | 'prongsai_report', settings: RowSettings, table: string, where = 'true', parameters: unknown[] = []) => {
    const rows = await tryAs(role, settings, `select count(*)::int as n from ${table} where ${where}`, parameters);
    return typeof rows === 'string' ? rows : (rows[0]?.['n'] as number);
  };

  beforeAll(async () => {
    rooms = await openDomain();
    database = rooms.database;
    victim = await aFurnishedTenant(rooms);
    other = await aFurnishedTenant(rooms);
    tables = (await database.look(`
      select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id'
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`)).map((row) => String(row['name']));
  });
  afterAll(() => rooms.close());

  it('has something of the victim in every tenant table, or proves nothing about it', async () => {
    const empty: string[] = [];
    for (const table of tables) if ((await database.look(`select 1 from ${table} where tenant_id = $1 limit 1`, [victim.id])).length === 0) empty.push(table);
    expect(empty).toEqual([]);
  });

  it('shows staff of another unit none of its rows, in no table', async () => {
    for (const table of tables) expect([table, await seen('prongsai_staff', settingsOf(other), table, 'tenant_id = $1', [victim.id])]).toEqual([table, 0]);
  });

  it('lets them change and delete none', async () => {
    for (const table of tables) {
      for (const sql of [`update ${table} set tenant_id = tenant_id where tenant_id = $1 returning 1`, `delete from ${table} where tenant_id = $1 returning 1`]) {
        const outcome = await tryAs('prongsai_staff', settingsOf(other), sql, [victim.id]);
        expect([sql, outcome === denied || (Array.isArray(outcome) && outcome.length === 0)]).toEqual([sql, true]);
      }
    }
  });

  it('lets them insert none, not even a copy, and move none of their own there', async () => {
    for (const table of tables) {
      const [row] = await database.look(`select to_jsonb(${table}) as copy from ${table} where tenant_id = $1 limit 1`, [victim.id]);
      const copied = await tryAs('prongsai_staff', settingsOf(other), `insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`, [row?.['copy']]);
      expect([table, copied]).toEqual([table, denied]);
      const moved = await tryAs('prongsai_staff', settingsOf(other), `update ${table} set tenant_id = $1 where tenant_id = $2`, [victim.id, other.id]);
      expect([table, moved]).toEqual([table, denied]);
    }
  });

  it('shows nothing at all to a transaction that says nothing', async () => {
    for (const table of [...tables, 'tenant', 'account', 'network_appointment', 'round', 'holiday', 'idempotent_act']) {
      expect([table, await seen('prongsai_staff', {}, table)]).toEqual([table, 0]);
      const onlyTime = { now: rooms.clock.now().toISOString(), reach: 'unit' as const };
      expect([table, await seen('prongsai_staff', onlyTime, table)]).toEqual([table, 0]);
    }
  });

  it('shows nothing either once an earlier transaction of the same connection has ended', async () => {
    await database.as('prongsai_staff', {}, async (ask) => {
      await ask(`select set_config('app.tenant_id', $1, true), set_config('app.reach', 'unit', true)`, [victim.id]);
      expect((await ask('select 1 from publication_request')).length).toBeGreaterThan(0);
      await ask('commit');
      await ask('begin');
      expect(await ask('select 1 from publication_request')).toEqual([]);
      expect(await ask('select 1 from member')).toEqual([]);
    });
  });

  it('keeps drafts, files and publications from a network role that entered', async () => {
    const entered = settingsOf(victim, { reach: 'network', account_id: victim.network.admin.id });
    const closed = ['stored_blob', 'stored_file', 'file_preview', 'file_page', 'request_counter', 'publication_request', 'request_file', 'publication', 'publication_file'];
    for (const table of closed) expect([table, await seen('prongsai_staff', entered, table)]).toEqual([table, 0]);
    expect(await seen('prongsai_staff', entered, 'member')).toBe(6);
    const [row] = await database.look('select to_jsonb(publication_request) as copy from publication_request where tenant_id = $1 limit 1', [victim.id]);
    expect(await tryAs('prongsai_staff', entered, 'insert into publication_request select (jsonb_populate_record(null::publication_request, $1)).*', [row?.['copy']])).toBe(denied);
  });

  it('shows a person of the other unit no account, unit, role, round or trail of the victim\'s', async () => {
    const settings = settingsOf(other);
    expect(await seen('prongsai_staff', settings, 'account', 'id = any($1)', [Object.values(victim.people).map((person) => person.id)])).toBe(0);
    expect(await seen('prongsai_staff', settings, 'tenant', 'id = $1', [victim.id])).toBe(0);
    expect(await seen('prongsai_staff', settings, 'network_appointment', 'network_id = $1', [victim.network.id])).toBe(0);
    expect(await seen('prongsai_staff', settings, 'audit_entry', 'network_id = $1 or chain_id = $1', [victim.network.id])).toBe(0);
    expect(await seen('prongsai_staff', settings, 'round', 'network_id = $1', [victim.network.id])).toBe(0);
    expect(await tryAs('prongsai_staff', settings, 'update tenant set name_th = name_th where id = $1 returning 1', [victim.id])).toEqual([]);
  });

  it('never reads a password out', async () => {
    expect(await tryAs('prongsai_staff', settingsOf(victim), 'select password_hash from account')).toBe(denied);
    expect(await tryAs('prongsai_staff', settingsOf(victim), 'select 1 from account_link')).toBe(denied);
  });

  describe('the citizen\'s site', () => {
    const site = (tenant: FurnishedTenant): RowSettings => ({ tenant_id: tenant.id, now: rooms.clock.now().toISOString() });

    it('reads what is live at this instant, with its files, and nothing else', async () => {
      const { live, revised } = victim.publications;
      const rows = await tryAs('prongsai_site', site(victim), 'select id from publication order by id');
      expect(rows).toEqual([{ id: live.id }, { id: revised.id }]);
      expect(await tryAs('prongsai_site', site(victim), 'select publication_id from publication_file order by 1')).toEqual([{ publication_id: live.id }, { publication_id: revised.id }]);
    });

    it('reads it exactly inside its dates', async () => {
      const { id, liveFrom, liveUntil } = victim.publications.live;
      const at = async (instant: number) => (await seen('prongsai_site', { tenant_id: victim.id, now: new Date(instant).toISOString() }, 'publication', 'id = $1', [id])) === 1;
      const [from, until] = [liveFrom.getTime(), (liveUntil as Date).getTime()];
      expect([await at(from - 1), await at(from), await at(until - 1), await at(until)]).toEqual([false, true, true, false]);
    });

    it('reads nothing without a time, without a unit, or of another unit', async () => {
      for (const settings of [{}, { tenant_id: victim.id }, { now: rooms.clock.now().toISOString() }]) {
        for (const table of ['publication', 'publication_file']) expect(await seen('prongsai_site', settings, table)).toBe(0);
      }
      expect(await seen('prongsai_site', site(other), 'publication', 'tenant_id = $1', [victim.id])).toBe(0);
    });

    it('tells why a link has ended to its own unit only, and never of one that has not been shown', async () => {
      const { expired, withdrawn, scheduled, live } = victim.publications;
      const ended = (tenant: FurnishedTenant, code: string) => tryAs('prongsai_site', site(tenant), 'select ended_as, explanation from app.link_ended($1)', [code]);
      expect(await ended(victim, expired.code)).toEqual([{ ended_as: 'expired', explanation: null }]);
      expect(await ended(victim, withdrawn.code)).toEqual([{ ended_as: 'withdrawn', explanation: 'ข้อมูลคลาดเคลื่อน' }]);
      for (const { code } of [scheduled, live]) expect(await ended(victim, code)).toEqual([]);
      for (const { code } of [expired, withdrawn]) expect(await ended(other, code)).toEqual([]);
    });

    it('reads no other table, no inner column of a unit, and writes nothing', async () => {
      const readable = new Set(['clinic', 'clinic_day', 'opening_day', 'opening_hours', 'publication', 'publication_file', 'tenant_profile']);
      for (const table of [...tables.filter((name) => !readable.has(name)), 'account', 'session', 'sign_in_failure', 'idempotent_act', 'audit_head', 'round', 'network_appointment']) {
        expect([table, await seen('prongsai_site', site(victim), table)]).toEqual([table, denied]);
      }
      for (const column of ['intake_email', 'code5', 'frozen', 'active_web_masters']) {
        expect(await tryAs('prongsai_site', site(victim), `select ${column} from tenant`)).toBe(denied);
      }
      for (const table of ['publication', 'publication_file', 'tenant', 'tenant_profile', 'network', 'category', 'clinic', 'clinic_day', 'opening_day', 'opening_hours', 'holiday']) {
        expect(await tryAs('prongsai_site', site(victim), `delete from ${table}`)).toBe(denied);
        expect(await tryAs('prongsai_site', site(victim), `insert into ${table} default values`)).toBe(denied);
      }
      expect(await tryAs('prongsai_site', site(victim), 'select app.record($1, $1, $1, $2)', ['x', {}])).toBe(denied);
      expect(await tryAs('prongsai_site', site(victim), 'select app.sign_in_account($1)', [victim.people.head.email])).toBe(denied);
    });
  });

  describe('the province\'s dashboard', () => {
    const views = ['network', 'unit', 'unit_contact', 'requirement', 'requirement_fact', 'summary', 'round', 'monitoring_report'];
    const networkOf = (tenant: FurnishedTenant): RowSettings => ({ network_id: tenant.network.id, now: rooms.clock.now().toISOString() });

    it('reads its own network and nothing of another, in every view', async () => {
      const all = await database.look(`select relname as name from pg_class where relnamespace = 'report'::regnamespace and relkind = 'v'`);
      expect(all.map((row) => row['name']).sort()).toEqual([...views].sort());
      for (const view of views) {
        const key = view === 'network' ? 'id' : 'network_id';
        expect([view, Number(await seen('prongsai_report', networkOf(victim), `report.${view}`, `${key} = $1`, [victim.network.id])) > 0]).toEqual([view, true]);
        expect([view, await seen('prongsai_report', networkOf(other), `report.${view}`, `${key} = $1`, [victim.network.id])]).toEqual([view, 0]);
        expect([view, await seen('prongsai_report', {}, `report.${view}`)]).toEqual([view, 0]);
      }
    });

    it('reads no table at all', async () => {
      for (const table of [...tables, 'tenant', 'account', 'network', 'category']) {
        expect([table, await seen('prongsai_report', networkOf(victim), `public.${table}`)]).toEqual([table, denied]);
      }
    });
  });
});
