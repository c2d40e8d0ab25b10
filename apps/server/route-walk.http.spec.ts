import { openServer, type ServerUnderTest } from '@prongsai/testing/db';
import { startServer } from './start-server';

/** Routes that answer without signing in. A new public route fails until it stands here. */
const publicRoutes = [
  'any GET /healthz', 'any GET /readyz',
  'console GET /*', 'console GET /api/openapi.json', 'console GET /api/v1/policies/files', 'console GET /assets/*',
  'console POST /api/v1/session', 'console POST /api/v1/session/forgotten-password', 'console POST /api/v1/session/password',
  'portal GET /', 'portal GET /:network', 'portal GET /assets/:name', 'portal GET /reading', 'portal POST /reading',
  'site GET /', 'site GET /*', 'site GET /about/:policy', 'site GET /assets/:name', 'site GET /c', 'site GET /c/:code', 'site GET /clinics', 'site GET /contact', 'site GET /feed.xml', 'site GET /latest', 'site GET /p/:code',
  'site GET /p/:code/files/:number', 'site GET /people', 'site GET /reading', 'site GET /robots.txt', 'site GET /search', 'site GET /sitemap.xml', 'site POST /reading',
];

/** Routes of a person's own account. */
const ownRoutes = ['console DELETE /api/v1/session', 'console GET /api/v1/session', 'console GET /api/v1/session/notice-settings', 'console PUT /api/v1/session/notice-settings'];

describe('every route in Fastify\'s table', () => {
  let server: ServerUnderTest;
  beforeAll(async () => (server = await openServer(startServer)));
  afterAll(() => server.close());

  /** HEAD stands beside each GET and promises the same. */
  const rows = () => server.routes.filter(({ method }) => method !== 'HEAD');
  const nameOf = ({ method, url, promise }: (typeof server.routes)[number]) => `${promise.surface} ${method} ${url}`;
  const ofKind = (kind: string) => [...new Set(rows().filter(({ promise }) => promise.access.kind === kind).map(nameOf))].sort();

  it('declares who may reach it', () => {
    expect(server.routes.length).toBeGreaterThan(80);
    expect(server.routes.filter(({ promise }) => !promise?.access || !promise.surface).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  it('is public only when that is said, and said here', () => expect(ofKind('public')).toEqual([...publicRoutes].sort()));

  it('is about one\'s own account, about a unit, or about a network otherwise', () => {
    expect(ofKind('signed-in')).toEqual(ownRoutes);
    for (const { url, promise } of rows()) {
      if (promise.access.kind === 'tenant') expect(url).toMatch(/^\/api\/v1\/tenants\/:slug(\/|$)/);
      if (promise.access.kind === 'network') expect(url).toMatch(/^\/api\/v1\/networks\/:network(\/|$)/);
      if (promise.access.kind !== 'public') expect(promise.surface).toBe('console');
    }
  });

  it('says in one line what it is for', () => {
    for (const { promise } of rows()) expect(promise.summary).toMatch(/^[A-Z].{3,}$/i);
  });

  it('that takes a body says which, and that answers JSON says which', () => {
    for (const { method, url, promise } of rows().filter((row) => row.url.startsWith('/api/v1'))) {
      const name = `${method} ${url}`;
      if (method !== 'GET') expect([name, Boolean(promise.body ?? promise.streamed)]).toEqual([name, true]);
      const isAnswered = promise.status === 204 || promise.response !== undefined;
      if (!isAnswered) expect(['GET /api/v1/policies/files', 'GET /api/v1/tenants/:slug/live', 'GET /api/v1/networks/:network/live', 'GET /api/v1/tenants/:slug/files/:id/content', 'GET /api/v1/tenants/:slug/files/:id/pages/:number', 'GET /api/v1/tenants/:slug/requests/:id/papers/:kind', 'GET /api/v1/tenants/:slug/papers/:id/content', 'GET /api/v1/tenants/:slug/reports/:fiscalYear/:round/papers/:kind', 'GET /api/v1/tenants/:slug/papers/:id/docx', 'POST /api/v1/session/forgotten-password']).toContain(name);
    }
  });

  it('lives on its own surface alone', async () => {
    for (const { method, url, promise } of rows()) {
      if (promise.surface !== 'console' || url.includes('*')) continue;
      const path = url.replace(/:[A-Za-z]+/g, 'x');
      for (const visitor of [server.portal(), server.site('nowhere')]) {
        const answer = await visitor.call(method, path, method === 'GET' ? {} : { body: {} });
        expect([`${method} ${url} on ${visitor.host}`, answer.status]).toEqual([`${method} ${url} on ${visitor.host}`, 404]);
      }
    }
  });
});
