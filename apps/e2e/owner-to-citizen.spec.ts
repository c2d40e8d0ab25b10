import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aPdf, aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildService, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(120_000);

describe('from the owner\'s screen to the citizen\'s', () => {
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  let server: ServerProcess;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    await buildService();
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
  it('x', async () => {
    const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
    const page = await context.newPage();
    await page.goto(server.origin('console'));
    await page.getByLabel('อีเมล').fill(tenant.people.owner.email);
    await page.getByLabel('รหัสผ่าน').fill(testPassword);
    await page.getByRole('button', { name: 'เข้าระบบ' }).click();
    await page.getByRole('link', { name: 'ขอเผยแพร่ข้อมูล' }).first().click();
    await page.getByLabel('หัวข้อ').first().waitFor();
    await page.screenshot({ path: '/tmp/e2e-1.png', fullPage: true });
  });
});
