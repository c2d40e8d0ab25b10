import type { Browser, BrowserContext, Page } from 'playwright-core';
import { EndAppointment } from '@prongsai/domain/people';
import { openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aMember, aRequest, aTenant, openDomain, testPassword, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(120_000);

/** Nothing is reloaded here: what one window does, and what happens elsewhere, appears in the others by itself. */
describe('what changes shows in every open window', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let server: ServerProcess;
  let browser: Browser;

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

  async function signIn(email: string): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
    const page = await context.newPage();
    await page.goto(server.origin('console'));
    await page.getByLabel('อีเมล').fill(email);
    await page.getByLabel('รหัสผ่าน').fill(testPassword);
    const button = page.getByRole('button', { name: 'เข้าระบบ' });
    await button.click();
    await button.waitFor({ state: 'detached' });
    await page.close();
    return context;
  }
  const open = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const listening = page.waitForResponse((response) => response.url().endsWith('/live'), { timeout: 3_000 }).catch(() => undefined);
    await page.goto(`${server.origin('console')}${path}`);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await listening;
    return page;
  };

  it('in the unit: a request that arrives, in both windows of the approver, also when the first one closes', async () => {
    const approver = await signIn(tenant.people.approver.email);
    const [first, second] = [await open(approver, `/t/${tenant.slug}`), await open(approver, `/t/${tenant.slug}`)];
    const one = await aRequest(rooms, tenant, 'submitted');
    await first.getByText(String(one.title)).first().waitFor();
    await second.getByText(String(one.title)).first().waitFor();
    await first.close();
    const two = await aRequest(rooms, tenant, 'submitted');
    await second.getByText(String(two.title)).first().waitFor();
    await approver.close();
  });

  it('in the province: a unit that goes short of web masters', async () => {
    const supervisor = await signIn(tenant.network.supervisor.email);
    const page = await open(supervisor, `/n/${tenant.network.slug}`);
    const seen = (count: number) => page.getByRole('main').getByText(new RegExp(`${count}\\s?คน`)).first();
    await seen(2).waitFor();
    const third = await aMember(rooms, tenant, 'web_master');
    await seen(3).waitFor();
    const [held] = await rooms.database.look('select id::text as id, member_id::text as member from appointment where tenant_id = $1 and account_id = $2', [tenant.id, third.id]);
    await rooms.get(EndAppointment).run(tenant.actors.head, String(held?.['member']), String(held?.['id']));
    await seen(3).waitFor({ state: 'detached' });
    await supervisor.close();
  });
});
