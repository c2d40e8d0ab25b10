import fc from 'fast-check';
import { EntityManager } from 'typeorm';
import { requirementStatuses, type RequirementStatus } from '@prongsai/kernel/workflow';
import { JudgeCompliance, NetworkComplianceReader } from '@prongsai/domain/compliance';
import { WithdrawPublication } from '@prongsai/domain/publishing';
import { actorInNetwork, aNetwork, aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import type { TestRooms } from '@prongsai/testing/db';
import { MakeRounds } from '../make-rounds.verb';
import { NetworkReportReader } from '../network-report.reader';
import { NetworkRequirementReader } from '../network/network-requirement.reader';
import { NetworkUnitSummaryReader } from '../network/network-unit-summary.reader';

const year = 2569;
const open = { publishUntil: null, dataFrom: '2025-10-01', dataUntil: '2025-10-01', publishFrom: '2025-10-01' };
let rooms: TestRooms;
const on = <T>(day: string, work: () => Promise<T>) => rooms.clock.during(new Date(`${day}T09:00:00+07:00`), work);
const judge = (tenant: TestTenant, day: string) => on(day, () => rooms.get(JudgeCompliance).run({ tenantId: tenant.id, reach: 'unit' }, { fiscalYear: year }));
const supervisorOf = (tenant: TestTenant) => actorInNetwork(rooms, tenant.network.supervisor, tenant.network.slug);

beforeAll(async () => {
  rooms = await openDomain();
});
afterAll(() => rooms.close());

async function aUnit(wishes: Parameters<typeof aTenant>[1] = {}): Promise<TestTenant> {
  return on('2025-10-01', async () => {
    const tenant = await aTenant(rooms, wishes);
    await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, year);
    return tenant;
  });
}

/** Status by code, from the requirements themselves. */
async function recount(tenant: TestTenant): Promise<Record<string, RequirementStatus>> {
  const rows = await rooms.database.look('select code, status from requirement_status where tenant_id = $1 and fiscal_year = $2', [tenant.id, year]);
  return Object.fromEntries(rows.map((row) => [String(row['code']), row['status'] as RequirementStatus]));
}

function counted(statuses: Record<string, RequirementStatus>): Record<RequirementStatus, number> {
  const all = Object.values(statuses);
  return Object.fromEntries(requirementStatuses.map((status) => [status, all.filter((one) => one === status).length])) as Record<RequirementStatus, number>;
}

describe('the summary', () => {
  it('is a recount of the requirements, whatever happens to them', async () => {
    const tenant = await aUnit();
    const supervisor = await supervisorOf(tenant);
    const live: string[] = [];
    const day = fc.integer({ min: 0, max: 300 }).map((days) => new Date(Date.UTC(2025, 9, 2 + days)).toISOString().slice(0, 10));
    const act = fc.record({ what: fc.constantFrom('publish', 'withdraw', 'judge', 'lose a row', 'lose all'), day, category: fc.constantFrom('dho.01', 'dho.02', 'dho.08') });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 4 }), async (acts) => {
        for (const { what, day: when, category } of acts) {
          if (what === 'publish') live.push((await on(when, () => aPublication(rooms, tenant, { ...open, categoryCode: category }))).id);
          const gone = what === 'withdraw' ? live.pop() : undefined;
          if (gone) await on(when, () => rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, gone, 'ข้อมูลเปลี่ยน'));
          if (what === 'lose a row') await rooms.database.look(`delete from requirement_status where tenant_id = $1 and code = 'basic'`, [tenant.id]);
          else if (what === 'lose all') await rooms.database.look('delete from requirement_status where tenant_id = $1', [tenant.id]);
          else await judge(tenant, when);
          const statuses = await recount(tenant);
          const [unit] = (await rooms.get(NetworkComplianceReader).ofNetwork(supervisor, year)).items;
          expect(unit?.statuses).toEqual(statuses);
          expect((await rooms.get(NetworkComplianceReader).countsOf(supervisor, year)).statuses).toEqual(counted(statuses));
        }
      }),
      { numRuns: 6 },
    );
    // Rebuilt from nothing it is the same.
    await judge(tenant, '2026-05-01');
    const kept = () => rooms.database.look('select fiscal_year, statuses::text, met, due_soon, overdue, missing, not_due, not_applicable from compliance_summary where tenant_id = $1', [tenant.id]);
    const before = await kept();
    expect(before).toHaveLength(1);
    await rooms.database.look('delete from requirement_status where tenant_id = $1', [tenant.id]);
    expect(await kept()).toEqual([]);
    await judge(tenant, '2026-05-01');
    expect(await kept()).toEqual(before);
  });

  it('is written by the unit for itself alone', async () => {
    const [tenant, other] = [await aUnit(), await aUnit()];
    await judge(tenant, '2026-01-10');
    await judge(other, '2026-01-10');
    const touched = await rooms.database.as('prongsai_staff', { tenant_id: other.id, reach: 'unit' }, (ask) =>
      ask('update compliance_summary set met = 99 where tenant_id = $1 returning 1', [tenant.id]));
    expect(touched).toEqual([]);
    expect(await rooms.database.as('prongsai_staff', { tenant_id: other.id, reach: 'unit' }, (ask) => ask('select distinct tenant_id from compliance_summary'))).toEqual([{ tenant_id: other.id }]);
  });
});

