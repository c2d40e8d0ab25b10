import { newId } from '@prongsai/kernel/core';
import { AddMember } from '@prongsai/domain/people';
import { openServer, type Answer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import {
  aFurnishedTenant, aNetwork, aTenant, callers, routeExamples, signInAll, testPassword,
  type Caller, type ExampleCall, type FurnishedTenant, type TestTenant,
} from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** A stranger and where they are at home. */
interface Stranger {
  name: string;
  visitor: Visitor;
  home: TestTenant;
}

/**
 * Every route that names a unit, a network or a record, called with a victim's real ids by those who have nothing to do
 * there: refused, nothing told, nothing changed. A route without an example fails.
 */
describe('the isolation walk', () => {
  let server: ServerUnderTest;
  let victim: FurnishedTenant;
  let anonymous: Visitor;
  let strangers: Stranger[];
  let own: Record<Caller, Visitor>;
  let secrets: string[];

  /** A person who holds every role that one unit has. */
  const allRoles = async (unit: TestTenant): Promise<Visitor> => {
    const { email, name } = unit.people.head;
    for (const role of ['approver', 'web_master', 'data_steward', 'content_owner'] as const) {
      await server.get(AddMember).run(unit.actors.head, { email, name, appointment: { role, ...(role === 'web_master' ? { orderNumber: '9/2569' } : {}) } });
    }
    return server.signIn(email, testPassword);
  };

  beforeAll(async () => {
    server = await openServer(startServer);
    victim = await aFurnishedTenant(server);
    const [sibling, far] = [await aFurnishedTenant(server, { network: victim.network }), await aFurnishedTenant(server)];
    const elsewhere = await aNetwork(server);
    const lonely = await aTenant(server, { network: elsewhere });
    anonymous = server.console();
    strangers = [
      { name: 'all roles of a unit of the same network', visitor: await allRoles(sibling), home: sibling },
      { name: 'all roles of a unit of another network', visitor: await allRoles(far), home: far },
      { name: 'supervisor of another network', visitor: await server.signIn(elsewhere.supervisor.email, testPassword), home: lonely },
      { name: 'administrator of another network', visitor: await server.signIn(elsewhere.admin.email, testPassword), home: lonely },
    ];
    own = await signInAll(server, victim);
    secrets = [
      victim.name, victim.id, victim.file.id, victim.file.name, victim.file.sha256,
      ...Object.values(victim.people).flatMap(({ id, name, email }) => [id, name, email]), victim.steward.id, victim.steward.email,
      ...Object.values(victim.requests).flatMap(({ id, title, linkCode }) => [id, title ?? '', linkCode ?? '']),
      ...Object.values(victim.publications).flatMap(({ id, title, code }) => [id, title, code]),
      victim.report.id, String(victim.report.problems),
    ].filter((secret) => secret.length > 3 && secret !== victim.file.name);
  });
  afterAll(() => server.close());

  /** All that is the victim's, as superuser, row by row: one hash per table. */
  const stateOf = async () => {
    const tables = await server.database.look(`
      select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id' where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`);
    const state: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await server.database.look(`select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as hash from ${String(name)} t where tenant_id = $1`, [victim.id]);
      state[String(name)] = row;
    }
    // Entering is recorded, also when what follows is refused (SPEC 3); nothing else may be.
    [state['audit_entry']] = await server.database.look(`
      select count(*)::int as n, md5(string_agg(act || subject_id || detail::text, '|' order by seq)) as hash from audit_entry where tenant_id = $1 and act <> 'tenant.entered'`, [victim.id]);
    [state['tenant']] = await server.database.look('select md5(tenant::text) as hash from tenant where id = $1', [victim.id]);
    for (const name of ['round', 'holiday', 'network_appointment']) {
      [state[name]] = await server.database.look(`select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as hash from ${name} t where network_id = $1`, [victim.network.id]);
    }
    [state['network tenants']] = await server.database.look('select count(*)::int as n from tenant where network_id = $1', [victim.network.id]);
    [state['jobs']] = await server.database.look(`select count(*)::int as n from graphile_worker._private_jobs where payload->>'tenantId' = $1::text`, [victim.id]);
    return state;
  };

  const leaks = (answer: Answer) => secrets.filter((secret) => answer.text.includes(secret) || answer.words.includes(secret) || JSON.stringify(answer.headers).includes(secret));
  /** `call` with another unit or network in its path, or other ids: what does not exist at all. */
  const nowhere = (path: string) => path
    .replace(/(\/api\/v1\/tenants\/)[^/]+/, '$1no-such-unit').replace(/(\/api\/v1\/networks\/)[^/]+/, '$1no-such-network')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{22}/g, () => newId());
  const atHome = (path: string, home: TestTenant) => path
    .replace(/(\/api\/v1\/tenants\/)[^/]+/, `$1${home.slug}`).replace(/(\/api\/v1\/networks\/)[^/]+/, `$1${home.network.slug}`);

  it('has an example of every API route that names a unit or a network', () => {
    const named = server.routes.filter(({ method, url }) => method !== 'HEAD' && url.startsWith('/api/v1') && url.includes(':')).map(({ method, url }) => `${method} ${url}`);
    expect([...new Set(named)].sort()).toEqual(Object.keys(routeExamples).sort());
  });

  describe.each(Object.entries(routeExamples))('%s', (route, example) => {
    const method = route.split(' ')[0] as string;
    let call: ExampleCall;
    let before: unknown;
    const send = (visitor: Visitor, path: string) => visitor.call(method, path, { body: call.body, headers: call.headers });

    beforeAll(async () => {
      call = await example.call(server, victim);
      before = await stateOf();
    });
    afterAll(async () => expect(await stateOf()).toEqual(before));

    it('tells nobody who is signed out', async () => {
      const answer = await send(anonymous, call.path);
      expect([answer.status, (answer.json as { code: string }).code, leaks(answer)]).toEqual([401, 'NOT_SIGNED_IN', []]);
    });

    it('looks to strangers as if it did not exist', async () => {
      for (const { name, visitor } of strangers) {
        // Units of one network know its name; its routes are not theirs all the same.
        const [answer, none] = [await send(visitor, call.path), await send(visitor, nowhere(call.path))];
        expect([name, answer.status, answer.text, leaks(answer)]).toEqual([name, 404, none.text, []]);
      }
    });

    it('refuses those of the unit and its network who may not', async () => {
      for (const who of callers.filter((one) => !example.may.includes(one))) {
        const answer = await send(own[who], call.path);
        const expected = route.includes(':network') && who !== 'supervisor' && who !== 'admin' ? 404 : 403;
        expect([who, answer.status, leaks(answer)]).toEqual([who, expected, []]);
      }
    });

    it('answers strangers in their own place nothing about the victim\'s ids', async () => {
      if (!/[0-9a-f]{8}-[0-9a-f]{4}-7/.test(call.path)) return;
      for (const { name, visitor, home } of strangers) {
        const answer = await send(visitor, atHome(call.path, home));
        const isTheirs = [404, 403].includes(answer.status);
        expect([name, answer.status, isTheirs, leaks(answer)]).toEqual([name, answer.status, true, []]);
        // Whoever may do it at home is told that there is no such record, not that it is forbidden.
        if (name.startsWith('all roles') && route.includes('/tenants/') && !route.endsWith('/suspend')) expect([name, answer.status]).toEqual([name, 404]);
      }
    });
  });

  it('accepts no id of the victim inside a body', async () => {
    const before = await stateOf();
    for (const { name, visitor, home } of strangers.slice(0, 2)) {
      const path = `/api/v1/tenants/${home.slug}/requests`;
      const workGroup = await server.database.look('select id from work_group where tenant_id = $1', [victim.id]);
      const bodies = [{ fileIds: [victim.file.id] }, { workGroupId: workGroup[0]?.['id'] }];
      for (const body of bodies) {
        const answer = await visitor.post(path, body);
        expect([name, Object.keys(body), answer.status, leaks(answer)]).toEqual([name, Object.keys(body), 422, []]);
      }
      const own = (home as FurnishedTenant).requests.submitted.id;
      const approved = await visitor.post(`${path}/${own}/approve`, { webMasterId: victim.people.webMaster1.id });
      expect([name, approved.status, leaks(approved)]).toEqual([name, 422, []]);
    }
    expect(await stateOf()).toEqual(before);
  });

  it('lists strangers only what is theirs', async () => {
    for (const [route, example] of Object.entries(routeExamples)) {
      if (!route.startsWith('GET ') || route.includes(':id')) continue;
      const { path } = await example.call(server, victim);
      for (const { name, visitor, home } of strangers) {
        if (route.includes(':network') && home.network.slug === victim.network.slug) continue;
        const answer = await visitor.get(atHome(path, home));
        expect([route, name, leaks(answer)]).toEqual([route, name, []]);
      }
    }
    for (const { visitor } of strangers) expect(leaks(await visitor.get('/api/v1/session'))).toEqual([]);
  });

  describe('public pages', () => {
    const { live, scheduled, expired, withdrawn } = {
      live: () => victim.publications.live, scheduled: () => victim.publications.scheduled, expired: () => victim.publications.expired, withdrawn: () => victim.publications.withdrawn,
    };

    it('have an example of every route that names something', () => {
      const named = server.routes.filter(({ method, url, promise }) => method !== 'HEAD' && promise.surface !== 'console' && /[:*]/.test(url)).map(({ url, promise }) => `${promise.surface} ${url}`);
      expect([...new Set(named)].sort()).toEqual(['portal /:network', 'portal /assets/:name', 'site /*', 'site /about/:policy', 'site /assets/:name', 'site /c/:code', 'site /p/:code', 'site /p/:code/files/:number']);
    });

    it('show the victim\'s item at home and nowhere else', async () => {
      const item = live();
      const [home, other] = [server.site(victim.slug), server.site((strangers[0] as Stranger).home.slug)];
      const paths = [`/p/${item.code}`, `/p/${item.code}/files/1`];
      for (const path of paths) {
        expect((await home.get(path)).status).toBe(200);
        for (const elsewhere of [other, server.site('nowhere'), server.portal(), server.console()]) {
          const answer = await elsewhere.get(path);
          expect([path, elsewhere.host, answer.status === 404 || (elsewhere.host.startsWith('console') && answer.status === 200), leaks(answer)]).toEqual([path, elsewhere.host, true, []]);
        }
      }
      expect((await home.get(`/p/${item.code}`)).words).toContain(item.title);
      for (const path of ['/', '/latest', `/c/${item.categoryCode}`, '/sitemap.xml', '/contact', '/no/such/page']) expect([path, leaks(await other.get(path))]).toEqual([path, []]);
    });

    it('tell nothing of what is not live, not even at home', async () => {
      const home = server.site(victim.slug);
      const expectations: Array<[() => { code: string; title: string }, number]> = [[scheduled, 404], [expired, 410], [withdrawn, 410]];
      for (const [item, status] of expectations) {
        const { code, title } = item();
        for (const path of [`/p/${code}`, `/p/${code}/files/1`]) {
          const answer = await home.get(path);
          expect([path, answer.status, answer.words.includes(title)]).toEqual([path, status, false]);
        }
        for (const path of ['/', '/latest', '/sitemap.xml']) expect((await home.get(path)).words).not.toContain(title);
      }
      for (const { title, linkCode } of Object.values(victim.requests)) {
        for (const path of ['/', '/latest', '/sitemap.xml', ...(linkCode ? [`/p/${linkCode}`] : [])]) expect((await home.get(path)).words).not.toContain(title);
        if (linkCode) expect((await home.get(`/p/${linkCode}`)).status).toBe(404);
      }
    });

    it('show a unit that is being set up to nobody', async () => {
      const setting = await aTenant(server, { network: victim.network, live: false });
      const [answer, none] = [await server.site(setting.slug).get('/'), await server.site('no-such-unit').get('/')];
      expect([answer.status, answer.text]).toEqual([404, none.text]);
      expect((await server.portal().get(`/${victim.network.slug}`)).text).not.toContain(setting.slug);
    });

    it('list a network\'s opened units on the portal, and nothing for an unknown one', async () => {
      const listed = await server.portal().get(`/${victim.network.slug}`);
      expect([listed.status, listed.text.includes(`//${victim.slug}.`)]).toEqual([200, true]);
      const other = await server.portal().get(`/${(strangers[1] as Stranger).home.network.slug}`);
      expect(other.text).not.toContain(victim.slug);
      expect((await server.portal().get('/no-such-network')).status).toBe(404);
    });

    it('carry no session, and one sent there means nothing', async () => {
      const stolen = (strangers[0] as Stranger).visitor.cookie;
      for (const visitor of [server.site(victim.slug), server.portal()]) {
        const answer = await visitor.get('/', { cookie: stolen });
        expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
      }
    });
  });
});
