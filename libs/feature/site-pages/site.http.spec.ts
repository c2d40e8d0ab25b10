import { createHash } from 'node:crypto';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pino from 'pino';
import { getMetadataArgsStorage } from 'typeorm';
import { openTestDatabase, testSettings, type TestDatabase } from '@prongsai/testing/db';
import { actorIn, aFile, aNetwork, aNewVersion, anExtension, aPdf, aPublication, aTenant, type TestTenant } from '@prongsai/testing/factories';
import { Clock } from '@prongsai/kernel/core';
import { addDays, bangkokDay, endOfBangkokDayExclusive, fiscalYearOf } from '@prongsai/kernel/thai';
import { ACTOR_DIRECTORY, DefaultDenyGuard } from '@prongsai/platform/auth';
import { BusinessClock, SETTINGS, type Settings } from '@prongsai/platform/config';
import { DbModule, TenantTransaction } from '@prongsai/platform/db';
import { ContractInterceptor, createAdapter, ERROR_PAGES, LOGGER, ProblemFilter, SITE_DIRECTORY, SiteMemory, type SiteBook, type SiteDirectory } from '@prongsai/platform/http';
import { MAILER, openMailer } from '@prongsai/platform/mail';
import { StorageModule } from '@prongsai/platform/storage';
import { FilesModule } from '@prongsai/domain/files';
import { AppointedActors, MemberReader, PeopleModule, ShowMember } from '@prongsai/domain/people';
import { SupersedePublication, WithdrawPublication, type Publication } from '@prongsai/domain/publishing';
import { RequestsModule } from '@prongsai/domain/requests';
import { AssignProfile } from '@prongsai/domain/taxonomy';
import { TenantModule, TenantSiteDirectory } from '@prongsai/domain/tenant';
import { registerSiteAssets, SiteErrorPages, SitePagesModule } from './index';

/** Nobody tells of changes here, so that every page asks again. */
function rememberSites(source: SiteDirectory, clock: Clock): SiteBook {
  const sites = new SiteMemory(clock, () => false);
  sites.askAt(source);
  return sites;
}