describe('the figures', () => {
  it('add up the matrix', async () => {
    const tenant = await aUnit();
    const { network } = tenant;
    const short = await aUnit({ network, live: false });
    await on('2025-10-01', () => aTenant(rooms, { network, kind: 'hospital', live: false }));
    await judge(tenant, '2026-03-01');
    await judge(short, '2026-03-01');
    await rooms.database.look('update tenant set active_web_masters = 1 where id = $1', [short.id]);
    const supervisor = await supervisorOf(tenant);
    const counts = await on('2026-03-01', () => rooms.get(NetworkComplianceReader).countsOf(supervisor, year));
    const { items } = await rooms.get(NetworkComplianceReader).ofNetwork(supervisor, year);
    const gaps = (item: (typeof items)[number]) => Object.values(item.statuses).filter((status) => status === 'missing' || status === 'overdue').length;
    expect(counts).toEqual({
      fiscalYear: year, network: { slug: network.slug, name: network.name }, at: expect.stringMatching(/^2026-03-01T02:00:00/), units: 3,
      withoutGaps: items.filter((item) => gaps(item) === 0).length, webMastersShort: 1,
      statuses: counted(Object.fromEntries(items.flatMap((item) => Object.entries(item.statuses).map(([code, status]) => [`${item.tenant.slug} ${code}`, status])))),
      reports: { six_month: { withProvince: 0 }, twelve_month: { withProvince: 0 }, year_close: { withProvince: 0 } },
    });
    expect(counts.withoutGaps).toBe(1);
  });

  it('are nought in a network without units', async () => {
    const network = await aNetwork(rooms);
    const supervisor = await actorInNetwork(rooms, network.supervisor, network.slug);
    expect(await rooms.get(NetworkComplianceReader).countsOf(supervisor, year)).toMatchObject({ units: 0, withoutGaps: 0, statuses: { met: 0, missing: 0 }, reports: {} });
  });
});

describe('the plan of every query of the dashboard', () => {
  /** What the dashboard may read: names, kept summaries, rounds and reports. */
  const summaries = ['compliance_summary', 'monitoring_report', 'network', 'requirement_status', 'round', 'tenant'];

  it('reads kept summaries and nothing that grows with what is published', async () => {
    const tenant = await aUnit();
    await judge(tenant, '2026-03-01');
    const supervisor = await supervisorOf(tenant);
    const reader = rooms.get(NetworkComplianceReader);
    const watch = jest.spyOn(EntityManager.prototype, 'query');
    await reader.ofNetwork(supervisor, year);
    await reader.countsOf(supervisor, year);
    await rooms.get(NetworkUnitSummaryReader).get(supervisor, tenant.slug, year);
    await rooms.get(NetworkRequirementReader).get(supervisor, 'basic', year);
    await rooms.get(NetworkReportReader).list(supervisor, { fiscalYear: year, after: null, limit: 200 });
    const asked = watch.mock.calls.filter(([sql]) => /\breport\./.test(sql)) as Array<[string, unknown[]]>;
    watch.mockRestore();
    expect(asked.length).toBeGreaterThanOrEqual(10);
    const read = new Set<string>();
    for (const [sql, parameters] of asked) {
      const [row] = await rooms.database.as('prongsai_report', { network_id: tenant.network.id }, (ask) => ask(`explain (format json) ${sql}`, parameters));
      for (const [, relation] of JSON.stringify(row).matchAll(/"Relation Name":"([^"]+)"/g)) read.add(String(relation));
    }
    expect([...read].sort()).toEqual(summaries);
  });
});
