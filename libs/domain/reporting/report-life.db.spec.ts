import { AppointedActors, GiveNetworkRole, MailMessage, Notice } from '@prongsai/domain/people';
import { actorInNetwork, aNetwork, aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import type { TestRooms } from '@prongsai/testing/db';
import { AcceptReport } from './accept-report.verb';
import { AcknowledgeReport } from './acknowledge-report.verb';
import { DraftReport } from './draft-report.verb';
import { MakeRounds } from './make-rounds.verb';
import { NetworkReportReader } from './network-report.reader';
import { ReportReader } from './report.reader';
import { ReportingModule } from './reporting.module';
import { ReturnReport } from './return-report.verb';
import { SendReport } from './send-report.verb';
import { SubmitReport } from './submit-report.verb';

let rooms: TestRooms;
const place = { fiscalYear: 2569, round: 'six_month' };
const at = <T>(time: string, work: () => Promise<T>) => rooms.clock.during(new Date(`${time}+07:00`), work);

beforeAll(async () => {
  rooms = await openDomain([ReportingModule]);
});
afterAll(() => rooms.close());

function aUnit(): Promise<TestTenant> {
  return at('2025-10-01T09:00:00', async () => {
    const tenant = await aTenant(rooms);
    await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2569);
    return tenant;
  });
}

async function sent(tenant: TestTenant, submittedAt: string, sentAt: string) {
  await at(submittedAt, () => rooms.get(SubmitReport).run(tenant.actors.approver, place));
  await at(sentAt, () => rooms.get(AcknowledgeReport).run(tenant.actors.head, place));
  return at(sentAt, () => rooms.get(SendReport).run(tenant.actors.head, place));
}

const view = (tenant: TestTenant, time: string) => at(time, () => rooms.transaction.act(tenant.actors.head, () => rooms.get(ReportReader).get(tenant.actors.head, place)));
const supervisorOf = (tenant: TestTenant) => actorInNetwork(rooms, tenant.network.supervisor, tenant.network.slug);

