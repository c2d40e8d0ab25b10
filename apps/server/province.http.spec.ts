import type { NetworkCompliance, NetworkReportLine, NetworkTenantLine, ReportLine, ReportView, RoundView, TenantCompliance } from '@prongsai/kernel/contracts';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import { MakeRounds } from '@prongsai/domain/reporting';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aNetwork, aTenant, testPassword, unique, type Person, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

let server: ServerUnderTest;
let tenant: TestTenant;
const year = fiscalYearOf(new Date());
const signIn = (person: Person) => server.signIn(person.email, testPassword);
let supervisor: Visitor;
let admin: Visitor;

beforeAll(async () => {
  server = await openServer(startServer);
  tenant = await aTenant(server);
  await server.get(MakeRounds).run({ networkId: tenant.network.id }, year);
  supervisor = await signIn(tenant.network.supervisor);
  admin = await signIn(tenant.network.admin);
});
afterAll(() => server.close());

const network = (path: string, of = tenant.network.slug) => `/api/v1/networks/${of}/${path}`;
const unit = (path: string) => `/api/v1/tenants/${tenant.slug}/${path}`;
const body = (slug: string) => ({ slug, kind: 'hospital', name: 'โรงพยาบาลทดสอบ', shortName: 'รพ.ทดสอบ', district: 'ทดสอบ', siteWorkGroup: 'กลุ่มงานสุขภาพดิจิทัล' });

it('opens a unit with the categories of its kind, once for a repeated key, and shows it on the matrix', async () => {
  const slug = unique('new');
  const key = { 'idempotency-key': unique('key') };
  const first = await admin.post(network('tenants'), body(slug), key);
  expect(first.status).toBe(201);
  expect(first.json).toMatchObject({ slug, kind: 'hospital', state: 'setting_up', webMasters: 0, frozen: false, district: 'ทดสอบ' });
  expect((await admin.post(network('tenants'), body(slug), key)).json).toEqual(first.json);
  expect((await admin.post(network('tenants'), body(slug))).json).toMatchObject({ status: 409, code: 'DUPLICATE' });
  expect((await admin.post(network('tenants'), body('console'))).json).toMatchObject({ status: 422, code: 'INVALID', errors: [{ path: 'slug' }] });
  expect((await admin.post(network('tenants'), { kind: 'palace' })).json).toMatchObject({ status: 422, code: 'INVALID' });
  expect((await supervisor.post(network('tenants'), body(unique('no')))).status).toBe(403);
  // What the worker was asked for, and does here.
  const [asked] = await server.database.look(`select tenant.id from tenant join graphile_worker.jobs job on job.key = tenant.id || ':judge-compliance' where tenant.slug = $1`, [slug]);
  await server.get(JudgeCompliance).run({ tenantId: String(asked?.['id']), reach: 'unit' });
  const matrix = (await supervisor.get(network('compliance'))).json as NetworkCompliance;
  expect(matrix.items.find((item) => item.tenant.slug === slug)?.statuses).toMatchObject({ basic: 'missing', web_masters: 'missing', data_stewards: 'missing' });
  expect(matrix.requirements.map((one) => one.code)).toContain('procurement');
  expect((await supervisor.get(network('compliance/counts'))).json).toMatchObject({ fiscalYear: year, units: 2, webMastersShort: 1, reports: { six_month: { withProvince: 0 } } });
  const listed = (await supervisor.get(network('tenants?limit=1'))).json as { items: NetworkTenantLine[]; nextCursor: string };
  expect(listed.items).toHaveLength(1);
  const next = (await supervisor.get(network(`tenants?limit=1&cursor=${listed.nextCursor}`))).json as { items: NetworkTenantLine[]; nextCursor: null };
  expect([...listed.items, ...next.items].map((line) => line.slug).sort()).toEqual([slug, tenant.slug].sort());
  expect(next.nextCursor).toBeNull();
});

it('answers nobody signed out, and hides one network from another', async () => {
  const other = await aNetwork(server);
  const stranger = await signIn(other.supervisor);
  for (const path of ['tenants', 'compliance', 'compliance/counts', 'reports', 'rounds']) {
    expect((await server.console().get(network(path))).status).toBe(401);
    expect((await stranger.get(network(path))).status).toBe(404);
    expect((await (await signIn(tenant.people.head)).get(network(path))).status).toBe(404);
    expect((await supervisor.get(network(path))).status).toBe(200);
  }
});

