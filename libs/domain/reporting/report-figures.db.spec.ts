import type { ReportView } from '@prongsai/kernel/contracts';
import { ConfirmCurrent, WithdrawPublication } from '@prongsai/domain/publishing';
import { TenantReader } from '@prongsai/domain/tenant';
import type { TestRooms } from '@prongsai/testing/db';
import { aPublication, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { MakeRounds } from './make-rounds.verb';
import { ReportReader } from './report.reader';
import { ReportingModule } from './reporting.module';

let rooms: TestRooms;
const at = <T>(time: string, work: () => Promise<T>) => rooms.clock.during(new Date(`${time}+07:00`), work);

beforeAll(async () => {
  rooms = await openDomain([ReportingModule]);
});
afterAll(() => rooms.close());

/** Khemarat's own five topics (seed 003), in a unit opened before FY 2568. */
function khemarat(): Promise<TestTenant> {
  return at('2024-09-15T09:00:00', async () => {
    const tenant = await aTenant(rooms, { profile: 'khemarat' });
    await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2568);
    return tenant;
  });
}

function publish(tenant: TestTenant, time: string, categoryCode: string, wishes: { subItemCode?: string; publishUntil?: string; workGroupId?: string } = {}) {
  const day = time.slice(0, 10);
  return at(time, () => aPublication(rooms, tenant, { categoryCode, publishFrom: day, publishUntil: null, dataFrom: day, dataUntil: day, ...wishes }));
}

function report(tenant: TestTenant, time: string, round = 'year_close'): Promise<ReportView> {
  return at(time, () => rooms.transaction.act(tenant.actors.head, () => rooms.get(ReportReader).get(tenant.actors.head, { fiscalYear: 2568, round })));
}

const category = (view: ReportView, code: string) => view.categories.find((one) => one.code === code);

