import { openServer, openTestDatabase, type ServerUnderTest, type TestDatabase, type Visitor } from '@prongsai/testing/db';
import { aTenant, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

const path = '/api/v1/session';

describe('signing in', () => {
  let database: TestDatabase;
  let server: ServerUnderTest;
  let tenant: TestTenant;
  const open = () => openServer(startServer, { database });

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await open();
    tenant = await aTenant(server);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });
  const credentials = (who: keyof TestTenant['people'] = 'owner', password = testPassword) => ({ email: tenant.people[who].email, password });
  const sessions = () => database.look(`select sid from session where sess->>'passport' = $1`, [tenant.people.owner.id]);

  it('answers who it is, with units, roles and networks', async () => {
    const answer = await server.console().post(path, credentials());
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      account: { id: tenant.people.owner.id, name: tenant.people.owner.name, email: tenant.people.owner.email, position: expect.any(String) },
      memberships: [{ tenant: { slug: tenant.slug, name: tenant.name, shortName: expect.any(String), state: 'live', siteUrl: `http://${tenant.slug}.localhost:8080` }, roles: ['content_owner'] }],
      networks: [],
    });
    const admin = await server.signIn(tenant.network.admin.email, testPassword);
    expect((await admin.get(path)).json).toMatchObject({ memberships: [], networks: [{ slug: tenant.network.slug, name: tenant.network.name, roles: ['network_admin'] }] });
  });

  it('gives a cookie that only this host gets, over TLS, and no script reads', async () => {
    const answer = await server.console().post(path, credentials());
    const [cookie, ...others] = answer.headers['set-cookie'] ?? [];
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-prongsai=/);
    const attributes = String(cookie).split(/;\s*/).slice(1).map((one) => one.toLowerCase()).sort();
    expect(attributes).toEqual(expect.arrayContaining(['httponly', 'path=/', 'samesite=lax', 'secure']));
    expect(attributes.filter((one) => one.startsWith('domain'))).toEqual([]);
    expect(answer.text).not.toContain(String(cookie).split('=')[1]?.split(';')[0]);
  });

  it('begins a fresh session each time, whatever cookie came with it', async () => {
    const visitor = server.console();
    await visitor.post(path, credentials());
    const first = visitor.cookie;
    await visitor.post(path, credentials());
    expect(visitor.cookie).not.toBe(first);
    expect((await server.console().get(path, { cookie: first })).status).toBe(401);
    expect((await server.console().post(path, credentials(), { cookie: '__Host-prongsai=fixed.by-an-attacker' })).headers['set-cookie']?.[0]).not.toContain('fixed');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await server.console().post(path, credentials('approver', 'wrong'));
    const unknown = await server.console().post(path, { email: `${unique('nobody')}@nowhere.example`, password: 'wrong' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.json).toEqual(unknown.json);
    expect(wrong.json).toMatchObject({ code: 'BAD_CREDENTIALS', title: 'เข้าระบบไม่สำเร็จ' });
    expect([wrong.headers['set-cookie'], unknown.headers['set-cookie']]).toEqual([undefined, undefined]);
  });

  it('is locked after ten failures, with the time until it opens', async () => {
    const tries = [];
    for (let time = 0; time < 12; time++) tries.push(await server.console().post(path, credentials('webMaster2', time < 11 ? 'wrong' : testPassword)));
    expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
    const last = tries.at(-1);
    expect(last?.json).toMatchObject({ code: 'TOO_MANY_TRIES', detail: expect.stringMatching(/ลองใหม่ใน 15 นาที/) });
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(14 * 60);
    expect((await server.console().post(path, credentials())).status).toBe(200);
  });

  it('says what is missing', async () => {
    const answer = await server.console().post(path, {});
    expect(answer.json).toMatchObject({ status: 422, errors: [{ path: 'email' }, { path: 'password' }] });
  });

  describe('an unsafe call', () => {
    let owner: Visitor;
    beforeAll(async () => (owner = await server.signIn(tenant.people.owner.email, testPassword)));
    const post = (headers: Record<string, string | undefined>) => owner.post(`/api/v1/tenants/${tenant.slug}/requests`, {}, headers);

    it.each<[string, Record<string, string | undefined>]>([
      ['without an origin', { origin: undefined }], ['from a sibling subdomain', { origin: 'http://kapho.localhost:8080' }], ['from the portal', { origin: 'http://localhost:8080' }],
      ['from another port', { origin: 'http://console.localhost:8081' }], ['from another scheme', { origin: 'https://console.localhost:8080' }], ['from nowhere', { origin: 'null' }],
      ['from a name that begins alike', { origin: 'http://console.localhost:8080.evil.example' }], ['from elsewhere', { origin: 'https://evil.example' }],
      ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }], ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ])('%s is refused', async (_, headers) => {
      const answer = await post(headers);
      expect([answer.status, (answer.json as { code: string }).code]).toEqual([403, 'BAD_ORIGIN']);
    });
    it('from the console itself is done', async () => expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201));
    it('of signing in needs the origin only', async () => {
      expect((await server.console().post(path, credentials(), { origin: 'http://kapho.localhost:8080' })).status).toBe(403);
      expect((await server.console().post(path, credentials(), { 'sec-fetch-site': 'same-site' })).status).toBe(200);
    });
  });

  it('ends when one signs out, on the server too', async () => {
    const visitor = await server.signIn(tenant.people.head.email, testPassword);
    const cookie = visitor.cookie;
    expect((await visitor.call('DELETE', path)).status).toBe(204);
    expect((await server.console().get(path, { cookie })).json).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await database.look(`select 1 from session where sess->>'passport' = $1`, [tenant.people.head.id])).toEqual([]);
  });

  it('is worth nothing with a cookie that was changed, or of a person who is suspended', async () => {
    const visitor = await server.signIn(tenant.people.approver.email, testPassword);
    expect((await server.console().get(path, { cookie: `${visitor.cookie}x` })).status).toBe(401);
    expect((await visitor.get(path)).status).toBe(200);
    // Suspending an account everywhere has no verb yet; the column is there for it.
    await database.look('update account set suspended_at = now() where id = $1', [tenant.people.approver.id]);
    expect((await visitor.get(path)).status).toBe(401);
    expect((await server.console().post(path, credentials('approver'))).status).toBe(401);
  });

  it('outlives a restart of the process', async () => {
    const visitor = await server.signIn(tenant.people.owner.email, testPassword);
    await server.close();
    server = await open();
    const again = await server.console().get(path, { cookie: visitor.cookie });
    expect(again.json).toMatchObject({ account: { id: tenant.people.owner.id } });
    expect((await sessions()).length).toBeGreaterThan(0);
  });
});
