import { ComplianceModule, ComplianceReader, JudgeCompliance, NetworkComplianceReader, NetworkUnitReader } from '@prongsai/domain/compliance';
import { ConfirmCurrent, WithdrawPublication } from '@prongsai/domain/publishing';
import { actorInNetwork, aMember, aNetwork, aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import type { TestRooms } from '@prongsai/testing/db';
import { AcknowledgeReport } from '../acknowledge-report.verb';
import { MakeRounds } from '../make-rounds.verb';
import { ReportingModule } from '../reporting.module';
import { SendReport } from '../send-report.verb';
import { SubmitReport } from '../submit-report.verb';

let rooms: TestRooms;
const at = <T>(time: string, work: () => Promise<T>) => rooms.clock.during(new Date(`${time}+07:00`), work);

beforeAll(async () => {
  rooms = await openDomain([ComplianceModule, ReportingModule]);
});
afterAll(() => rooms.close());

function aUnit(wishes: Parameters<typeof aTenant>[1] = {}): Promise<TestTenant> {
  return at('2025-10-01T09:00:00', async () => {
    const tenant = await aTenant(rooms, wishes);
    await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2569);
    return tenant;
  });
}

const open = { publishUntil: null, dataFrom: '2025-10-01', dataUntil: '2025-10-01', publishFrom: '2025-10-01' };

/** The unit's statuses by code, judged at this time. */
async function judged(tenant: TestTenant, time: string, fiscalYear?: number): Promise<Record<string, string>> {
  const judgements = await at(time, () => rooms.get(JudgeCompliance).run({ tenantId: tenant.id, reach: 'unit' }, { fiscalYear }));
  return Object.fromEntries(judgements.map(({ code, status }) => [code, status]));
}

const keptRows = (tenant: TestTenant) =>
  rooms.database.look('select fiscal_year, code, ord, title, status, due_on, lapses_on, facts, judged_on from requirement_status where tenant_id = $1 order by fiscal_year, ord', [tenant.id]);

it('judges a new unit by the categories of its profile', async () => {
  const tenant = await aUnit();
  expect(await judged(tenant, '2025-10-01T10:00:00')).toEqual({
    basic: 'missing', law: 'missing', plan_budget: 'not_applicable', knowledge: 'not_applicable', links: 'missing', oia: 'missing', manual: 'missing',
    citizen_manual: 'not_applicable', news: 'missing', procurement: 'not_applicable', complaint: 'not_applicable', e_service: 'not_applicable', site_quality: 'missing',
    framework: 'missing', web_masters: 'met', data_stewards: 'not_applicable', report_six_month: 'not_due', report_twelve_month: 'not_due',
  });
});

