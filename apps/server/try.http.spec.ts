import { openServer, type ServerUnderTest } from '@prongsai/testing/db';
import { aTenant, testPassword, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

let server: ServerUnderTest; let tenant: TestTenant;
beforeAll(async () => { server = await openServer(startServer); tenant = await aTenant(server); });
afterAll(() => server.close());
it('x', async () => {
  console.log(server.routes.map(r => `${r.method} ${r.promise?.surface} ${r.url} ${JSON.stringify(r.promise?.access)}`).join('\n'));
  const v = await server.signIn(tenant.people.owner.email, testPassword);
  console.log(v.cookie, (await v.get('/api/v1/session')).json, (await server.site(tenant.slug).get('/')).status);
});