it('goes from the draft to the province, each step by the person whose work it is', async () => {
  const tenant = await aUnit();
  const { webMaster1, approver, head, owner } = tenant.actors;
  await at('2026-02-01T09:00:00', async () => {
    await expect(rooms.get(DraftReport).run(approver, place, { problems: 'x' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await rooms.get(DraftReport).run(webMaster1, place, { problems: 'เว็บไซต์ยังไม่สมบูรณ์' });
    await rooms.get(DraftReport).run(webMaster1, place, { suggestions: 'เห็นควรจัดการอบรม' });
    await expect(rooms.get(AcknowledgeReport).run(head, place)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    await expect(rooms.get(SubmitReport).run(webMaster1, place)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await rooms.get(SubmitReport).run(approver, place);
    await expect(rooms.get(SubmitReport).run(approver, place)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    await expect(rooms.get(SendReport).run(head, place)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    await expect(rooms.get(AcknowledgeReport).run(owner, place)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await rooms.get(AcknowledgeReport).run(head, place);
    await rooms.get(SendReport).run(head, place);
    await expect(rooms.get(DraftReport).run(webMaster1, place, { problems: 'ใหม่' })).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
  });
  expect(await view(tenant, '2026-02-01T10:00:00')).toMatchObject({
    state: 'sent', problems: 'เว็บไซต์ยังไม่สมบูรณ์', suggestions: 'เห็นควรจัดการอบรม', frozen: true, late: false,
    submittedBy: tenant.people.approver.name, acknowledgedBy: tenant.people.head.name, window: { from: '2025-10-01', until: '2026-02-01' },
  });
  const kinds = await rooms.transaction.act(head, () => rooms.transaction.manager.getRepository(Notice).find({ order: { id: 'ASC' } }));
  expect(kinds.filter((notice) => notice.kind.startsWith('report_')).map((notice) => [notice.kind, notice.accountId])).toEqual([
    ['report_submitted', tenant.people.head.id], ['report_sent', tenant.network.supervisor.id],
  ]);
  const mails = await rooms.transaction.act(head, () => rooms.transaction.manager.getRepository(MailMessage).find());
  expect(mails.map((mail) => mail.toAddress)).toEqual(expect.arrayContaining([tenant.people.head.email, tenant.network.supervisor.email]));
  const trail = await rooms.database.look(`select act from audit_entry where chain_id = $1 and act like 'report.%' order by seq`, [tenant.id]);
  expect(trail.map((row) => row['act'])).toEqual(['report.drafted', 'report.drafted', 'report.submitted', 'report.acknowledged', 'report.sent']);
});

it.each([
  ['2026-02-28T23:59:59', '2026-02-28T23:59:59', { lateToSuperior: false, lateToProvince: false, late: false }],
  ['2026-02-28T23:59:59.999', '2026-03-01T00:00:00', { lateToSuperior: false, lateToProvince: true, late: true }],
  ['2026-03-01T00:00:00', '2026-03-01T00:00:00', { lateToSuperior: true, lateToProvince: true, late: true }],
])('submitted at %s and sent at %s is late to the second: %j', async (submittedAt, sentAt, lateness) => {
  const tenant = await aUnit();
  await sent(tenant, submittedAt, sentAt);
  expect(await view(tenant, '2026-04-01T00:00:00')).toMatchObject(lateness);
});

it('keeps the first acts as what is judged when it comes back and is sent again', async () => {
  const tenant = await aUnit();
  const { id } = await sent(tenant, '2026-02-20T09:00:00', '2026-02-21T09:00:00');
  const supervisor = await supervisorOf(tenant);
  await at('2026-03-02T09:00:00', () => rooms.get(ReturnReport).run(supervisor, id, 'เพิ่มข้อเสนอแนะ'));
  expect(await view(tenant, '2026-03-02T10:00:00')).toMatchObject({ state: 'returned', returnComment: 'เพิ่มข้อเสนอแนะ', frozen: false, late: false });
  await at('2026-03-03T09:00:00', () => rooms.get(DraftReport).run(tenant.actors.webMaster1, place, { suggestions: 'อบรม' }));
  await sent(tenant, '2026-03-04T09:00:00', '2026-03-04T10:00:00');
  expect(await view(tenant, '2026-03-05T10:00:00')).toMatchObject({ state: 'sent', late: false, returnComment: null, sentAt: '2026-03-04T03:00:00.000Z', window: { until: '2026-02-28' } });
});

it('freezes the figures at the sending', async () => {
  const tenant = await aUnit();
  const wishes = { publishUntil: null };
  await at('2026-01-05T09:00:00', () => aPublication(rooms, tenant, wishes));
  await sent(tenant, '2026-02-01T09:00:00', '2026-02-01T09:00:00');
  await at('2026-02-02T09:00:00', () => aPublication(rooms, tenant, wishes));
  expect((await view(tenant, '2026-02-03T09:00:00')).categories[0]?.published).toBe(1);
});

it('is accepted by a supervisor, but not by whoever acknowledged it', async () => {
  const tenant = await aUnit();
  const { id } = await sent(tenant, '2026-02-01T09:00:00', '2026-02-02T09:00:00');
  await rooms.get(GiveNetworkRole).run(tenant.network.id, 'supervisor', tenant.people.head);
  const both = await actorInNetwork(rooms, tenant.people.head, tenant.network.slug);
  await expect(rooms.get(AcceptReport).run(both, id)).rejects.toMatchObject({ code: 'SAME_PERSON', status: 409 });
  const admin = await actorInNetwork(rooms, tenant.network.admin, tenant.network.slug);
  await expect(rooms.get(AcceptReport).run(admin, id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  const supervisor = await supervisorOf(tenant);
  await at('2026-02-03T09:00:00', () => rooms.get(AcceptReport).run(supervisor, id));
  await expect(rooms.get(AcceptReport).run(supervisor, id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
  expect(await view(tenant, '2026-02-03T10:00:00')).toMatchObject({ state: 'accepted', acceptedAt: '2026-02-03T02:00:00.000Z' });
  const told = await rooms.transaction.act(tenant.actors.head, () => rooms.transaction.manager.getRepository(Notice).findBy({ kind: 'report_accepted' }));
  expect(told.map((notice) => notice.accountId).sort()).toEqual([tenant.people.head.id, tenant.people.approver.id, tenant.people.webMaster1.id, tenant.people.webMaster2.id].sort());
});

it('is refused by the database as well when its acknowledger accepts it', async () => {
  const tenant = await aUnit();
  const { id } = await sent(tenant, '2026-02-01T09:00:00', '2026-02-02T09:00:00');
  const forge = rooms.database.as('prongsai_staff', { tenant_id: tenant.id, reach: 'unit' }, (ask) =>
    ask(`update monitoring_report set state = 'accepted', accepted_by = acknowledged_by where id = $1`, [id]));
  await expect(forge).rejects.toMatchObject({ constraint: 'report_four_eyes' });
});

it('of another network does not exist for a supervisor', async () => {
  const tenant = await aUnit();
  const { id } = await sent(tenant, '2026-02-01T09:00:00', '2026-02-02T09:00:00');
  const other = await aNetwork(rooms);
  const stranger = await actorInNetwork(rooms, other.supervisor, other.slug);
  await expect(rooms.get(AcceptReport).run(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(rooms.get(ReturnReport).run(stranger, 'no-id', 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('shows a network role no figures before it is sent, and the frozen ones after', async () => {
  const tenant = await aUnit();
  const { actor: supervisor } = await rooms.get(AppointedActors).findInTenant(tenant.network.supervisor.id, tenant.slug, 'test');
  if (!supervisor) throw new Error('no supervisor');
  const look = () => at('2026-02-10T09:00:00', () => rooms.transaction.act(supervisor, () => rooms.get(ReportReader).get(supervisor, place)));
  expect(await look()).toMatchObject({ state: 'open', requests: null, categories: [], register: [], frozen: false });
  await sent(tenant, '2026-02-01T09:00:00', '2026-02-02T09:00:00');
  const shown = await look();
  expect(shown.categories).toHaveLength(10);
  expect(shown.abilities['accept']).toEqual({ allowed: true, reasons: [] });
  expect((await view(tenant, '2026-02-10T09:00:00')).abilities['accept']?.allowed).toBe(false);
});

it('stands on the network\'s board from the first day of the round, begun or not', async () => {
  const tenant = await aUnit();
  const second = await at('2025-10-02T09:00:00', () => aTenant(rooms, { network: tenant.network }));
  await sent(tenant, '2026-02-01T09:00:00', '2026-02-02T09:00:00');
  const supervisor = await supervisorOf(tenant);
  const board = await at('2026-03-01T00:00:00', () => rooms.get(NetworkReportReader).list(supervisor, { fiscalYear: 2569, after: null, limit: 100 }));
  const slugs = [tenant.slug, second.slug].sort();
  expect(board.map((line) => [line.round, line.tenant.slug])).toEqual(['six_month', 'twelve_month', 'year_close'].flatMap((round) => slugs.map((slug) => [round, slug])));
  const line = (slug: string) => board.find((one) => one.tenant.slug === slug && one.round === 'six_month');
  expect(line(tenant.slug)).toMatchObject({ state: 'sent', late: false, abilities: { accept: { allowed: true } } });
  expect(line(second.slug)).toMatchObject({ id: null, state: 'open', late: true, abilities: { accept: { allowed: false } } });
  const [first] = board;
  const rest = await rooms.get(NetworkReportReader).list(supervisor, {
    fiscalYear: 2569, after: { dueAt: first?.dueToProvinceAt ?? '', code: first?.round ?? '', slug: first?.tenant.slug ?? '' }, limit: 100,
  });
  expect(rest).toHaveLength(5);
});

it('lists rounds with the unit\'s state, the last due first', async () => {
  const tenant = await aUnit();
  await at('2025-10-02T09:00:00', () => rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2567));
  const list = (fiscalYear?: number) =>
    at('2026-02-01T09:00:00', () => rooms.transaction.act(tenant.actors.owner, () => rooms.get(ReportReader).list(tenant.actors.owner, { fiscalYear, after: null, limit: 10 })));
  expect((await list()).map((line) => [line.fiscalYear, line.round, line.state])).toEqual([[2569, 'year_close', 'open'], [2569, 'twelve_month', 'open'], [2569, 'six_month', 'open']]);
  expect((await list(2567)).map((line) => [line.round, line.late])).toEqual([['year_close', false], ['twelve_month', false], ['six_month', false]]);
});

it('is not submitted before its window begins, and not at all without a round', async () => {
  const tenant = await aUnit();
  const submit = (fiscalYear: number, round: string) => at('2025-10-05T09:00:00', () => rooms.get(SubmitReport).run(tenant.actors.approver, { fiscalYear, round }));
  await rooms.get(MakeRounds).run({ networkId: tenant.network.id }, 2570);
  await expect(submit(2570, 'six_month')).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
  await expect(submit(2571, 'six_month')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(submit(2569, 'follow_up-1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const rows = await rooms.database.look('select 1 from monitoring_report where tenant_id = $1', [tenant.id]);
  expect(rows).toEqual([]);
});