it('follows an item from publishing through its cadence, its check and its withdrawal', async () => {
  const tenant = await aUnit();
  const { webMaster1 } = tenant.actors;
  const news = await at('2025-10-31T10:00:00', () => aPublication(rooms, tenant, { ...open, categoryCode: 'dho.08' }));
  const statusOn = async (time: string) => (await judged(tenant, time))['news'];
  expect(await statusOn('2025-11-15T00:00:00')).toBe('met');
  expect(await statusOn('2025-11-30T23:59:59')).toBe('due_soon');
  expect(await statusOn('2025-12-01T00:00:00')).toBe('overdue');
  await at('2025-12-01T08:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, news.id));
  expect(await statusOn('2025-12-01T09:00:00')).toBe('met');
  await at('2025-12-01T10:00:00', () => rooms.get(WithdrawPublication).run(webMaster1, news.id, 'ข้อมูลเปลี่ยน'));
  expect(await statusOn('2025-12-01T10:00:00')).toBe('missing');
});

it('sees an item go at the end of its last day, with no job run', async () => {
  const tenant = await aUnit();
  await at('2025-10-05T10:00:00', () => aPublication(rooms, tenant, { ...open, categoryCode: 'dho.01', publishUntil: '2025-10-10' }));
  expect((await judged(tenant, '2025-10-10T23:59:59'))['basic']).toBe('due_soon');
  expect((await judged(tenant, '2025-10-11T00:00:00'))['basic']).toBe('missing');
});

it('knows the framework of the year by what its request asked for', async () => {
  const tenant = await aUnit();
  const framework = { ...open, categoryCode: 'dho.01', requirementCodes: ['framework'] };
  await at('2025-10-03T10:00:00', () => aPublication(rooms, tenant, framework));
  expect((await judged(tenant, '2025-10-04T00:00:00'))['framework']).toBe('met');
  expect((await judged(tenant, '2026-10-01T00:00:00'))['framework']).toBe('missing');
  await at('2026-09-20T10:00:00', () => aPublication(rooms, tenant, { ...framework, publishFrom: '2026-09-20', dataFrom: '2026-10-01', dataUntil: '2027-09-30' }));
  expect((await judged(tenant, '2026-10-01T00:00:00'))['framework']).toBe('met');
});

it('asks a hospital for two data stewards in each work group', async () => {
  const tenant = await aUnit({ kind: 'hospital' });
  expect((await judged(tenant, '2025-10-02T00:00:00'))['data_stewards']).toBe('missing');
  const [group] = await rooms.database.look('select id from work_group where tenant_id = $1', [tenant.id]);
  for (const who of ['one', 'two']) {
    const steward = await at('2025-10-02T09:00:00', () => aMember(rooms, tenant, 'data_steward', who));
    await rooms.database.look(`update appointment set work_group_id = $1 where tenant_id = $2 and account_id = $3`, [group?.['id'], tenant.id, steward.id]);
  }
  expect((await judged(tenant, '2025-10-03T00:00:00'))['data_stewards']).toBe('met');
});

it('is met by a report sent in time, overdue by one sent a second late', async () => {
  const [inTime, late] = [await aUnit(), await aUnit()];
  const place = { fiscalYear: 2569, round: 'six_month' };
  for (const [tenant, time] of [[inTime, '2026-02-28T23:59:59'], [late, '2026-03-01T00:00:00']] as const) {
    expect((await judged(tenant, '2026-01-29T00:00:00'))['report_six_month']).toBe('due_soon');
    await at('2026-02-20T09:00:00', () => rooms.get(SubmitReport).run(tenant.actors.approver, place));
    await at('2026-02-20T09:00:00', () => rooms.get(AcknowledgeReport).run(tenant.actors.head, place));
    await at(time, () => rooms.get(SendReport).run(tenant.actors.head, place));
  }
  expect((await judged(inTime, '2026-03-02T00:00:00'))['report_six_month']).toBe('met');
  expect((await judged(late, '2026-03-02T00:00:00'))['report_six_month']).toBe('overdue');
});

it('rebuilds exactly what it kept', async () => {
  const tenant = await aUnit();
  await at('2025-10-05T10:00:00', () => aPublication(rooms, tenant, { ...open, categoryCode: 'dho.01' }));
  await judged(tenant, '2025-11-01T08:00:00');
  const kept = await keptRows(tenant);
  expect(kept).toHaveLength(18);
  await judged(tenant, '2025-11-01T09:00:00');
  expect(await keptRows(tenant)).toEqual(kept);
  await rooms.database.look('delete from requirement_status where tenant_id = $1', [tenant.id]);
  await judged(tenant, '2025-11-01T23:59:59');
  expect(await keptRows(tenant)).toEqual(kept);
});

it('leaves a past year alone, and judges it as at its last second when asked', async () => {
  const tenant = await aUnit();
  const item = await at('2026-09-20T10:00:00', () => aPublication(rooms, tenant, { ...open, categoryCode: 'dho.08' }));
  await judged(tenant, '2026-09-30T23:59:59');
  const before = (await keptRows(tenant)).map(({ judged_on: _, ...row }) => row);
  await at('2026-10-01T10:00:00', () => rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, item.id, 'ข้อมูลเปลี่ยน'));
  expect((await judged(tenant, '2026-10-01T10:00:01'))['news']).toBe('missing');
  await judged(tenant, '2026-12-01T09:00:00', 2569);
  const after = (await keptRows(tenant)).filter((row) => row['fiscal_year'] === 2569).map(({ judged_on: _, ...row }) => row);
  expect(after).toEqual(before);
});