it('carries a report from the unit to the province through the API', async () => {
  const at = unit(`reports/${year}/six_month`);
  const head = await signIn(tenant.people.head);
  const webMaster = await signIn(tenant.people.webMaster1);
  const approver = await signIn(tenant.people.approver);
  const owner = await signIn(tenant.people.owner);
  expect((await owner.call('PUT', at, { body: { problems: 'x' } })).status).toBe(403);
  const drafted = (await webMaster.call('PUT', at, { body: { problems: 'เจ้าหน้าที่มีน้อย' } })).json as ReportView;
  expect(drafted).toMatchObject({ state: 'drafted', problems: 'เจ้าหน้าที่มีน้อย', suggestions: null, tenant: { slug: tenant.slug }, fiscalYear: year, round: 'six_month' });
  expect(drafted.categories).toHaveLength(10);
  expect((await supervisor.get(at)).json).toMatchObject({ state: 'drafted', requests: null, categories: [] });
  expect((await head.post(`${at}/acknowledge`)).json).toMatchObject({ status: 409, code: 'NOT_POSSIBLE' });
  expect((await webMaster.post(`${at}/submit`)).status).toBe(403);
  expect((await approver.post(`${at}/submit`)).json).toMatchObject({ state: 'submitted', lateToSuperior: false });
  expect((await approver.post(`${at}/submit`)).status).toBe(409);
  expect((await head.post(`${at}/acknowledge`)).json).toMatchObject({ state: 'acknowledged', acknowledgedBy: tenant.people.head.name });
  const sent = (await head.post(`${at}/send`)).json as ReportView;
  expect(sent).toMatchObject({ state: 'sent', frozen: true });
  const board = (await supervisor.get(network('reports'))).json as { items: NetworkReportLine[] };
  expect(board.items.find((line) => line.id === sent.id)).toMatchObject({ state: 'sent', abilities: { accept: { allowed: true, reasons: [] } } });
  const accept = network(`reports/${sent.id}/accept`);
  expect((await admin.post(accept)).status).toBe(403);
  expect((await supervisor.post(network(`reports/${sent.id}/return`), {})).json).toMatchObject({ status: 422, errors: [{ path: 'comment' }] });
  expect((await supervisor.post(network(`reports/${sent.id}/return`), { comment: 'เพิ่มแผนภูมิ' })).json).toMatchObject({ state: 'returned', returnComment: 'เพิ่มแผนภูมิ', requests: null });
  await approver.post(`${at}/submit`);
  await head.post(`${at}/acknowledge`);
  await head.post(`${at}/send`);
  const key = { 'idempotency-key': unique('key') };
  expect((await supervisor.post(accept, {}, key)).json).toMatchObject({ state: 'accepted', problems: 'เจ้าหน้าที่มีน้อย' });
  expect((await supervisor.post(accept, {}, key)).status).toBe(200);
  expect((await supervisor.post(accept)).status).toBe(409);
  expect((await supervisor.post(network('reports/01a1f92f-230d-70e8-8957-d3593a9d3c65/accept'))).status).toBe(404);
  expect((await supervisor.post(network('reports/nothing/accept'))).status).toBe(404);
});

it('lists the unit\'s rounds and requirements', async () => {
  const owner = await signIn(tenant.people.owner);
  const lines = (await owner.get(unit('reports?limit=2'))).json as { items: ReportLine[]; nextCursor: string };
  expect(lines.items.map((line) => line.round)).toEqual(['year_close', 'twelve_month']);
  const rest = (await owner.get(unit(`reports?limit=2&cursor=${lines.nextCursor}`))).json as { items: ReportLine[]; nextCursor: null };
  expect(rest).toMatchObject({ items: [{ round: 'six_month' }], nextCursor: null });
  expect(((await owner.get(unit('compliance'))).json as TenantCompliance).fiscalYear).toBe(year);
  for (const path of ['reports/2567/six_month', 'reports/25xx/six_month', `reports/${year}/three_month`, `reports/${year}/%00`]) {
    expect([400, 404]).toContain((await owner.get(unit(path))).status);
  }
  const nonsense = Buffer.from('["x","y"]').toString('base64url');
  expect((await owner.get(unit(`reports?cursor=${nonsense}`))).status).toBe(400);
  expect((await supervisor.get(network(`reports?cursor=${Buffer.from('["x","y","z"]').toString('base64url')}`))).status).toBe(400);
  expect((await supervisor.get(network(`rounds?cursor=${nonsense}`))).status).toBe(400);
  expect((await owner.get(unit('compliance?fiscalYear=2026'))).status).toBe(422);
});

it('adds a named follow-up round, an administrator\'s act, once for a repeated key', async () => {
  const round = { fiscalYear: year, title: 'ติดตามครั้งที่ 1', windowFrom: '2026-10-01', windowUntil: '2027-04-30', dueToSuperiorOn: '2027-04-30', dueToProvinceOn: '2027-05-23' };
  const key = { 'idempotency-key': unique('key') };
  const made = await admin.post(network('rounds'), round, key);
  expect(made).toMatchObject({ status: 201, json: { round: 'follow_up-1', kind: 'follow_up', dueToProvinceAt: '2027-05-23T16:59:59.000Z' } });
  expect((await admin.post(network('rounds'), round, key)).json).toEqual(made.json);
  expect((await supervisor.post(network('rounds'), round)).status).toBe(403);
  expect((await admin.post(network('rounds'), { ...round, windowFrom: '2026-02-30' })).status).toBe(422);
  const rounds = (await supervisor.get(network(`rounds?fiscalYear=${year}`))).json as { items: RoundView[] };
  expect(rounds.items.map((one) => one.round)).toEqual(['year_close', 'twelve_month', 'follow_up-1', 'six_month']);
});
