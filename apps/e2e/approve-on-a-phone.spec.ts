import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { RefuseRequest, type PublicationRequest } from '@prongsai/domain/requests';
import { eventually, openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aFile, aPdf, aRequest, aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(60_000);

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const framework = readFileSync(path.resolve(__dirname, '../../libs/feature/demo/documents/bothong-framework-2569.pdf'));

/** A head in a car park: the document first, three decisions, a signal that comes and goes (SPEC 6, DESIGN 6). */
describe('approving on a phone', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let server: ServerProcess;
  let browser: Browser;
  const complaints: string[] = [];
  const hour = (n: number) => new Date(rooms.clock.now().getTime() - (24 - n) * 3_600_000);

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

  /** A request that was sent at the `n`th hour of yesterday, so that the queue has an order. */
  const aSubject = (n: number, file?: Buffer): Promise<PublicationRequest> =>
    rooms.clock.during(hour(n), async () => aRequest(rooms, tenant, 'submitted', {
      title: `เรื่องที่ส่งก่อน ${n} ${unique('เรื่อง')}`, fileIds: [(await aFile(rooms, tenant.actors.owner, 'กรอบแนวทาง.pdf', file ?? aPdf(unique('e2e')))).id],
    }));
  const stateOf = async (request: PublicationRequest) => (await database.look('select state, decided_by from publication_request where id = $1', [request.id]))[0];
  const becomes = (request: PublicationRequest, state: string) => eventually(async () => (await stateOf(request))?.['state'], (now) => now === state);

  async function signIn(who: keyof TestTenant['people'], options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.setDefaultTimeout(15_000);
    await page.goto(server.origin('console'));
    await page.getByLabel('อีเมล').fill(tenant.people[who].email);
    await page.getByLabel('รหัสผ่าน').fill(testPassword);
    await page.getByRole('button', { name: 'เข้าระบบ' }).click();
    await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
    return page;
  }
  const reads = (page: Page, request: PublicationRequest) => page.getByRole('heading', { level: 1, name: String(request.title) }).waitFor();
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> } };
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
  }
  /** A line on which readings come through and decisions do not. */
  const loseDecisions = (page: Page) => page.route(/\/(approve|return|refuse)$/, (route) => route.abort());

  it('the head reads the document first, and decides on three subjects in a row', async () => {
    const [first, second, third] = [await aSubject(1, framework), await aSubject(2), await aSubject(3)];
    const page = await signIn('head', phone);
    await page.getByRole('link', { name: `เปิดพิจารณา ${first.title}` }).tap();
    await reads(page, first);
    const picture = page.getByRole('img', { name: 'หน้า 1 จาก 4 ของ กรอบแนวทาง.pdf' });
    await picture.waitFor();
    const top = async (what: ReturnType<Page['locator']>) => (await what.boundingBox())?.y ?? Infinity;
    expect(await top(picture)).toBeLessThan(844);
    expect(await top(picture)).toBeLessThan(await top(page.getByRole('heading', { name: 'ระบบตรวจให้แล้ว' })));
    const bar = await page.getByRole('button', { name: 'อนุญาต', exact: true }).boundingBox();
    expect((bar?.y ?? 0) > 500 && (bar?.y ?? 0) + (bar?.height ?? 0) <= 844).toBe(true);
    await page.getByText('เรื่องที่ 1 จาก 3').waitFor();
    await page.getByText('เอกสารมีข้อความให้ค้นหาและอ่านออกเสียงได้').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await page.getByRole('button', { name: 'อนุญาต', exact: true }).tap();
    await reads(page, second);
    await page.getByText(`บันทึกแล้ว: อนุญาต “${first.title}”`).waitFor();
    await page.getByText('เรื่องที่ 2 จาก 3').waitFor();
    expect(await stateOf(first)).toEqual({ state: 'approved', decided_by: tenant.people.head.id });

    // The signal goes; the decision stays in the phone, also when the page is opened anew.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'ส่งกลับแก้ไข' }).tap();
    await page.getByRole('dialog').getByRole('textbox').fill('แก้ช่วงวันที่ของข้อมูล');
    await page.getByRole('dialog').getByRole('button', { name: 'ส่งกลับแก้ไข' }).tap();
    await reads(page, third);
    await page.getByText('รอส่งผล 1 เรื่อง').waitFor();
    expect(await barriers(page)).toEqual([]);
    await loseDecisions(page);
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('รอส่งผล 1 เรื่อง').waitFor();
    expect((await stateOf(second))?.['state']).toBe('submitted');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'ลองส่งอีกครั้ง' }).tap();
    await page.getByText(`บันทึกแล้ว: ส่งกลับแก้ไข “${second.title}”`).waitFor();
    expect((await stateOf(second))?.['state']).toBe('returned');

    await page.getByRole('button', { name: 'ไม่อนุญาต' }).tap();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'ส่งผล ไม่อนุญาต' }).tap();
    await sheet.getByRole('alert').getByText('ยังไม่ได้เลือกเหตุผล').waitFor();
    await sheet.getByText('มีข้อมูลส่วนบุคคลที่ต้องปิดก่อนเผยแพร่').tap();
    expect(await barriers(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'ส่งผล ไม่อนุญาต' }).tap();
    await page.getByText('ไม่มีเรื่องรอพิจารณาแล้ว').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('มีข้อมูลส่วนบุคคลที่ต้องปิดก่อนเผยแพร่');
    expect((await stateOf(third))?.['state']).toBe('refused');
    await page.context().close();
  });

  it('shows both when someone decided first', async () => {
    const subject = await aSubject(4);
    const page = await signIn('head', phone);
    await page.getByRole('link', { name: `เปิดพิจารณา ${subject.title}` }).tap();
    await reads(page, subject);
    await loseDecisions(page);
    await page.getByRole('button', { name: 'อนุญาต', exact: true }).tap();
    await page.getByText('รอส่งผล: อนุญาต').waitFor();
    await rooms.get(RefuseRequest).run(tenant.actors.approver, subject.id, 'outside_mission', null);
    await page.unrouteAll();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    const note = page.getByRole('status').filter({ hasText: 'มีผู้พิจารณาก่อนแล้ว' });
    await note.getByText('ผลของท่าน ไม่ได้บันทึก').waitFor();
    await note.getByText(/ไม่อนุญาต โดย/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await note.getByRole('button', { name: 'รับทราบ' }).tap();
    await note.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('works by keyboard beside a wide document', async () => {
    const [one, two] = [await aSubject(5, framework), await aSubject(6)];
    const page = await signIn('approver', { viewport: { width: 1440, height: 900 } });
    await page.getByRole('link', { name: `เปิดพิจารณา ${one.title}` }).click();
    await reads(page, one);
    const pages = page.getByRole('region', { name: 'หน้าของ กรอบแนวทาง.pdf' });
    await pages.focus();
    await page.keyboard.press('PageDown');
    await page.getByText('หน้า 2 จาก 4').waitFor();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: 'พอดีจอ' }).waitFor();
    await page.keyboard.press('0');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'ข้อความ', exact: true }).click();
    await page.getByText('โรงพยาบาลบ่อทอง').first().waitFor();

    await page.keyboard.press('j');
    await reads(page, two);
    await page.keyboard.press('k');
    await reads(page, one);
    await page.keyboard.press('r');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect((await stateOf(one))?.['state']).toBe('submitted');
    await page.keyboard.press('a');
    await reads(page, two);
    await becomes(one, 'approved');

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    await keys.getByRole('row', { name: 'r ไม่อนุญาต' }).waitFor();
    await keys.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
    await page.keyboard.press('r');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await stateOf(two))?.['state']).toBe('submitted');
    await page.context().close();
  });

  it('no page complained', () => expect(complaints).toEqual([]));
});