@Global()
@Module({})
class OutsideWorld {
  static of(settings: Settings): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings }, { provide: BusinessClock, useValue: new BusinessClock() }, { provide: Clock, useExisting: BusinessClock },
      { provide: MAILER, useFactory: () => openMailer(settings) }, { provide: LOGGER, useValue: pino({ level: 'silent' }) },
      { provide: SITE_DIRECTORY, inject: [TenantSiteDirectory, Clock], useFactory: rememberSites }, { provide: ACTOR_DIRECTORY, useExisting: AppointedActors }, { provide: ERROR_PAGES, useExisting: SiteErrorPages },
    ];
    return { module: OutsideWorld, imports: [TenantModule, PeopleModule, SitePagesModule], providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** The public pages as the server wires them, without a port. */
async function serve(database: TestDatabase): Promise<NestFastifyApplication> {
  const settings = testSettings(database);
  const { adapter } = createAdapter(settings);
  const entities = getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
  const rooms = await Test.createTestingModule({
    imports: [
      DbModule.register({ url: database.url, settings, entities, poolSize: 4 }), StorageModule.register({ storageUrl: null, dataDir: settings.dataDir }),
      OutsideWorld.of(settings), FilesModule, RequestsModule,
    ],
    providers: [{ provide: APP_FILTER, useClass: ProblemFilter }, { provide: APP_GUARD, useClass: DefaultDenyGuard }, { provide: APP_INTERCEPTOR, useClass: ContractInterceptor }],
  }).compile();
  const app = rooms.createNestApplication<NestFastifyApplication>(adapter, { bodyParser: false, logger: false });
  registerSiteAssets(app.getHttpAdapter().getInstance() as unknown as Parameters<typeof registerSiteAssets>[0]);
  await app.init();
  return app;
}

describe('public pages over HTTP', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let rooms: { get: NestFastifyApplication['get'] };
  let unit: TestTenant;
  let items: Record<'live' | 'scheduled' | 'expired' | 'withdrawn', Publication>;
  let empty: TestTenant;

  beforeAll(async () => {
    database = await openTestDatabase();
    app = await serve(database);
    rooms = { get: ((token: Parameters<NestFastifyApplication['get']>[0]) => app.get(token, { strict: false })) as NestFastifyApplication['get'] };
    unit = await aTenant(rooms);
    const now = new Date();
    const day = (days: number) => addDays(bangkokDay(now), days);
    const published = async (dates: { publishFrom?: string; publishUntil?: string } = {}) => aPublication(rooms, unit, { ...dates, fileIds: [(await aFile(rooms, unit.actors.owner)).id] });
    items = {
      live: await published(),
      scheduled: await published({ publishFrom: day(5) }),
      expired: await app.get(BusinessClock, { strict: false }).during(new Date(now.getTime() - 30 * 86_400_000), () => published({ publishFrom: day(-30), publishUntil: day(-1) })),
      withdrawn: await rooms.get(WithdrawPublication).run(unit.actors.webMaster1, (await published()).id, 'ข้อมูลคลาดเคลื่อน'),
    };
    empty = await aTenant(rooms, { network: unit.network, kind: 'hospital' });
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  const ask = (host: string, url: string, method: 'GET' | 'HEAD' | 'POST' = 'GET') => app.inject({ method, url, headers: { host: `${host}localhost:8080`, cookie: 'a=b' } });
  const onSite = (url: string, slug = unit.slug) => ask(`${slug}.`, url);
  const words = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

  it('show what is live and nothing else, on home, lists and the site map', async () => {
    const { live, scheduled, expired, withdrawn } = items;
    const pages = await Promise.all(['/', '/latest', `/c/${live.categoryCode}`, '/sitemap.xml'].map((url) => onSite(url)));
    for (const page of pages) {
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(`/p/${live.code}`);
      for (const hidden of [scheduled, expired, withdrawn]) expect(page.body).not.toContain(hidden.code);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    expect(words(pages[0]?.body ?? '')).toContain(live.title);
    expect(words(pages[0]?.body ?? '')).not.toContain(scheduled.title);
  });

  it('give an item, its file byte for byte with the right type, name and no guessing', async () => {
    const bytes = aPdf('อ่านได้');
    const file = await aFile(rooms, unit.actors.owner, 'แบบ สขร. 1.pdf', bytes);
    const { code, title } = await aPublication(rooms, unit, { fileIds: [file.id], details: '<script>alert(1)</script>' });
    const page = await onSite(`/p/${code}`);
    expect(page.statusCode).toBe(200);
    expect(words(page.body)).toContain(title);
    expect(page.body).not.toContain('<script');
    const download = await onSite(`/p/${code}/files/1`);
    expect(createHash('sha256').update(download.rawPayload).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', 'content-length': String(bytes.length) });
    expect(download.headers['content-disposition']).toBe(`inline; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('แบบ สขร. 1.pdf')}`);
    expect((await ask(`${unit.slug}.`, `/p/${code}/files/1`, 'HEAD')).statusCode).toBe(200);
    for (const wrong of ['0', '2', '01', 'x', '1e0']) expect((await onSite(`/p/${code}/files/${wrong}`)).statusCode).toBe(404);
  });

  it('say with 410 why a link shows nothing, for the page and for its file', async () => {
    const { expired, withdrawn } = items;
    for (const url of [`/p/${expired.code}`, `/p/${expired.code}/files/1`]) {
      const gone = await onSite(url);
      expect(gone.statusCode).toBe(410);
      expect(words(gone.body)).toMatch(/ข้อมูลนี้ครบระยะเวลาเผยแพร่เมื่อ \d+ .+ สอบถามได้ที่ 0 7349 4064/);
      expect(words(gone.body)).not.toContain(expired.title);
    }
    for (const url of [`/p/${withdrawn.code}`, `/p/${withdrawn.code}/files/1`]) {
      const gone = await onSite(url);
      expect(gone.statusCode).toBe(410);
      expect(words(gone.body)).toContain('ข้อมูลคลาดเคลื่อน สอบถามได้ที่ 0 7349 4064');
      expect(gone.body).toContain(`href="/p/${items.live.code}"`);
      expect(gone.body).toContain('action="/search"');
    }
  });

  it('are there to the last instant and gone at the next', async () => {
    const today = bangkokDay(new Date());
    const { code } = await aPublication(rooms, unit, { publishUntil: addDays(today, 3), fileIds: [(await aFile(rooms, unit.actors.owner)).id] });
    const end = endOfBangkokDayExclusive(addDays(today, 3));
    const at = (ms: number, url: string) => app.get(BusinessClock, { strict: false }).during(new Date(end.getTime() + ms), async () => (await onSite(url)).statusCode);
    for (const url of [`/p/${code}`, `/p/${code}/files/1`]) expect([await at(-1, url), await at(0, url)]).toEqual([200, 410]);
  });

  describe('agree on all six surfaces', () => {
    const clock = () => app.get(BusinessClock, { strict: false });
    const six = (code: string, categoryCode: string, title: string) => [`/p/${code}`, `/p/${code}/files/1`, `/c/${categoryCode}`, `/search?q=${encodeURIComponent(title)}`, '/feed.xml', '/sitemap.xml'];
    /** On which of page, file, list, search, feed and site map the item stands at an instant. */
    async function shownOn(item: Publication, at?: Date): Promise<boolean[]> {
      const answers = await clock().during(at ?? new Date(), async () => {
        const found = [];
        for (const url of six(item.code, item.categoryCode, item.title)) found.push(await onSite(url));
        return found;
      });
      return answers.map((answer, index) => answer.statusCode === 200 && (index < 2 || answer.body.includes(item.code)));
    }
    const [everywhere, nowhere] = [Array(6).fill(true), Array(6).fill(false)];
    const anItem = async (publishUntil?: string) => aPublication(rooms, unit, { ...(publishUntil ? { publishUntil } : {}), fileIds: [(await aFile(rooms, unit.actors.owner)).id] });

    it('at the end of their day, and at the later one once that is allowed', async () => {
      const [last, later] = [addDays(bangkokDay(new Date()), 3), addDays(bangkokDay(new Date()), 9)];
      const item = await anItem(last);
      const [end, laterEnd] = [endOfBangkokDayExclusive(last), endOfBangkokDayExclusive(later)];
      expect(await shownOn(item, new Date(end.getTime() - 1))).toEqual(everywhere);
      expect(await shownOn(item, end)).toEqual(nowhere);
      await anExtension(rooms, unit, item.id, later);
      expect(await shownOn(item, new Date(laterEnd.getTime() - 1))).toEqual(everywhere);
      expect(await shownOn(item, laterEnd)).toEqual(nowhere);
    });

    it('when they are withdrawn, and tell nothing at all of what was published in error', async () => {
      const [explained, wrong] = [await anItem(), await anItem()];
      await rooms.get(WithdrawPublication).run(unit.actors.webMaster1, explained.id, 'ตัวเลขผิด');
      await rooms.get(WithdrawPublication).run(unit.actors.webMaster1, wrong.id, 'มีชื่อผู้ป่วย', true);
      expect([await shownOn(explained), await shownOn(wrong)]).toEqual([nowhere, nowhere]);
      for (const url of [`/p/${wrong.code}`, `/p/${wrong.code}/files/1`]) {
        const gone = await onSite(url);
        expect(gone.statusCode).toBe(410);
        expect(words(gone.body)).toContain('เผยแพร่โดยผิดพลาด');
        for (const hidden of [wrong.title, 'มีชื่อผู้ป่วย', wrong.sourceName, items.live.title]) expect(words(gone.body)).not.toContain(hidden);
      }
    });

    it('when a new version takes their place: the same link, the new words and files', async () => {
      const item = await anItem();
      const bytes = aPdf('ฉบับใหม่');
      const revised = await aNewVersion(rooms, unit, item.id, { title: `แก้ไขแล้ว ${item.code}`, fileIds: [(await aFile(rooms, unit.actors.owner, 'ใหม่.pdf', bytes)).id] });
      expect(revised.code).toBe(item.code);
      expect(await shownOn(revised)).toEqual(everywhere);
      expect((await onSite(`/search?q=${encodeURIComponent(item.title)}`)).body).not.toContain(`/p/${item.code}"`);
      const page = words((await onSite(`/p/${item.code}`)).body);
      expect(page).toContain(revised.title);
      expect(page).toContain('แก้ไขเมื่อ');
      expect(page).not.toContain(item.title);
      expect((await onSite(`/p/${item.code}/files/1`)).rawPayload.equals(bytes)).toBe(true);
      expect((await onSite('/feed.xml')).body).toContain(`<updated>${revised.revisedAt?.toISOString()}</updated>`);
    });

    it('when another item takes their place: their link and its files lead there', async () => {
      const [item, successor] = [await anItem(), await anItem()];
      await rooms.get(SupersedePublication).run(unit.actors.webMaster1, item.id, successor.id, 'รวมเล่ม');
      expect([await shownOn(item), await shownOn(successor)]).toEqual([nowhere, everywhere]);
      for (const url of [`/p/${item.code}`, `/p/${item.code}/files/1`]) {
        const answer = await onSite(url);
        expect([answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([301, `/p/${successor.code}`, 'no-cache']);
      }
      await rooms.get(WithdrawPublication).run(unit.actors.webMaster1, successor.id, 'ตัวเลขผิด');
      expect((await onSite(`/p/${item.code}`)).headers.location).toBe(`/p/${successor.code}`);
      expect((await onSite(`/p/${successor.code}`)).statusCode).toBe(410);
    });
  });

  it('do not exist before their day, on another unit’s site or under another name', async () => {
    const { live, scheduled } = items;
    for (const page of await Promise.all([onSite(`/p/${scheduled.code}`), onSite(`/p/${live.code}`, empty.slug), onSite(`/p/${live.code}/files/1`, empty.slug), onSite('/p/nosuchcode'), onSite('/c/none'), onSite('/wp-admin/x')])) {
      expect(page.statusCode).toBe(404);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(words(page.body)).toContain('ไม่พบหน้าที่ท่านต้องการ');
      expect(words(page.body)).not.toContain(live.title);
    }
    expect((await onSite('/p/nosuchcode')).body).toContain(unit.name);
  });

  it('lead through a long list by links, each item once', async () => {
    const other = await aTenant(rooms, { network: unit.network });
    const codes = new Set<string>();
    for (let count = 0; count < 23; count++) codes.add((await aPublication(rooms, other)).code);
    const first = await onSite('/latest', other.slug);
    const next = /href="(\/latest\?cursor=[^"]+)"/.exec(first.body)?.[1] ?? '';
    const second = await onSite(next, other.slug);
    const seen = [...`${first.body}${second.body}`.matchAll(/<h3><a href="\/p\/([^"]+)"/g)].map((match) => match[1]);
    expect(seen).toHaveLength(23);
    expect(new Set(seen)).toEqual(codes);
    expect(second.body).not.toContain('?cursor=');
    for (const broken of ['x', Buffer.from('["2026","x"]').toString('base64url'), Buffer.from(`["2026-99-99T00:00:00Z","${unit.id}"]`).toString('base64url')]) {
      const page = await onSite(`/latest?cursor=${broken}`);
      expect(page.statusCode).toBe(400);
      expect(words(page.body)).toContain('เปิดที่อยู่นี้ไม่ได้');
    }
  });

  it('keep the categories of an earlier framework as long as something in them is shown', async () => {
    const other = await aTenant(rooms, { network: unit.network, profile: 'khemarat' });
    const now = new Date();
    const lastYear = new Date(now.getTime() - 400 * 86_400_000);
    const { code } = await app.get(BusinessClock, { strict: false }).during(lastYear, () => aPublication(rooms, other, { categoryCode: 'khemarat.04', publishUntil: addDays(bangkokDay(now), 30) }));
    await rooms.get(AssignProfile).run(await actorIn(rooms, unit.network.admin, other.slug), 'dho', fiscalYearOf(now));
    const home = await onSite('/', other.slug);
    for (const category of ['dho.10', 'khemarat.04']) expect(home.body).toContain(`href="/c/${category}"`);
    expect(home.body).not.toContain('khemarat.01');
    expect((await onSite('/c/khemarat.04', other.slug)).body).toContain(`/p/${code}`);
    expect((await onSite(`/p/${code}`, other.slug)).body).toContain('href="/c/khemarat.04"');
    expect((await onSite('/c/khemarat.01', other.slug)).statusCode).toBe(404);
  });

  it('find by words, year and kind of file, keep what narrows while paging, and ignore what is none of their names', async () => {
    const other = await aTenant(rooms, { network: unit.network, profile: 'dho' });
    const plan = await aPublication(rooms, other, { title: 'แผนจัดซื้อจัดจ้าง (แบบ สขร. ๑)', categoryCode: 'dho.08', subItemCode: 'dho.08.06', fileIds: [(await aFile(rooms, other.actors.owner)).id] });
    for (let count = 0; count < 22; count++) await aPublication(rooms, other, { title: `ข่าวกิจกรรมที่ ${count}`, categoryCode: 'dho.08', subItemCode: 'dho.08.01' });
    const year = fiscalYearOf(new Date());
    const get = async (url: string) => (await onSite(encodeURI(url), other.slug)).body;
    const codes = (html: string) => [...html.matchAll(/<h3><a href="\/p\/([^"]+)"/g)].map((match) => match[1]);
    for (const url of ['/search?q=แบบสขร1', '/search?q=จัดซื้อ แผน', '/c/dho.08?q=สขร', '/c/dho.08?type=pdf', '/c/dho.08?sub=dho.08.06', `/latest?type=pdf&year=${year}&c=dho.08`]) expect([url, codes(await get(url))]).toEqual([url, [plan.code]]);
    for (const url of ['/search?q=ฟุตบอล', `/c/dho.08?year=${year - 1}`, '/c/dho.01?q=สขร', '/c/dho.08?sub=dho.08.02', '/latest?c=none']) expect([url, codes(await get(url))]).toEqual([url, []]);
    for (const url of ['/c/dho.08?year=x&type=exe&sub=&utm_source=x&q=', '/c/dho.08?year=99999', `/c/dho.08?sub=${'x'.repeat(80)}`]) expect([url, codes(await get(url)).length]).toEqual([url, 20]);
    const first = await get(`/c/dho.08?q=ข่าว&year=${year}&sub=dho.08.01`);
    expect(words(first)).toContain(`ข่าวสารทั่วไป · “ข่าว” · ปีงบประมาณ ${year} จำนวน 22 รายการ`);
    expect(words(first)).toMatch(/ทั้งหมด 22 รายการข่าวสารทั่วไป 22 รายการ/);
    const next = (/rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(decodeURIComponent(next)).toMatch(new RegExp(`^/c/dho.08\\?q=ข่าว&sub=dho.08.01&year=${year}&cursor=`));
    expect(codes((await onSite(next, other.slug)).body)).toHaveLength(2);
    const misspelt = await get('/search?q=จัดซือ');
    expect(words(misspelt)).toContain('ไม่พบ “จัดซือ”ท่านหมายถึง จัดซื้อ หรือไม่');
    expect(codes(await get('/search'))).toEqual([]);
    expect(words(await get('/search?q=%00'))).toContain('ค้นหา');
  });

  it('show the people whom the office decided to show, and nobody else', async () => {
    const other = await aTenant(rooms, { network: unit.network });
    expect(words((await onSite('/people', other.slug)).body)).toContain('สำนักงานยังไม่ได้แสดงรายชื่อ สอบถามโทร 0 7349 4064');
    const members = await rooms.get(TenantTransaction).act(other.actors.head, () => rooms.get(MemberReader).list(other.actors.head));
    const shown = members.find(({ accountId }) => accountId === other.people.webMaster1.id);
    await rooms.get(ShowMember).run(other.actors.head, String(shown?.id), true);
    const page = words((await onSite('/people', other.slug)).body);
    expect(page).toContain(other.people.webMaster1.name);
    for (const who of ['owner', 'head', 'webMaster2'] as const) expect(page).not.toContain(other.people[who].name);
    expect(page).not.toContain(other.people.webMaster1.email);
  });

  it('read as the citizen chose: one cookie of a closed list, and back to where one was', async () => {
    const send = (fields: string, host = `${unit.slug}.`) => app.inject({ method: 'POST', url: '/reading', headers: { host: `${host}localhost:8080`, 'content-type': 'application/x-www-form-urlencoded' }, payload: fields });
    const kept = await send(`size=2&contrast=1&back=${encodeURIComponent('/c/dho.08?year=2569')}`);
    expect([kept.statusCode, kept.headers.location, kept.headers['set-cookie']]).toEqual([303, '/c/dho.08?year=2569', 'pref=s2c1; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly']);
    for (const fields of ['size=9&contrast=1', 'size=1', '', 'size=2c1%0d%0aSet-Cookie&contrast=0']) expect((await send(fields)).headers['set-cookie']).toMatch(/^pref=s0c0;/);
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nx: y', 'x']) expect((await send(`back=${encodeURIComponent(back)}`)).headers.location).toBe('/');
    expect((await send('size=1&contrast=0', '')).headers['set-cookie']).toMatch(/^pref=s1c0;/);
    const seen = async (cookie: string, url = '/') => (await app.inject({ url, headers: { host: `${unit.slug}.localhost:8080`, cookie } })).body;
    expect(await seen('pref=s2c1')).toContain('<html lang="th" class="s2 c1">');
    expect(await seen('pref=s1c0', '/nothing/here')).toContain('<html lang="th" class="s1">');
    for (const cookie of ['pref=s9c9', 'pref="><script>', 'session=x']) expect(await seen(cookie)).toContain('<html lang="th"><head>');
    expect(await seen('pref=s1c1', '/reading?back=%2Fcontact')).toMatch(/name="back" value="\/contact".*name="size" value="1" checked.*name="contrast" value="1" checked/s);
    expect(await seen('', '/reading?back=%2F%2Fevil.example')).toContain('name="back" value="/"');
  });

  it('tell readers of feeds and search engines what is there', async () => {
    const feed = await onSite('/feed.xml');
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(feed.body).toContain(`<link href="http://${unit.slug}.localhost:8080/p/${items.live.code}"/>`);
    expect(feed.body).not.toContain(items.withdrawn.code);
    const home = await onSite('/');
    expect(home.body).toContain(`<meta property="og:url" content="http://${unit.slug}.localhost:8080/"/>`);
    expect(home.body).toContain('itemtype="https://schema.org/GovernmentOrganization"');
    expect((await onSite('/', empty.slug)).body).toContain('itemtype="https://schema.org/Hospital"');
    expect((await onSite('/sitemap.xml')).body).toContain('/about/privacy</loc>');
    for (const policy of ['accessibility', 'privacy', 'site']) expect((await onSite(`/about/${policy}`)).statusCode).toBe(200);
    expect((await onSite('/about/none')).statusCode).toBe(404);
  });

  it('of a unit that has published nothing lead to its telephone', async () => {
    const home = await onSite('/', empty.slug);
    expect(home.statusCode).toBe(200);
    expect(words(home.body)).toContain('ยังไม่มีรายการที่เผยแพร่ สอบถามโทร 0 7349 4064');
    expect(words(home.body)).toContain('โทรหาโรงพยาบาล');
    expect((await onSite('/contact', empty.slug)).body).toContain('https://maps.example/1');
    expect((await onSite('/robots.txt', empty.slug)).body).toContain(`Sitemap: http://${empty.slug}.localhost:8080/sitemap.xml`);
  });

  it('show nothing of any unit on a host that is none', async () => {
    const setUp = await aTenant(rooms, { network: unit.network, live: false });
    for (const host of ['nowhere.', `${setUp.slug}.`, `${unit.slug}.x.`]) {
      for (const url of ['/', '/contact', `/p/${items.live.code}`, '/anything', '/sitemap.xml']) {
        const page = await ask(host, url);
        expect([host, url, page.statusCode]).toEqual([host, url, 404]);
        expect(words(page.body)).toContain('ไม่พบหน้าที่ท่านต้องการ');
        expect(page.body).not.toContain('หน่วยงานทดสอบ');
        expect(page.body).toContain('href="http://localhost:8080/"');
      }
    }
  });

  it('let nothing inline run, and never set a cookie', async () => {
    const page = await onSite('/');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
    expect(page.body).not.toMatch(/<script|<style|style=/);
    const css = /href="(\/assets\/site\.[0-9a-f]{16}\.css)"/.exec(page.body)?.[1] ?? '';
    expect((await onSite(css)).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await ask('', css)).statusCode).toBe(200);
  });

  describe('the portal', () => {
    it('lists networks and, in each, the units whose site has opened', async () => {
      const elsewhere = await aTenant(rooms, { network: await aNetwork(rooms) });
      const networks = await ask('', '/');
      expect(networks.statusCode).toBe(200);
      expect(networks.body).toContain(`href="/${unit.network.slug}"`);
      const units = await ask('', `/${unit.network.slug}`);
      expect(units.statusCode).toBe(200);
      expect(units.body).toContain(`http://${unit.slug}.localhost:8080/`);
      expect(units.body).not.toContain(elsewhere.slug);
    });

    it('finds a unit by name, also misspelt a little, and says when there is none', async () => {
      const english = `/${unit.network.slug}?q=${encodeURIComponent(unit.slug.toUpperCase())}`;
      expect((await ask('', english)).body).toContain(`http://${unit.slug}.localhost:8080/`);
      expect((await ask('', `/?q=${encodeURIComponent(unit.slug.replace(/.$/, ''))}`)).body).toContain(`http://${unit.slug}.localhost:8080/`);
      const none = await ask('', `/${unit.network.slug}?q=${encodeURIComponent('<b>ไม่มีที่ไหน')}`);
      expect(none.body).toContain('ไม่พบ “&lt;b>ไม่มีที่ไหน” ลองคำที่สั้นลง');
    });

    it('has no page for another name', async () => {
      const page = await ask('', '/nowhere');
      expect(page.statusCode).toBe(404);
      expect(words(page.body)).toContain('ไม่พบหน้าที่ท่านต้องการ');
      expect((await ask('', '/nowhere/deeper')).statusCode).toBe(404);
      expect((await ask('', `/?q=${'x'.repeat(300)}`)).body).toContain(`“${'x'.repeat(80)}”`);
    });
  });
});
