import { createHash } from 'node:crypto';
import type { Row, TestRooms } from '@prongsai/testing/db';
import { aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { auditActs } from './audit-acts';
import { AuditReader } from './audit.reader';
import { AuditTrail } from './audit-trail';

const denied = { code: '42501' };

describe('the trail', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  const own = () => ({ accountId: tenant.people.head.id, tenantId: tenant.id, reach: 'unit' as const });
  const chain = (id = tenant.id) => rooms.database.look('select *, detail::text as detail_text from audit_entry where chain_id = $1 order by seq', [id]);

  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  it('has a Thai title for every act', () => {
    for (const title of Object.values(auditActs)) expect(title).toMatch(/^[\u0E00-\u0E7F]/);
  });

  it('cannot be written outside the transaction of an act', async () => {
    await expect(rooms.get(AuditTrail).record('request.created', 'request', null)).rejects.toThrow('no transaction is open');
    for (const settings of [{}, { tenant_id: tenant.id }, { now: '2026-01-01T00:00:00Z' }]) {
      await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask(`select app.record('request.created', 'request', null, '{}')`))).rejects.toThrow('needs the transaction of the act');
    }
  });

  it('says who, when by the business clock, and what; nothing of it is the caller\'s to choose', async () => {
    const at = new Date('2026-03-01T02:03:04.567Z');
    await rooms.clock.during(at, () => rooms.transaction.act(own(), () => rooms.get(AuditTrail).record('member.added', 'member', 'x', { a: 1 })));
    const entry = (await chain()).at(-1);
    expect(entry).toMatchObject({
      tenant_id: tenant.id, network_id: null, at, account_id: tenant.people.head.id, by_name: tenant.people.head.name, reach: 'unit', act: 'member.added', subject_type: 'member', subject_id: 'x', detail: { a: 1 },
    });
    expect(Math.abs((entry?.['recorded_at'] as Date).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('is rolled back with the act, and with it every trace of the act', async () => {
    const traces = async () => [
      (await chain()).length,
      ...(await rooms.database.look(`
        select (select count(*) from publication_request where tenant_id = $1)::int as requests, (select count(*) from notice where tenant_id = $1)::int as notices,
               (select count(*) from mail_message where tenant_id = $1)::int as mails, (select count(*) from request_counter where tenant_id = $1)::int as counters,
               (select count(*) from graphile_worker._private_jobs where payload->>'tenantId' = $1::text)::int as jobs`, [tenant.id])),
    ];
    const before = await traces();
    const lost = rooms.transaction.act({ ...own(), accountId: tenant.people.owner.id }, async () => {
      const { id } = await aRequest(rooms, tenant, 'submitted');
      throw new Error(`lost ${id.length}`);
    });
    await expect(lost).rejects.toThrow('lost 36');
    expect(await traces()).toEqual(before);
    await aRequest(rooms, tenant, 'submitted');
    expect(await traces()).not.toEqual(before);
  });

  it('can be neither written past the function, nor changed, nor cut off by any role that signs in', async () => {
    const settings = { tenant_id: tenant.id, account_id: tenant.people.head.id, reach: 'unit' as const, now: '2026-01-01T00:00:00Z' };
    const statements = [
      'insert into public.audit_entry select * from public.audit_entry limit 1', `update public.audit_entry set act = 'x'`, 'delete from public.audit_entry', 'truncate public.audit_entry',
      'select * from public.audit_head', 'update public.audit_head set seq = 0', 'delete from public.audit_head', 'alter table public.audit_entry disable row level security',
      'drop function app.record',
    ];
    for (const role of ['prongsai_staff', 'prongsai_site', 'prongsai_report', 'prongsai_jobs'] as const) {
      for (const sql of statements) await expect(rooms.database.as(role, settings, (ask) => ask(sql))).rejects.toMatchObject(denied);
    }
  });

  it('is a chain: each entry holds the hash of the one before, and its own can be computed again', async () => {
    const entries = await chain();
    expect(entries.length).toBeGreaterThan(5);
    expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, index) => index + 1));
    let last = '';
    for (const entry of entries) {
      expect(entry['previous_hash']).toBe(last);
      expect(entry['hash']).toBe(hashOf(entry, last));
      last = String(entry['hash']);
    }
    expect(await rooms.database.look('select seq::int as seq, hash from audit_head where chain_id = $1', [tenant.id])).toEqual([{ seq: entries.length, hash: last }]);
  });

  it('has no gap and no fork when acts race', async () => {
    const before = (await chain()).length;
    await Promise.all(Array.from({ length: 20 }, (_, index) => rooms.transaction.act(own(), () => rooms.get(AuditTrail).record('member.added', 'member', String(index)))));
    const entries = await chain();
    expect(entries).toHaveLength(before + 20);
    expect(entries.every((entry, index) => index === 0 || entry['previous_hash'] === entries[index - 1]?.['hash'])).toBe(true);
  });

  it('is kept per unit and per network, and read by its own people only', async () => {
    const networkChain = await chain(tenant.network.id);
    expect(networkChain.map(({ act, tenant_id: of }) => [act, of])).toEqual([['network.opened', null], ['network.role_given', null], ['network.role_given', null]]);
    const other = await aTenant(rooms, { network: tenant.network });
    const seen = await rooms.transaction.act({ accountId: other.people.head.id, tenantId: other.id, reach: 'unit' }, () => rooms.get(AuditReader).list(tenant.id, null, 50));
    expect(seen).toEqual([]);
  });

  it('is read newest first, page by page, in Thai', async () => {
    const [all, first] = await rooms.transaction.act(own(), async () => [await rooms.get(AuditReader).list(tenant.id, null, 200), await rooms.get(AuditReader).list(tenant.id, null, 3)] as const);
    expect(all.map((line) => line.seq)).toEqual([...all.map((line) => line.seq)].sort((a, b) => b - a));
    expect(first).toEqual(all.slice(0, 3));
    const second = await rooms.transaction.act(own(), () => rooms.get(AuditReader).list(tenant.id, first[2]?.seq ?? null, 3));
    expect(second).toEqual(all.slice(3, 6));
    expect(all.find((line) => line.act === 'tenant.went_live')).toMatchObject({ actTitle: 'เปิดเว็บไซต์', by: { name: tenant.people.head.name } });
  });
});

/** The hash as the database makes it: of the entry before, the chain, the place in it and all that it says. */
function hashOf(entry: Row, last: string): string {
  const at = `${(entry['at'] as Date).toISOString().slice(0, -1)}000`;
  const text = [
    last, entry['chain_id'], entry['seq'], at, entry['account_id'] ?? '', entry['reach'] ?? '', entry['act'], entry['subject_type'], entry['subject_id'] ?? '', entry['detail_text'],
  ].map(String).join('|');
  return createHash('sha256').update(text).digest('hex');
}