it('never judges with a network role\'s reach, which would see nothing', async () => {
  const tenant = await aUnit();
  await expect(rooms.get(JudgeCompliance).run({ tenantId: tenant.id, reach: 'network' })).rejects.toThrow('own scope');
});

it('shows the unit its own board', async () => {
  const tenant = await aUnit();
  const { owner } = tenant.actors;
  const board = (fiscalYear: number) => rooms.transaction.act(owner, () => rooms.get(ComplianceReader).ofTenant(owner, fiscalYear));
  await judged(tenant, '2025-10-02T09:00:00');
  expect(await board(2569)).toMatchObject({ fiscalYear: 2569, tenant: { slug: tenant.slug }, judgedAt: '2025-10-02T02:00:00.000Z' });
  expect((await board(2569)).items[0]).toEqual({ code: 'basic', title: 'ข้อมูลหน่วยงาน', status: 'missing', dueOn: null, lapsesOn: null, facts: ['ยังไม่มีเรื่องที่เผยแพร่อยู่ในหมวดหมู่นี้'] });
  expect(await board(2560)).toMatchObject({ judgedAt: null, items: [] });
});

describe('the province\'s matrix', () => {
  it('has every unit of the network, judged or not, and none of another', async () => {
    const tenant = await aUnit();
    const { network } = tenant;
    const hospital = await at('2025-10-01T10:00:00', () => aTenant(rooms, { network, kind: 'hospital', live: false }));
    await aUnit();
    await judged(tenant, '2026-03-01T00:00:00');
    const supervisor = await actorInNetwork(rooms, network.supervisor, network.slug);
    const matrix = await at('2026-03-01T00:00:00', () => rooms.get(NetworkComplianceReader).ofNetwork(supervisor, 2569));
    expect(matrix).toMatchObject({ fiscalYear: 2569, network: { slug: network.slug, name: network.name } });
    expect(matrix.requirements.map((one) => one.code)).toEqual(expect.arrayContaining(['basic', 'web_masters', 'report_twelve_month']));
    expect(matrix.requirements[0]?.code).toBe('basic');
    expect(matrix.items).toEqual([
      expect.objectContaining({
        tenant: expect.objectContaining({ slug: tenant.slug, kind: 'district_office', state: 'live', frozen: false }), webMasters: 2,
        statuses: expect.objectContaining({ basic: 'missing', web_masters: 'met', report_six_month: 'overdue' }),
        reports: { six_month: { state: 'open', late: true }, twelve_month: { state: 'open', late: false }, year_close: { state: 'open', late: false } },
      }),
      expect.objectContaining({ tenant: expect.objectContaining({ slug: hospital.slug, state: 'setting_up' }), statuses: {} }),
    ]);
  });

  it('lists units by slug in pages', async () => {
    const tenant = await aUnit();
    const second = await at('2025-10-01T10:00:00', () => aTenant(rooms, { network: tenant.network }));
    const supervisor = await actorInNetwork(rooms, tenant.network.supervisor, tenant.network.slug);
    const [first, next] = [tenant.slug, second.slug].sort();
    const slugs = async (after: string | null, limit: number) => (await rooms.get(NetworkUnitReader).list(supervisor, after, limit)).map((line) => line.slug);
    expect(await slugs(null, 1)).toEqual([first]);
    expect(await slugs(first ?? null, 9)).toEqual([next]);
  });

  it('reads kept summaries only: its role may open no other table', async () => {
    const network = await aNetwork(rooms);
    const ask = (sql: string) => rooms.database.as('prongsai_report', { network_id: network.id }, (query) => query(sql));
    for (const table of ['publication', 'publication_request', 'monitoring_report', 'requirement_status', 'round', 'tenant', 'account']) {
      await expect(ask(`select 1 from public.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(ask('select frozen from report.monitoring_report')).rejects.toMatchObject({ code: '42703' });
    expect(await ask('select * from report.unit')).toEqual([]);
  });
});