it('counts subjects that were live and acts of publishing, each by its category\'s rule (seed 003)', async () => {
  const tenant = await khemarat();
  await publish(tenant, '2024-10-05T10:00:00', 'khemarat.01', { subItemCode: 'khemarat.01.01' });
  await publish(tenant, '2024-11-05T10:00:00', 'khemarat.01', { subItemCode: 'khemarat.01.01', publishUntil: '2024-12-31' });
  await publish(tenant, '2024-10-06T10:00:00', 'khemarat.01', { subItemCode: 'khemarat.01.02' });
  await publish(tenant, '2024-10-07T10:00:00', 'khemarat.01');
  for (const day of ['09', '10', '11']) await publish(tenant, `2024-10-${day}T10:00:00`, 'khemarat.05', { subItemCode: 'khemarat.05.01' });
  const view = await report(tenant, '2025-10-10T09:00:00');
  expect(view.categories.map((one) => [one.code, one.published, one.unit])).toEqual([
    ['khemarat.01', 3, 'เรื่อง'], ['khemarat.02', 0, 'เรื่อง'], ['khemarat.03', 0, 'เรื่อง'], ['khemarat.04', 0, 'ครั้ง'], ['khemarat.05', 3, 'ครั้ง'],
  ]);
  expect(category(view, 'khemarat.01')?.subItems.map((item) => item.published)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  expect(category(view, 'khemarat.05')?.subItems.map((item) => item.published)).toEqual([3, 0, 0, 0]);
  await publish(tenant, '2025-09-30T23:59:59', 'khemarat.05');
  expect(category(await report(tenant, '2025-10-10T09:00:00'), 'khemarat.05')?.published).toBe(4);
});

it('counts inside the fiscal year to the second', async () => {
  const tenant = await khemarat();
  await publish(tenant, '2024-09-30T23:59:59', 'khemarat.05');
  await publish(tenant, '2024-10-01T00:00:00', 'khemarat.05');
  await publish(tenant, '2025-09-30T23:59:59', 'khemarat.05');
  await publish(tenant, '2025-10-01T00:00:00', 'khemarat.05');
  // A subject of the year before counts as long as it is still live when the year begins.
  await publish(tenant, '2024-09-20T10:00:00', 'khemarat.02', { publishUntil: '2024-09-30' });
  await publish(tenant, '2024-09-20T10:00:00', 'khemarat.02', { publishUntil: '2024-10-01' });
  const view = await report(tenant, '2025-11-01T09:00:00');
  expect(category(view, 'khemarat.05')?.published).toBe(2);
  expect(category(view, 'khemarat.02')).toMatchObject({ published: 1, takenDownOnTime: 1, takenDownLate: 0 });
});

it('tells taken down on time from late, and what was checked', async () => {
  const tenant = await khemarat();
  const { webMaster1 } = tenant.actors;
  await publish(tenant, '2024-10-02T10:00:00', 'khemarat.03', { publishUntil: '2025-09-30' });
  const early = await publish(tenant, '2024-10-02T10:00:00', 'khemarat.03');
  const late = await publish(tenant, '2024-10-02T10:00:00', 'khemarat.03');
  const kept = await publish(tenant, '2024-10-02T10:00:00', 'khemarat.03');
  await rooms.database.as('prongsai_staff', { tenant_id: tenant.id, reach: 'unit' }, (ask) =>
    ask('update publication set takedown_due_at = $1 where id = $2', ['2025-01-31T23:59:59+07:00', late.id]), 'keep');
  await at('2025-01-10T10:00:00', () => rooms.get(WithdrawPublication).run(webMaster1, early.id, 'ข้อมูลเปลี่ยน'));
  await at('2025-02-01T00:00:00', () => rooms.get(WithdrawPublication).run(webMaster1, late.id, 'ข้อมูลไม่ถูกต้อง'));
  await at('2025-02-01T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
  await at('2025-10-02T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
  const view = await report(tenant, '2025-11-01T09:00:00');
  expect(category(view, 'khemarat.03')).toMatchObject({ published: 4, updated: 1, takenDownOnTime: 2, takenDownLate: 1, cadence: { code: 'quarterly', kept: false } });
  await at('2025-06-30T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
  await at('2025-07-01T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
  expect(category(await report(tenant, '2025-11-01T09:00:00'), 'khemarat.03')?.cadence.kept).toBe(true);
});

it('counts requests by what was done with them, and the days to publication', async () => {
  const tenant = await khemarat();
  const wishes = { categoryCode: 'khemarat.05', publishFrom: '2024-11-01', publishUntil: null, dataFrom: '2024-11-01', dataUntil: '2024-11-01' };
  await at('2024-11-01T10:00:00', () => aRequest(rooms, tenant, 'published', wishes));
  await at('2024-11-02T10:00:00', () => aRequest(rooms, tenant, 'refused', wishes));
  await at('2024-11-03T10:00:00', () => aRequest(rooms, tenant, 'returned', wishes));
  await at('2024-11-04T10:00:00', () => aRequest(rooms, tenant, 'draft', wishes));
  const view = await report(tenant, '2025-11-01T09:00:00');
  expect(view.requests).toEqual({ submitted: 3, approved: 1, refused: 1, returned: 1, refusals: [{ reason: 'outside_mission', count: 1 }], medianDaysToPublish: 0 });
  expect(view.webMasters.map(({ orderNumber, from }) => [orderNumber, from])).toEqual([['1/2566', '2023-10-01'], ['1/2566', '2023-10-01']]);
});

it('lists every act of publishing in the register of its work group', async () => {
  const tenant = await khemarat();
  const [group] = await rooms.transaction.act(tenant.actors.owner, () => rooms.get(TenantReader).listWorkGroups());
  await publish(tenant, '2024-10-05T10:00:00', 'khemarat.05', { workGroupId: group?.id });
  const withdrawn = await publish(tenant, '2024-10-06T10:00:00', 'khemarat.05');
  await at('2024-10-20T10:00:00', () => rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, withdrawn.id, 'ข้อมูลเปลี่ยน'));
  const { register } = await report(tenant, '2025-02-01T09:00:00', 'six_month');
  expect(register).toEqual([
    expect.objectContaining({ workGroup: 'กลุ่มงานบริหารทั่วไป', date: '2024-10-05', publishedOn: '2024-10-05', summary: 'รายละเอียดโดยสรุป', acknowledgedBy: null }),
    expect.objectContaining({ workGroup: 'ไม่ระบุกลุ่มงาน', topic: withdrawn.title, summary: expect.stringContaining('เนื่องจาก ข้อมูลเปลี่ยน') }),
  ]);
});

it('sees nothing of another unit', async () => {
  const [tenant, other] = [await khemarat(), await khemarat()];
  await publish(other, '2024-10-05T10:00:00', 'khemarat.05');
  const view = await report(tenant, '2025-10-10T09:00:00');
  expect(view.categories.every((one) => one.published === 0)).toBe(true);
  expect(view.requests).toMatchObject({ submitted: 0, approved: 0, medianDaysToPublish: null });
  expect(view.register).toEqual([]);
});
