import http from 'node:http';
import { RefuseRequest, SubmitRequest } from '@prongsai/domain/requests';
import { AddWorkGroup } from '@prongsai/domain/tenant';
import { eventually, openServer, openTcpProxy, openTestDatabase, type ServerUnderTest, type TcpProxy, type TestDatabase, type Visitor } from '@prongsai/testing/db';
import { aRequest, aTenant, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** What a screen has heard on a stream, and the stream's end. */
interface Ear {
  status: number;
  text(): string;
  hasEnded(): boolean;
  close(): void;
}

/** Issue 3.3: what changes in one window shows in the others within a second. Acts on one process, ears on the other. */
describe('open screens hear that something has changed', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let acting: ServerUnderTest;
  let hearing: ServerUnderTest;
  let tenant: TestTenant;
  let neighbour: TestTenant;
  const ears: Ear[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    const address = new URL(database.url);
    proxy = await openTcpProxy({ host: address.hostname, port: Number(address.port) });
    address.host = `127.0.0.1:${proxy.port}`;
    acting = await openServer(startServer, { database });
    hearing = await openServer(startServer, { database, environment: { DATABASE_URL: address.toString() } });
    tenant = await aTenant(acting);
    neighbour = await aTenant(acting, { network: tenant.network });
  });
  afterEach(() => ears.splice(0).forEach((ear) => ear.close()));
  afterAll(async () => {
    await hearing.close();
    await acting.close();
    await proxy.close();
    await database.close();
  });

  const listen = (visitor: Visitor, path: string) => new Promise<Ear>((resolve, reject) => {
    let text = '';
    let ended = false;
    const request = http.get({ host: '127.0.0.1', port: hearing.port, path, agent: false, headers: { host: visitor.host, cookie: visitor.cookie } }, (response) => {
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('close', () => (ended = true));
      const ear = { status: response.statusCode ?? 0, text: () => text, hasEnded: () => ended, close: () => request.destroy() };
      ears.push(ear);
      resolve(ear);
    });
    request.on('error', (error) => (ended ? undefined : reject(error)));
  });
  const ofTenant = async (email: string, unit = tenant) => listen(await hearing.signIn(email, testPassword), `/api/v1/tenants/${unit.slug}/live`);
  const ofNetwork = async () => listen(await hearing.signIn(tenant.network.supervisor.email, testPassword), `/api/v1/networks/${tenant.network.slug}/live`);
  const hears = (ear: Ear, what: string | RegExp) => eventually(async () => ear.text(), (text) => (typeof what === 'string' ? text.includes(what) : what.test(text)), 2);

  it('in the unit: the kind of record, and notices for the one they are for', async () => {
    const [owner, approver] = [await ofTenant(tenant.people.owner.email), await ofTenant(tenant.people.approver.email)];
    expect([owner.status, owner.text()]).toEqual([200, expect.stringContaining('event: ready')]);
    const { id } = await aRequest(acting, tenant, 'draft');
    await hears(approver, '"request"');
    expect(approver.text()).not.toContain('"notice"');
    await acting.get(SubmitRequest).run(tenant.actors.owner, id);
    await hears(approver, /"notice"/);
    expect(owner.text()).not.toContain('"notice"');
    await acting.get(RefuseRequest).run(tenant.actors.approver, id, 'other', 'ลอง');
    await hears(owner, /"notice"/);
    expect(owner.text() + approver.text()).not.toContain(id);
  });

  it('in the network: what concerns the province and no more, of its own units', async () => {
    const [ear, far] = [await ofNetwork(), await aTenant(acting)];
    await aRequest(acting, tenant, 'approved');
    await acting.get(AddWorkGroup).run(far.actors.head, unique('กลุ่มงาน'));
    expect(ear.text()).not.toContain('"work_group"');
    await acting.get(AddWorkGroup).run(neighbour.actors.head, unique('กลุ่มงาน'));
    await hears(ear, '"work_group"');
    for (const kind of ['"request"', '"publication"', '"file"', '"notice"']) expect(ear.text()).not.toContain(kind);
  });

  it('nothing of another unit', async () => {
    const ear = await ofTenant(tenant.people.head.email);
    await acting.get(AddWorkGroup).run(neighbour.actors.head, unique('กลุ่มงาน'));
    await acting.get(AddWorkGroup).run(tenant.actors.head, unique('กลุ่มงาน'));
    await hears(ear, '"work_group"');
    expect(ear.text().match(/event: changed/g)).toHaveLength(1);
  });

  it('nothing, for those who may not listen', async () => {
    const stranger = await hearing.signIn(neighbour.people.head.email, testPassword);
    expect((await stranger.get(`/api/v1/tenants/${tenant.slug}/live`)).status).toBe(404);
    const supervisor = await hearing.signIn(tenant.network.supervisor.email, testPassword);
    expect((await supervisor.get(`/api/v1/tenants/${tenant.slug}/live`)).status).toBe(403);
    expect((await hearing.console().get(`/api/v1/tenants/${tenant.slug}/live`)).status).toBe(401);
  });

  it('that they must ask again, when the line to the database was away', async () => {
    const ear = await ofTenant(tenant.people.head.email);
    await hears(ear, 'event: ready');
    await proxy.cut();
    await eventually(async () => (await hearing.console().get('/readyz')).status, (status) => status === 503);
    await proxy.mend();
    await hears(ear, /event: ready[\s\S]*event: ready/);
    await acting.get(AddWorkGroup).run(tenant.actors.head, unique('กลุ่มงาน'));
    await hears(ear, '"work_group"');
  });

  it('and too many open screens of one person are told to wait', async () => {
    const visitor = await hearing.signIn(tenant.people.webMaster2.email, testPassword);
    for (let n = 0; n < 12; n++) expect((await listen(visitor, `/api/v1/tenants/${tenant.slug}/live`)).status).toBe(200);
    const refused = await visitor.get(`/api/v1/tenants/${tenant.slug}/live`);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '30']);
    ears.splice(0).forEach((ear) => ear.close());
    await eventually(() => visitor.get(`/api/v1/tenants/${tenant.slug}/live?once=1`), ({ status }) => status === 200);
  });

  it('nothing more from a process that stops, which does not wait for them', async () => {
    const third = await openServer(startServer, { database });
    const visitor = await third.signIn(tenant.people.head.email, testPassword);
    const ended = new Promise<void>((resolve, reject) => {
      http.get({ host: '127.0.0.1', port: third.port, path: `/api/v1/tenants/${tenant.slug}/live`, agent: false, headers: { host: visitor.host, cookie: visitor.cookie } }, (response) => {
        response.resume().on('end', resolve);
        third.close().catch(reject);
      }).on('error', reject);
    });
    await ended;
  });
});
