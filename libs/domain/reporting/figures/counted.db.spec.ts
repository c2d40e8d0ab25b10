import { countedFigures, type CountedQuery } from '@prongsai/kernel/contracts';
import { ConfirmCurrent, WithdrawPublication } from '@prongsai/domain/publishing';
import type { TestRooms } from '@prongsai/testing/db';
import { aPublication, aReport, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { MakeRounds } from '../make-rounds.verb';
import { ReportReader } from '../report.reader';
import { ReportingModule } from '../reporting.module';
import { CountedReader } from './counted.reader';

let rooms: TestRooms;
const at = <T>(time: string, work: () => Promise<T>) => rooms.clock.during(new Date(`${time}+07:00`), work);
const place = { fiscalYear: 2568, round: 'six_month' };

beforeAll(async () => {
  rooms = await openDomain([ReportingModule]);
});
afterAll(() => rooms.close());

/** A unit with five topics, each thing of its own kind: subjects, acts, a check, a period that ended, a withdrawal in time and one too late. */
function aBusyUnit(): Promise<TestTenant> {
  return at('2024-09-15T09:00:00', async () => {
    const tenant = await aTenant(rooms, { profile: 'khemarat' });
    await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2568);
    const publish = (time: string, categoryCode: string, wishes: { subItemCode?: string; publishUntil?: string } = {}) =>
      at(time, () => aPublication(rooms, tenant, { categoryCode, publishFrom: time.slice(0, 10), publishUntil: null, dataFrom: time.slice(0, 10), dataUntil: time.slice(0, 10), ...wishes }));
    await publish('2024-10-05T10:00:00', 'khemarat.01', { subItemCode: 'khemarat.01.01' });
    await publish('2024-11-05T10:00:00', 'khemarat.01', { subItemCode: 'khemarat.01.01', publishUntil: '2024-12-31' });
    await publish('2024-10-07T10:00:00', 'khemarat.01');
    for (const day of ['09', '10', '11']) await publish(`2024-10-${day}T10:00:00`, 'khemarat.05', { subItemCode: 'khemarat.05.01' });
    const [early, late, kept] = [await publish('2024-10-02T10:00:00', 'khemarat.03'), await publish('2024-10-02T11:00:00', 'khemarat.03'), await publish('2024-10-02T12:00:00', 'khemarat.03')];
    await rooms.database.as('prongsai_staff', { tenant_id: tenant.id, reach: 'unit' }, (ask) =>
      ask('update publication set takedown_due_at = $1 where id = $2', ['2025-01-31T23:59:59+07:00', late.id]), 'keep');
    const { webMaster1 } = tenant.actors;
    await at('2025-01-10T10:00:00', () => rooms.get(WithdrawPublication).run(webMaster1, early.id, 'ข้อมูลเปลี่ยน'));
    await at('2025-02-01T00:00:00', () => rooms.get(WithdrawPublication).run(webMaster1, late.id, 'ข้อมูลไม่ถูกต้อง'));
    await at('2025-02-01T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
    await at('2025-02-02T10:00:00', () => rooms.get(ConfirmCurrent).run(webMaster1, kept.id));
    return tenant;
  });
}

function list(tenant: TestTenant, query: CountedQuery, limit = 200) {
  const { head } = tenant.actors;
  return rooms.transaction.act(head, () => rooms.get(CountedReader).list(head, place, query, { after: null, limit }));
}

/** Every figure of the report beside the length of the list that it opens. */
async function figuresAndLists(tenant: TestTenant): Promise<{ figures: unknown[]; lists: unknown[] }> {
  const { head } = tenant.actors;
  const report = await rooms.transaction.act(head, () => rooms.get(ReportReader).get(head, place));
  const [figures, lists]: [unknown[], unknown[]] = [[], []];
  for (const category of report.categories) {
    for (const figure of countedFigures) {
      const { total, things } = await list(tenant, { category: category.code, figure });
      figures.push([category.code, figure, category[figure], category[figure]]);
      lists.push([category.code, figure, total, things.length]);
    }
    for (const subItem of category.subItems) {
      const { total, things } = await list(tenant, { category: category.code, figure: 'published', subItem: subItem.code });
      figures.push([subItem.code, subItem.published, subItem.published]);
      lists.push([subItem.code, total, things.length]);
    }
  }
  return { figures, lists };
}

it('lists as many things as each figure counts, for the report that still moves', async () => {
  const tenant = await aBusyUnit();
  const { figures, lists } = await at('2025-02-20T09:00:00', () => figuresAndLists(tenant));
  expect(lists).toEqual(figures);
  expect(figures).toEqual(expect.arrayContaining([
    ['khemarat.01', 'published', 2, 2], ['khemarat.01', 'takenDownOnTime', 1, 1], ['khemarat.03', 'takenDownOnTime', 1, 1], ['khemarat.03', 'takenDownLate', 1, 1],
    ['khemarat.03', 'updated', 1, 1], ['khemarat.05', 'published', 3, 3],
  ]));
});

it('stays with the figures of the sending when the unit works on', async () => {
  const tenant = await aBusyUnit();
  await at('2025-02-20T09:00:00', () => aReport(rooms, tenant, 'sent', place));
  await at('2025-02-21T10:00:00', () => aPublication(rooms, tenant, { categoryCode: 'khemarat.05', publishFrom: '2025-02-21', publishUntil: null, dataFrom: '2025-02-21', dataUntil: '2025-02-21' }));
  const { figures, lists } = await at('2025-02-25T09:00:00', () => figuresAndLists(tenant));
  expect(lists).toEqual(figures);
  expect(figures).toContainEqual(['khemarat.05', 'published', 3, 3]);
});

it('names a subject by its sub-item with every publication of it, and goes on page by page', async () => {
  const tenant = await aBusyUnit();
  const { head } = tenant.actors;
  await at('2025-02-20T09:00:00', async () => {
    const { things } = await list(tenant, { category: 'khemarat.01', figure: 'published' });
    expect(things.map(({ publications }) => publications.length)).toEqual([2, 1]);
    expect(things[0]?.title).not.toBe(things[0]?.publications[0]?.title);
    expect(things[0]?.publications[0]?.url).toMatch(new RegExp(`//${tenant.slug}\\..*/p/[a-z0-9]{10}$`));
    const query: CountedQuery = { category: 'khemarat.05', figure: 'published' };
    const [first] = (await list(tenant, query, 1)).things;
    if (!first) throw new Error('the list is empty');
    const rest = await rooms.transaction.act(head, () => rooms.get(CountedReader).list(head, place, query, { after: { at: first.at, key: first.key }, limit: 10 }));
    expect([rest.total, rest.things.length]).toEqual([3, 2]);
    expect(rest.things.map(({ key }) => key)).not.toContain(first.key);
  });
});

it('knows no category, sub-item or round that the unit does not have', async () => {
  const tenant = await aBusyUnit();
  const { head } = tenant.actors;
  const ask = (round: string, query: CountedQuery) => rooms.transaction.act(head, () => rooms.get(CountedReader).list(head, { ...place, round }, query, { after: null, limit: 1 }));
  await expect(ask('six_month', { category: 'dho.01', figure: 'updated' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(ask('six_month', { category: 'khemarat.01', subItem: 'khemarat.05.01', figure: 'updated' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(ask('no_round', { category: 'khemarat.01', figure: 'updated' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
