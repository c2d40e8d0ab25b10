import type { AuditChoices, AuditLine, CountedList, NetworkRequirement, NetworkUnitSummary, ReportView } from '@prongsai/kernel/contracts';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import { MakeRounds } from '@prongsai/domain/reporting';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aNetwork, aPublication, aTenant, testPassword, type Person, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

let server: ServerUnderTest;
let tenant: TestTenant;
const year = fiscalYearOf(new Date());
const signIn = (person: Person) => server.signIn(person.email, testPassword);
let supervisor: Visitor;
let owner: Visitor;

beforeAll(async () => {
  server = await openServer(startServer);
  tenant = await aTenant(server);
  await server.get(MakeRounds).run({ networkId: tenant.network.id }, year);
  const today = bangkokDay(server.get(BusinessClock).now());
  for (const categoryCode of ['dho.01', 'dho.01', 'dho.08']) await aPublication(server, tenant, { categoryCode, publishFrom: today, publishUntil: null });
  await server.get(JudgeCompliance).run({ tenantId: tenant.id, reach: 'unit' });
  supervisor = await signIn(tenant.network.supervisor);
  owner = await signIn(tenant.people.owner);
});
afterAll(() => server.close());

const network = (path: string, of = tenant.network.slug) => `/api/v1/networks/${of}/${path}`;
const unit = (path: string) => `/api/v1/tenants/${tenant.slug}/${path}`;

it('tells the province of one unit what it must mend, why and whom to call, without entering it', async () => {
  const before = await server.database.look(`select count(*)::int as n from audit_entry where tenant_id = $1`, [tenant.id]);
  const summary = (await supervisor.get(network(`tenants/${tenant.slug}`))).json as NetworkUnitSummary;
  expect(summary).toMatchObject({ fiscalYear: year, phone: '073494064', headTitle: 'หัวหน้าหน่วยงาน', minWebMasters: 2, tenant: { slug: tenant.slug, state: 'live', webMasters: 2, frozen: false } });
  expect(summary.items.find(({ code }) => code === 'web_masters')).toMatchObject({ status: 'met', facts: ['มี Web Master 2 คน'] });
  expect(summary.reports.map(({ round, tenant: { slug } }) => [round, slug])).toEqual([['six_month', tenant.slug], ['twelve_month', tenant.slug], ['year_close', tenant.slug]]);
  expect(await server.database.look(`select count(*)::int as n from audit_entry where tenant_id = $1`, [tenant.id])).toEqual(before);
  expect((await supervisor.get(network('tenants/no-such-unit'))).status).toBe(404);
  expect((await supervisor.get(network(`tenants/${tenant.slug}?fiscalYear=x`))).status).toBe(422);
});

it('tells one requirement across the units of the network, and of no other network', async () => {
  const sibling = await aTenant(server, { network: tenant.network, kind: 'hospital' });
  await server.get(JudgeCompliance).run({ tenantId: sibling.id, reach: 'unit' });
  const stewards = (await supervisor.get(network('requirements/data_stewards'))).json as NetworkRequirement;
  expect(stewards.items.map((item) => [item.tenant.slug, item.status]).sort()).toEqual([[sibling.slug, 'missing'], [tenant.slug, 'not_applicable']].sort());
  expect(stewards.items.find((item) => item.tenant.slug === sibling.slug)?.facts[0]).toContain('กลุ่มงานบริหารทั่วไป');
  expect((await supervisor.get(network('requirements/nothing'))).status).toBe(404);
  const stranger = await signIn((await aNetwork(server)).supervisor);
  for (const path of ['requirements/data_stewards', `tenants/${tenant.slug}`]) {
    expect((await stranger.get(network(path))).status).toBe(404);
    expect((await owner.get(network(path))).status).toBe(404);
  }
});

it('opens every figure of a report as a list of the same length, page by page, for the unit\'s own people', async () => {
  const at = unit(`reports/${year}/six_month`);
  const report = (await owner.get(at)).json as ReportView;
  expect(report.abilities['listCounted']).toMatchObject({ allowed: true });
  const published = report.categories.find(({ code }) => code === 'dho.01')?.published;
  const first = (await owner.get(`${at}/counted?category=dho.01&figure=published&limit=1`)).json as CountedList;
  expect([published, first.total, first.items.length]).toEqual([2, 2, 1]);
  const next = (await owner.get(`${at}/counted?category=dho.01&figure=published&limit=1&cursor=${first.nextCursor}`)).json as CountedList;
  expect([next.items.length, next.nextCursor]).toEqual([1, null]);
  expect(next.items[0]?.publications[0]?.id).not.toBe(first.items[0]?.publications[0]?.id);
  expect((await supervisor.get(`${at}/counted?category=dho.01&figure=published`)).status).toBe(403);
  expect(((await supervisor.get(at)).json as ReportView).abilities['listCounted']).toMatchObject({ allowed: false });
  expect((await owner.get(`${at}/counted?category=dho.01&figure=everything`)).status).toBe(422);
  expect((await owner.get(`${at}/counted?figure=published`)).status).toBe(422);
  expect((await owner.get(`${at}/counted?category=dho.99&figure=published`)).status).toBe(404);
  const nonsense = Buffer.from('["x","y"]').toString('base64url');
  expect((await owner.get(`${at}/counted?category=dho.01&figure=published&cursor=${nonsense}`)).status).toBe(400);
});

it('narrows the trail to an act, a subject or a person', async () => {
  const head = await signIn(tenant.people.head);
  const { acts, people } = (await head.get(unit('audit/choices'))).json as AuditChoices;
  expect(acts).toContainEqual({ act: 'request.published', title: 'เผยแพร่', subjectType: 'request' });
  const webMaster = people.find(({ id }) => id === tenant.people.webMaster1.id);
  expect(webMaster?.name).toBe(tenant.people.webMaster1.name);
  const lines = async (query: string) => ((await head.get(unit(`audit?${query}`))).json as { items: AuditLine[] }).items;
  expect((await lines('act=request.published')).map(({ act }) => act)).toEqual(Array(3).fill('request.published'));
  expect(new Set((await lines(`by=${webMaster?.id}`)).map(({ by }) => by?.name))).toEqual(new Set([tenant.people.webMaster1.name]));
  expect(new Set((await lines('subjectType=appointment')).map(({ subjectType }) => subjectType))).toEqual(new Set(['appointment']));
  expect(await lines(`act=request.published&by=${tenant.people.owner.id}`)).toEqual([]);
  expect((await head.get(unit('audit?by=somebody'))).status).toBe(422);
  expect((await owner.get(unit('audit/choices'))).status).toBe(403);
});
