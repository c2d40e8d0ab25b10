import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openTestDatabase, Visitor, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aPdf, aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(120_000);

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('from the owner\'s screen to the citizen\'s', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let server: ServerProcess;
  let browser: Browser;
  let link: string | null = null;
  const title = `แผนปฏิบัติการ ${unique('ทดสอบ')}`;
  const bytes = aPdf(unique('e2e'));

  beforeAll(async () => {
    await buildWhatChanged();
    database = await openTestDatabase({ alone: true });
    rooms = await openDomain([], { database });
    tenant = await aTenant(rooms);
    server = await startServerProcess({ DATA_DIR: database.dataDir, DATABASE_URL: database.url });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rooms?.close();
  });
  /** What went wrong in any page, and every host that was asked for anything. */
  const complaints: string[] = [];
  const hosts = new Set<string>();

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal is an answer, though browsers write it down as an error.
      const isRefusal = /^Failed to load resource: .* 4(01|04|10|22) /.test(message.text());
      if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
    });
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    page.setDefaultTimeout(15_000);
    return page;
  }

  async function signIn(who: keyof TestTenant['people'], options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open(options);
    await page.goto(server.origin('console'));
    await page.getByLabel('อีเมล').fill(tenant.people[who].email);
    await page.getByLabel('รหัสผ่าน').fill(testPassword);
    await page.getByRole('button', { name: 'เข้าระบบ' }).click();
    await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
    return page;
  }

  /** What a machine can find against WCAG 2.2 AA on the page as it stands. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> } };
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
  }

  it('the owner asks, with a document', async () => {
    const page = await signIn('owner');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'ขอเผยแพร่ข้อมูล' }).first().click();
    await page.locator('[name=title]').fill(title);
    await page.locator('[name=details]').fill('แผนปฏิบัติการประจำปี');
    await page.locator('input[type=file]').setInputFiles({ name: 'แผนปฏิบัติการ.pdf', mimeType: 'application/pdf', buffer: bytes });
    await page.getByText('พร้อมส่ง').waitFor();
    await page.locator('[name=categoryCode]').selectOption({ index: 1 });
    await page.locator('[name=sourceName]').fill('กลุ่มงานบริหารทั่วไป');
    await page.locator('[name=dataFrom]').fill('1 ต.ค. 2569');
    await page.locator('[name=dataUntil]').fill('30 ก.ย. 2570');
    await page.locator('[name="contact.phone"]').fill('073494064');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'ตรวจทานและส่งคำขอ' }).click();
    await page.getByRole('button', { name: 'ส่งคำขอ', exact: true }).click();
    await page.getByText(/ส่งคำขอ 1\/25\d\d แล้ว/).waitFor();
  });

  it('the approver allows it, on a phone', async () => {
    const page = await signIn('approver', phone);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { name: title }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'อนุญาต', exact: true }).click();
    await page.getByRole('status').getByText('อนุญาตแล้ว').waitFor();
  });

  it('the web master confirms four things and puts it online', async () => {
    const page = await signIn('webMaster1');
    await page.getByRole('link', { name: title }).first().click();
    const publish = page.getByRole('button', { name: 'เผยแพร่', exact: true });
    await publish.click();
    await page.getByText('ยังเผยแพร่ไม่ได้ ยืนยันก่อน').first().waitFor();
    for (const name of ['rightsCleared', 'noPersonalData', 'descriptionRight', 'lawful']) await page.locator(`input[name=${name}]`).check();
    expect(await barriers(page)).toEqual([]);
    await publish.click();
    link = await page.getByRole('link', { name: /เปิดหน้าที่ประชาชนเห็น/ }).getAttribute('href');
    expect(link).toMatch(new RegExp(`^${server.origin(tenant.slug)}/p/[a-z0-9]{10}$`));
  });

  it('a citizen finds it without JavaScript, reads it and takes the document home', async () => {
    const page = await open({ ...phone, javaScriptEnabled: false });
    await page.goto(server.origin(tenant.slug));
    await page.getByRole('link', { name: title }).first().click();
    expect(page.url()).toBe(link);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const href = await page.locator('a[href*="/files/1"]').first().getAttribute('href');
    const { host, pathname } = new URL(String(href), page.url());
    expect((await new Visitor(server.port, host).get(pathname)).body.equals(bytes)).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
  });

  it('nothing on the citizen\'s pages is in anyone\'s way, nor wider than a phone', async () => {
    const page = await open(phone);
    for (const path of ['/', '/latest', '/contact', new URL(String(link)).pathname, '/no/such/page']) {
      await page.goto(`${server.origin(tenant.slug)}${path}`);
      expect([path, await barriers(page)]).toEqual([path, []]);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([path, true]);
    }
    await page.goto(server.origin());
    expect(await barriers(page)).toEqual([]);
  });

  it('the web master takes it down, and the link says why', async () => {
    const page = await signIn('webMaster2');
    await page.goto(`${server.origin('console')}/t/${tenant.slug}/publications`);
    await page.getByRole('button', { name: 'นำลง' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox').fill('ตัวเลขในตารางผิด');
    await sheet.getByRole('button', { name: /นำลง/ }).click();
    await sheet.waitFor({ state: 'hidden' });
    const citizen = await open();
    const answer = await citizen.goto(String(link));
    expect(answer?.status()).toBe(410);
    await citizen.getByText('ตัวเลขในตารางผิด').waitFor();
    expect(await barriers(citizen)).toEqual([]);
  });

  it('no page complained, and none asked anybody else for anything', () => {
    expect(complaints).toEqual([]);
    expect([...hosts].filter((host) => host !== 'localhost' && !host.endsWith('.localhost'))).toEqual([]);
  });
});
