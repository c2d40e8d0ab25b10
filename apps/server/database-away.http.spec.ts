import { Writable } from 'node:stream';
import { pino } from 'pino';
import { eventually, openServer, openTcpProxy, openTestDatabase, type ServerUnderTest, type TcpProxy, type TestDatabase, type Visitor } from '@prongsai/testing/db';
import { aPublication, aTenant, testPassword, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** SPEC 20: the database is away. Whoever needs it is told so, in time; nothing breaks, and all goes on when it is back. */
describe('while the database is away', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let server: ServerUnderTest;
  let tenant: TestTenant;
  let owner: Visitor;
  let link: string;
  const logged: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    const address = new URL(database.url);
    proxy = await openTcpProxy({ host: address.hostname, port: Number(address.port) });
    address.host = `127.0.0.1:${proxy.port}`;
    const log = pino({ level: 'info' }, new Writable({ write: (line: Buffer, _, done) => (logged.push(line.toString()), done()) }));
    server = await openServer(startServer, { database, environment: { DATABASE_URL: address.toString() }, log });
    tenant = await aTenant(server);
    link = `/p/${(await aPublication(server, tenant)).code}`;
    owner = await server.signIn(tenant.people.owner.email, testPassword);
  });
  afterAll(async () => {
    await server.close();
    await proxy.close();
    await database.close();
  });

  it('answers 503 with a time to try again, on the API and to citizens, and says that it is alive', async () => {
    await proxy.cut();
    const answers = {
      api: await owner.get(`/api/v1/tenants/${tenant.slug}/requests`),
      act: await owner.post(`/api/v1/tenants/${tenant.slug}/requests`, { title: 'x' }),
      signIn: await server.console().post('/api/v1/session', { email: tenant.people.head.email, password: testPassword }),
      site: await server.site(tenant.slug).get(link),
      portal: await server.portal().get('/'),
      ready: await server.console().get('/readyz'),
    };
    for (const [name, answer] of Object.entries(answers)) {
      expect([name, answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([name, 503, true]);
      expect(answer.words).not.toMatch(/ECONN|postgres|127\.0\.0\.1|\.ts:/i);
    }
    expect(answers.api.json).toMatchObject({ code: 'UNAVAILABLE', title: expect.stringMatching(/[\u0E00-\u0E7F]/) });
    expect((await server.console().get('/healthz')).status).toBe(200);
    // Nobody is signed out by it: the cookie stays good.
    expect(answers.api.headers['set-cookie']).toBeUndefined();
  });

  it('goes on by itself when it is back, with the same session, and nothing half done', async () => {
    await proxy.mend();
    await eventually(() => owner.get('/api/v1/session'), ({ status }) => status === 200);
    expect((await server.site(tenant.slug).get(link)).status).toBe(200);
    expect((await server.console().get('/readyz')).status).toBe(200);
    expect(await database.look('select 1 from publication_request where tenant_id = $1 and title = $2', [tenant.id, 'x'])).toEqual([]);
    expect((await owner.post(`/api/v1/tenants/${tenant.slug}/requests`, { title: 'x' })).status).toBe(201);
  });

  it('writes it down without personal data, passwords or query strings', async () => {
    await owner.get(`/api/v1/session?secret=hidden`);
    const text = logged.join('');
    expect(text).toContain('request failed');
    for (const secret of [testPassword, tenant.people.owner.email, tenant.people.head.email, 'hidden', owner.cookie.split('=')[1] as string]) expect(text).not.toContain(secret);
  });
});
