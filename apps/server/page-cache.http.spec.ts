import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import { PageCache } from '@prongsai/platform/http';
import { WithdrawPublication } from '@prongsai/domain/publishing';
import { ChangeTenant } from '@prongsai/domain/tenant';
import { eventually, openServer, openTcpProxy, openTestDatabase, type ServerUnderTest, type TcpProxy, type TestDatabase } from '@prongsai/testing/db';
import { aFile, aPublication, aTenant, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** SPEC 6 and 19: pages are kept, and nobody can tell. Two processes on one database; the second's line can be cut. */
describe('the page cache', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let acting: ServerUnderTest;
  let other: ServerUnderTest;
  let tenant: TestTenant;
  let clockFile: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    const address = new URL(database.url);
    proxy = await openTcpProxy({ host: address.hostname, port: Number(address.port) });
    address.host = `127.0.0.1:${proxy.port}`;
    clockFile = path.join(database.dataDir, `clock-${process.pid}`);
    const environment = { PRONGSAI_CLOCK_FILE: clockFile };
    acting = await openServer(startServer, { database, environment });
    other = await openServer(startServer, { database, environment: { ...environment, DATABASE_URL: address.toString() } });
    tenant = await aTenant(acting);
  });
  afterAll(async () => {
    await other.close();
    await acting.close();
    await proxy.close();
    await database.close();
  });

  const ask = (server: ServerUnderTest, url = '/', headers: Record<string, string> = {}) => server.site(tenant.slug).get(url, headers);
  const found = (server: ServerUnderTest) => server.get(PageCache).counts.found;
  /** Reads until the answer comes from memory. */
  const warm = (server: ServerUnderTest, url = '/') => eventually(async () => {
    const before = found(server);
    await ask(server, url);
    return found(server) > before;
  });

  it('gives the same answer from memory: body, headers, HEAD, and nothing to whoever has it', async () => {
    const publication = await aPublication(acting, tenant);
    const url = `/p/${publication.code}`;
    const fresh = await ask(acting, url, { 'accept-encoding': 'gzip' });
    await warm(acting, url);
    const before = found(acting);
    const kept = await ask(acting, url, { 'accept-encoding': 'gzip' });
    const ofInterest = ({ headers, status, body }: typeof kept) => ({ status, body: body.toString('base64'), ...Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name))) });
    expect(ofInterest(kept)).toEqual(ofInterest(fresh));
    const plain = await ask(acting, url);
    expect([plain.headers['content-encoding'], plain.words.includes(publication.title)]).toEqual([undefined, true]);
    const head = await acting.site(tenant.slug).call('HEAD', url, { headers: { 'accept-encoding': 'gzip' } });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(kept.body.length), 0]);
    const again = await ask(acting, url, { 'if-none-match': String(kept.headers.etag) });
    expect([again.status, again.body.length, again.headers['content-security-policy']]).toEqual([304, 0, kept.headers['content-security-policy']]);
    expect(found(acting)).toBe(before + 4);
  });

  it('keeps nothing of what does not exist, nor of addresses that anybody may invent', async () => {
    for (const url of ['/no/such/page', '/p/nosuchcode', '/?utm_source=x', '/latest?x=1']) {
      await ask(acting, url);
      const before = found(acting);
      await ask(acting, url);
      expect([url, found(acting)]).toEqual([url, before]);
    }
  });

  it('shows an act on the very next request of the process that acted, whoever else is reading', async () => {
    let isReading = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (isReading) await ask(acting);
    });
    for (let round = 0; round < 10; round++) {
      const publication = await aPublication(acting, tenant);
      expect([round, (await ask(acting)).text.includes(publication.code)]).toEqual([round, true]);
      await acting.get(WithdrawPublication).run(tenant.actors.webMaster1, publication.id, 'ลองนำลง');
      expect([round, (await ask(acting)).text.includes(publication.code), (await ask(acting, `/p/${publication.code}`)).status]).toEqual([round, false, 410]);
    }
    isReading = false;
    await Promise.all(readers);
  });

  it('shows it on the other process as soon as it hears, without anything growing old', async () => {
    for (let round = 0; round < 5; round++) {
      await warm(other);
      const publication = await aPublication(acting, tenant);
      await eventually(() => ask(other), ({ text }) => text.includes(publication.code), 1);
    }
    await warm(other);
    const found = await warm(other).then(() => ask(other));
    await acting.get(ChangeTenant).run(tenant.actors.head, { address: '9 ถนนใหม่' });
    expect(found.words).not.toContain('9 ถนนใหม่');
    await eventually(() => ask(other), ({ words }) => words.includes('9 ถนนใหม่'), 1);
  });

  it('ends with the item: page, file, lists and map at the same second, on both processes', async () => {
    const today = bangkokDay(new Date());
    const file = await aFile(acting, tenant.actors.owner);
    const { code } = await aPublication(acting, tenant, { publishUntil: addDays(today, 2), fileIds: [file.id] });
    const end = endOfBangkokDayExclusive(addDays(today, 2));
    const urls = [`/p/${code}`, '/', '/latest', '/sitemap.xml'];
    for (const server of [acting, other]) for (const url of urls) await warm(server, url);
    writeFileSync(clockFile, new Date(end.getTime() - 3_600_000).toISOString());
    for (const server of [acting, other]) {
      await eventually(async () => (await server.console().get('/healthz')).text, (text) => text.includes(bangkokDay(new Date(end.getTime() - 3_600_000)).slice(0, 7)));
      for (const url of urls) await warm(server, url);
      expect((await ask(server, urls[0])).status).toBe(200);
    }
    writeFileSync(clockFile, end.toISOString());
    for (const server of [acting, other]) {
      await eventually(() => ask(server, `/p/${code}`), ({ status }) => status === 410, 2);
      for (const url of ['/', '/latest', '/sitemap.xml']) expect([url, (await ask(server, url)).text.includes(code)]).toEqual([url, false]);
      expect((await ask(server, `/p/${code}/files/1`)).status).toBe(410);
    }
    writeFileSync(clockFile, '');
    for (const server of [acting, other]) await eventually(() => ask(server, `/p/${code}`), ({ status }) => status === 200, 2);
  });

  it('is not used by a process that has lost its line, and is right again when the line is back', async () => {
    await warm(other);
    await proxy.cut();
    await eventually(() => ask(other), ({ status }) => status === 503, 1);
    const publication = await aPublication(acting, tenant);
    await proxy.mend();
    const first = await eventually(() => ask(other), ({ status }) => status === 200);
    expect(first.text).toContain(publication.code);
    await warm(other);
  });

  it('follows changes that no program of ours has made', async () => {
    await warm(acting);
    const publication = await aPublication(acting, tenant);
    await warm(acting);
    await database.look('update publication set title = $2 where id = $1', [publication.id, 'ชื่อใหม่จากผู้ดูแลฐานข้อมูล']);
    await eventually(() => ask(acting, `/p/${publication.code}`), ({ words }) => words.includes('ชื่อใหม่จากผู้ดูแลฐานข้อมูล'), 1);
  });

  it('follows a name that goes from one unit to another, and shows neither in place of the other', async () => {
    const second = await aTenant(acting);
    const publication = await aPublication(acting, tenant);
    const other = await aPublication(acting, second);
    const site = acting.site(second.slug);
    await eventually(() => site.get(`/p/${other.code}`), ({ status }) => status === 200, 1);
    await database.look(`with moved as (update tenant set slug = 'moved-' || slug where id = $1) select`, [second.id]);
    await eventually(() => site.get('/latest'), ({ status }) => status === 404, 1);
    await database.look('update tenant set slug = $2 where id = $1', [tenant.id, second.slug]);
    await eventually(() => site.get(`/p/${publication.code}`), ({ words }) => words.includes(publication.title), 1);
    expect((await site.get(`/p/${other.code}`)).status).toBe(404);
    await database.look('update tenant set slug = $2 where id = $1', [tenant.id, tenant.slug]);
  });
});
