import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { EditRequest, RequestReader } from '@prongsai/domain/requests';
import { openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aPdf, aPublication, aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(120_000);

const sizes = { phone: { viewport: { width: 390, height: 844 } }, desktop: { viewport: { width: 1440, height: 900 } } };
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

describe('an officer\'s day at the console', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let server: ServerProcess;
  let browser: Browser;
  const complaints: string[] = [];
  const title = `แผนจัดซื้อจัดจ้าง ${unique('ทดสอบ')}`;

  beforeAll(async () => {
    await buildWhatChanged();
    database = await openTestDatabase({ alone: true });
    rooms = await openDomain([], { database });
    tenant = await aTenant(rooms);
    const clock = rooms.get(BusinessClock);
    const today = bangkokDay(clock.now());
    await clock.during(new Date(clock.now().getTime() - 200 * 86_400_000), () => aPublication(rooms, tenant, { title: 'โครงสร้างหน่วยงาน', categoryCode: 'dho.01', publishUntil: null }));
    await aPublication(rooms, tenant, { title: 'ประกาศรับสมัคร', categoryCode: 'dho.08', publishUntil: addDays(today, 5) });
    server = await startServerProcess({ DATA_DIR: database.dataDir, DATABASE_URL: database.url });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end('SIGTERM');
    await rooms?.close();
  });

  async function signIn(who: keyof TestTenant['people'], options: BrowserContextOptions = sizes.desktop): Promise<Page> {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(15_000);
    await page.goto(server.origin('console'));
    await page.getByLabel('อีเมล').fill(tenant.people[who].email);
    await page.getByLabel('รหัสผ่าน').fill(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
    return page;
  }
  const at = (path: string) => `${server.origin('console')}/t/${tenant.slug}${path}`;

  /** What a machine can find against WCAG 2.2 AA at both sizes, and whether the page is wider than a phone of 320 px. */
  async function barriers(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const { viewport } of Object.values(sizes)) {
      await page.setViewportSize(viewport);
      if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
      found.push(...await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> } };
        const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      }));
    }
    await page.setViewportSize({ width: 320, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.setViewportSize(sizes.desktop.viewport);
    return wide > 0 ? [...found, `${wide} px too wide at 320`] : found;
  }

  it('the owner writes; the text is kept, and what is missing is told all at once', async () => {
    const page = await signIn('owner');
    await page.goto(at('/requests/new'));
    await page.locator('[name=title]').fill(title);
    await page.locator('[name=title]').press('Tab');
    await page.getByRole('status').filter({ hasText: 'บันทึกร่างแล้ว' }).waitFor();
    await page.waitForURL(/requests\/[0-9a-f-]{36}$/);
    await page.locator('[name=categoryCode]').selectOption({ value: 'dho.08' });
    await page.locator('[name=dataFrom]').fill('๑ ตุลาคม ๒๕๖๙');
    await page.getByText('อ่านเป็น 1\u00a0ตุลาคม\u00a02569').waitFor();
    await page.locator('[name=dataUntil]').fill('31/12/69');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'ตรวจทานและส่งคำขอ' }).click();
    await page.getByRole('button', { name: 'ส่งคำขอ', exact: true }).click();
    const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') });
    await summary.getByText('เรื่องต้องแก้').waitFor();
    expect(await page.title()).toMatch(/^แก้ไข: /);
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await summary.getByRole('link').filter({ hasText: 'แหล่งที่มา' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sourceName');
    await page.keyboard.type('กลุ่มงานบริหารทั่วไป');
    await page.locator('[name="contact.phone"]').fill('073494064');
    await page.getByRole('status').filter({ hasText: 'บันทึกร่างแล้ว' }).waitFor();
    await page.reload();
    await page.locator('[name=sourceName]').waitFor();
    expect(await page.locator('[name=sourceName]').inputValue()).toBe('กลุ่มงานบริหารทั่วไป');
    expect(await page.locator('[name=publishUntil]').inputValue()).not.toBe('');
    await page.context().close();
  });

  it('text that could not be saved waits on the device, and two texts are shown side by side', async () => {
    const page = await signIn('owner');
    await page.getByRole('link', { name: `เขียนต่อ ${title}` }).click();
    const details = page.locator('[name=details]');
    await page.route('**/api/v1/tenants/*/requests/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
    await details.fill('ข้อความที่ยังไม่ถึงระบบ');
    await page.getByText('ข้อความอยู่ในเครื่องนี้').waitFor();
    const id = String(page.url().split('/').at(-1));
    // The same person on another device.
    const { owner } = tenant.actors;
    const { version } = await rooms.transaction.act(owner, () => rooms.get(RequestReader).get(owner, id));
    await rooms.get(EditRequest).run(owner, id, { version, details: 'ข้อความจากเครื่องอื่น' });
    await page.unroute('**/api/v1/tenants/*/requests/*');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    const sheet = page.getByRole('dialog', { name: 'เรื่องนี้ถูกแก้ไขไปแล้ว' });
    await sheet.getByText('ข้อความจากเครื่องอื่น').waitFor();
    await sheet.getByText('ข้อความที่ยังไม่ถึงระบบ').waitFor();
    await sheet.getByRole('button', { name: 'ใช้ฉบับของท่าน' }).click();
    await page.getByRole('status').filter({ hasText: 'บันทึกร่างแล้ว' }).waitFor();
    expect(await details.inputValue()).toBe('ข้อความที่ยังไม่ถึงระบบ');
    await page.context().close();
  });

  it('files: a wrong one is told, a large picture is made smaller, the rest goes on; then the request is sent', async () => {
    const page = await signIn('owner');
    await page.getByRole('link', { name: `เขียนต่อ ${title}` }).click();
    const picture = await aLargePicture(page);
    await page.locator('input[type=file][multiple]').setInputFiles([
      { name: 'สไลด์.pptx', mimeType: 'application/octet-stream', buffer: Buffer.from('x') },
      { name: 'ภาพกิจกรรม.png', mimeType: 'image/png', buffer: picture },
      { name: 'แผน.pdf', mimeType: 'application/pdf', buffer: aPdf(unique('work')) },
    ]);
    await page.getByText('เป็นไฟล์ชนิดที่ไม่อนุญาต').waitFor();
    await page.locator('.up', { hasText: 'แผน.pdf' }).getByText('พร้อมส่ง').waitFor();
    await page.getByRole('button', { name: 'ย่อให้อัตโนมัติ' }).click();
    await page.locator('.up', { hasText: 'ภาพกิจกรรม.png' }).getByText('พร้อมส่ง').waitFor();
    await page.getByRole('button', { name: 'ลบ สไลด์.pptx' }).click();
    expect(await barriers(page)).toEqual([]);
    // The press on the button leaves the field and so begins a saving; it must be heard all the same.
    let letGo = (): void => undefined;
    const pressed = new Promise<void>((done) => { letGo = done; });
    await page.route('**/api/v1/tenants/*/requests/*', async (route) => {
      if (route.request().method() === 'PATCH') await pressed;
      await route.continue();
    });
    await page.locator('[name=remarks]').fill('เผยแพร่ภายในเดือนนี้');
    await page.getByRole('button', { name: 'ตรวจทานและส่งคำขอ' }).click();
    letGo();
    await page.getByRole('heading', { name: 'แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'ส่งคำขอ', exact: true }).click();
    await page.getByText(/ส่งคำขอ \d+\/25\d\d แล้ว/).waitFor();
    await page.getByRole('heading', { name: 'ความคืบหน้า' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  /** A picture of noise, which nothing packs: larger than the limit of a file. */
  function aLargePicture(page: Page): Promise<Buffer> {
    return page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1_300, 1_100];
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const noise = pen.createImageData(canvas.width, canvas.height);
      for (let from = 0; from < noise.data.length; from += 65_536) crypto.getRandomValues(noise.data.subarray(from, from + 65_536));
      for (let alpha = 3; alpha < noise.data.length; alpha += 4) noise.data[alpha] = 255;
      pen.putImageData(noise, 0, 0);
      const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made as Blob), 'image/png'));
      let text = '';
      for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
      return btoa(text);
    }).then((text) => Buffer.from(text, 'base64'));
  }

  it('the web master sees what ends and ticks what is still right, by keyboard', async () => {
    const page = await signIn('webMaster1');
    await page.getByRole('heading', { name: 'ประกาศรับสมัคร' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const path of ['/publications', '/publications/ending', '/publications/down', '/requests']) {
      await page.goto(at(path));
      await page.locator('h1').waitFor();
      await page.getByRole('status').filter({ hasText: 'กำลังอ่าน' }).waitFor({ state: 'detached' });
      expect([path, await barriers(page)]).toEqual([path, []]);
    }
    await page.goto(at('/publications/checks'));
    const tick = page.getByRole('button', { name: /โครงสร้างหน่วยงาน/ });
    await tick.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.route('**/confirm-current', (route) => route.fulfill({ status: 503, json: {} }), { times: 1 });
    await tick.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('ยังบันทึกไม่ได้').waitFor();
    expect(await tick.getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('Enter');
    await page.getByText('บันทึกว่า “โครงสร้างหน่วยงาน” ยังถูกต้องแล้ว').waitFor({ state: 'attached' });
    expect(await tick.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.type('รับสมัคร');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'ประกาศรับสมัคร' }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'คีย์ลัด' }).getByText('ไปที่ช่องค้นหา').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });

  it('no page complained', () => expect(complaints).toEqual([]));
});
