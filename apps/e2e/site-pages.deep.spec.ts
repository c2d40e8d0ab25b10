import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { MemberReader, ShowMember } from '@prongsai/domain/people';
import { WithdrawPublication } from '@prongsai/domain/publishing';
import { openTestDatabase, Visitor, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aFile, aPublication, aTenant, openDomain, unique, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(180_000);

const sizes = { phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }, desktop: { viewport: { width: 1440, height: 900 } } };
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const longTitle = 'ประกาศสำนักงานสาธารณสุขอำเภอ เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน และรายงานผลการกำกับติดตามการเผยแพร่ข้อมูลต่อสาธารณะ รอบ ๖ เดือน และ ๑๒ เดือน ประจำปีงบประมาณ พ.ศ. ๒๕๖๙ (แบบ สขร. ๑)';

describe('every kind of page that citizens read', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let unit: TestTenant;
  let hospital: TestTenant;
  let server: ServerProcess;
  let browser: Browser;
  /** Address of each kind of page. */
  const pages: Record<string, string> = {};
  const complaints: string[] = [];
  const hosts = new Set<string>();

  beforeAll(async () => {
    await buildWhatChanged();
    database = await openTestDatabase({ alone: true });
    rooms = await openDomain([], { database });
    unit = await aTenant(rooms, { profile: 'dho' });
    hospital = await aTenant(rooms, { network: unit.network, kind: 'hospital', profile: 'bothong' });
    const { owner, head, webMaster1 } = unit.actors;
    const files = async () => Promise.all(['แบบสรุปผลการจัดหาพัสดุ (แบบ สขร. 1) ประจำเดือนมกราคม พ.ศ. 2569 ฉบับลงนามแล้ว.pdf', 'ภาคผนวก.pdf'].map(async (name) => (await aFile(rooms, owner, name)).id));
    const item = await aPublication(rooms, unit, {
      title: longTitle, categoryCode: 'dho.08', subItemCode: 'dho.08.06', fileIds: await files(), credit: 'กรมบัญชีกลาง', externalLink: 'https://www.gprocurement.go.th/new_index.html',
      details: `${'แผน ประกาศ ผลการจัดซื้อจัดจ้าง และแบบสรุปผลรายเดือน '.repeat(12)}\n\nhttps://www.example.go.th/${'a'.repeat(120)}`, publishUntil: addDays(bangkokDay(rooms.clock.now()), 30),
    });
    for (let count = 0; count < 24; count++) await aPublication(rooms, unit, { title: `ข่าวกิจกรรมที่ ${count} ${unique('เรื่อง')}`, categoryCode: 'dho.08', subItemCode: 'dho.08.01' });
    const ended = await aPublication(rooms, unit, { categoryCode: 'dho.08' });
    await rooms.get(WithdrawPublication).run(webMaster1, ended.id, 'ตัวเลขในตารางผิด');
    const members = await rooms.get(TenantTransaction).act(head, () => rooms.get(MemberReader).list(head));
    for (const who of ['head', 'webMaster1'] as const) await rooms.get(ShowMember).run(head, String(members.find(({ accountId }) => accountId === unit.people[who].id)?.id), true);
    server = await startServerProcess({ DATA_DIR: database.dataDir, DATABASE_URL: database.url });
    browser = await openBrowser();
    const on = (tenant: TestTenant, path: string) => `${server.origin(tenant.slug)}${path}`;
    Object.assign(pages, {
      home: on(unit, '/'), 'home of a hospital without an item': on(hospital, '/'), categories: on(unit, '/c'), 'categories of a hospital': on(hospital, '/c'), category: on(unit, '/c/dho.08'),
      'category, narrowed': on(unit, '/c/dho.08?sub=dho.08.06&type=pdf'), 'category, nothing found': on(unit, '/c/dho.08?q=ฟุตบอล'), 'empty category': on(unit, '/c/dho.01'), latest: on(unit, '/latest'),
      search: on(unit, '/search'), 'search, found': on(unit, '/search?q=สขร'), 'search, misspelt': on(unit, '/search?q=กิจกรม'), item: on(unit, `/p/${item.code}`), ended: on(unit, `/p/${ended.code}`), missing: on(unit, '/no/such/page'),
      people: on(unit, '/people'), 'people, nobody': on(hospital, '/people'), contact: on(unit, '/contact'), reading: on(unit, '/reading'), accessibility: on(unit, '/about/accessibility'), privacy: on(unit, '/about/privacy'), policy: on(unit, '/about/site'),
      portal: `${server.origin()}/`, network: `${server.origin()}/${unit.network.slug}`, 'portal, found': `${server.origin()}/?q=${unit.slug}`, 'portal, nothing found': `${server.origin()}/?q=xyzxyz`, 'portal, reading': `${server.origin()}/reading`,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rooms?.close();
  });

  async function open(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const isAnswer = /^Failed to load resource: .* 4(04|10) /.test(message.text());
      if (message.type() === 'error' && !isAnswer) complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** What a machine can find against WCAG 2.2 AA and good practice on the page as it stands. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> } };
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
  }

  /** Whether the page is wider than the screen. */
  async function overflow(page: Page, when: string): Promise<string[]> {
    const pixels = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return pixels > 0 ? [`${pixels} too wide ${when}`] : [];
  }

  /** Opens every page and answers what `look` found, page by page, where it found something. */
  async function onEveryPage(page: Page, look: () => Promise<string[]>, kinds = Object.keys(pages)): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const kind of kinds) {
      await page.goto(String(pages[kind]));
      const seen = await look();
      if (seen.length > 0) found[kind] = seen;
    }
    return found;
  }

  it.each(Object.entries(sizes))('is in nobody\'s way, nor wider than the screen: %s', async (_, size) => {
    const page = await open(size);
    expect(await onEveryPage(page, async () => [...(await overflow(page, 'as it is')), ...(await barriers(page))])).toEqual({});
  });

  it('holds at 320 pixels, with text twice as large, and with the largest letters of the reading settings', async () => {
    const page = await open({ viewport: sizes.phone.viewport });
    expect(await onEveryPage(page, async () => {
      // Text alone, as a phone's own setting does it.
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
      const large = await overflow(page, 'with text twice as large');
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      await page.setViewportSize({ width: 320, height: 640 });
      const narrow = await overflow(page, 'at 320 pixels');
      await page.setViewportSize(sizes.phone.viewport);
      return [...large, ...narrow];
    })).toEqual({});
    const reader = await open({ viewport: sizes.phone.viewport });
    const origins = [unit.slug, hospital.slug, undefined].map((name) => server.origin(name));
    await reader.context().addCookies(origins.map((url) => ({ name: 'pref', value: 's2c1', url })));
    expect(await onEveryPage(reader, async () => {
      const isAsChosen = (await reader.locator('html.s2.c1').count()) === 1;
      const onPhone = await overflow(reader, 'on a phone');
      await reader.setViewportSize(sizes.desktop.viewport);
      const onDesk = await overflow(reader, 'on a desk');
      await reader.setViewportSize(sizes.phone.viewport);
      return [...(isAsChosen ? [] : ['not as chosen']), ...onPhone, ...onDesk];
    })).toEqual({});
    expect(await onEveryPage(reader, () => barriers(reader), ['home', 'category, narrowed', 'item', 'ended', 'reading', 'network'])).toEqual({});
  });

  it('is found, narrowed, read and set without script, by keyboard', async () => {
    const page = await open({ ...sizes.desktop, javaScriptEnabled: false });
    await page.goto(String(pages['home']));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
    await page.getByRole('search').getByRole('searchbox').first().fill('แบบ สขร 1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'พบ 1 รายการ' }).waitFor();
    await page.getByRole('link', { name: longTitle }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(String(pages['category']));
    await page.getByRole('link', { name: /^ผลการจัดซื้อจัดจ้าง/ }).click();
    await page.getByLabel('ชนิดไฟล์').selectOption('pdf');
    await page.getByRole('button', { name: 'แสดงรายการ' }).click();
    await page.getByRole('heading', { name: 'ผลการจัดซื้อจัดจ้าง · PDF จำนวน 1 รายการ' }).waitFor();
    await page.getByRole('link', { name: 'ล้างทั้งหมด' }).click();
    await page.getByRole('link', { name: 'รายการก่อนหน้านี้' }).click();
    await page.getByText('กลับไปรายการล่าสุด').waitFor();
    const here = page.url();
    await page.getByRole('link', { name: 'ตั้งค่าการอ่าน' }).first().click();
    await page.getByRole('radio', { name: 'ใหญ่', exact: true }).check();
    await page.getByRole('radio', { name: 'สูง' }).check();
    await page.getByRole('button', { name: 'ใช้การตั้งค่านี้' }).click();
    expect(page.url()).toBe(here);
    await page.locator('html.s1.c1').waitFor();
    expect((await page.context().cookies()).map(({ name, value }) => [name, value])).toEqual([['pref', 's1c1']]);
    await page.goto(String(pages['search, misspelt']));
    await page.locator('.note').getByRole('link', { name: 'กิจกรรม' }).click();
    await page.getByRole('heading', { name: 'พบ 24 รายการ' }).waitFor();
  });

  it('weighs little: at most 14 KB of HTML, 60 KB with style and letters, 8 requests', async () => {
    for (const kind of ['home', 'category', 'search, found', 'item', 'network']) {
      const { host, pathname, search } = new URL(String(pages[kind]));
      expect([kind, gzipSync((await new Visitor(server.port, host).get(`${pathname}${search}`)).body).length < 14 * 1024]).toEqual([kind, true]);
      const page = await open(sizes.phone);
      const bytes: number[] = [];
      page.on('requestfinished', (request) => void request.sizes().then((measured) => bytes.push(measured.responseBodySize)));
      await page.goto(String(pages[kind]), { waitUntil: 'networkidle' });
      expect([kind, bytes.length <= 8, bytes.reduce((sum, one) => sum + one, 0) <= 60 * 1024]).toEqual([kind, true, true]);
      await page.context().close();
    }
  });

  it('made no page complain, and asked nobody else for anything', () => {
    expect(complaints).toEqual([]);
    expect([...hosts].filter((host) => host !== 'localhost' && !host.endsWith('.localhost'))).toEqual([]);
  });
});
