import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openTestDatabase, type TestRooms } from '@prongsai/testing/db';
import { openDomain, testPassword, type Person } from '@prongsai/testing/factories';
import { openBrowser } from './browser';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Both sizes that every screen is looked at. */
export const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

/** The built service with a database of its own, and a browser before it. */
export interface Journey {
  rooms: TestRooms;
  server: ServerProcess;
  /** What went wrong in any page so far. */
  complaints: string[];
  /** A page of a person who has signed in to the console, at `path`. */
  signIn(person: Person, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What a machine finds against WCAG 2.2 AA on the page at both sizes, and where it is wider than the screen. */
  barriers(page: Page): Promise<string[]>;
  close(): Promise<void>;
}

/** Builds what changed and starts everything. */
export async function openJourney(): Promise<Journey> {
  await buildWhatChanged();
  const database = await openTestDatabase({ alone: true });
  const rooms = await openDomain([], { database });
  const server = await startServerProcess({ DATA_DIR: database.dataDir, DATABASE_URL: database.url });
  const browser: Browser = await openBrowser();
  const complaints: string[] = [];
  return {
    rooms, server, complaints, barriers,
    async signIn(person, path, options = {}) {
      const context = await browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok', viewport: sizes.desktop, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // A refusal is an answer, though browsers write it down as an error.
        const isRefusal = /^Failed to load resource: .* 4(01|04|09|10|22) /.test(message.text());
        if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
      });
      await page.goto(`${server.origin('console')}${path}`);
      await page.getByLabel('อีเมล').fill(person.email);
      await page.getByLabel('รหัสผ่าน').fill(testPassword);
      await page.getByRole('button', { name: 'เข้าระบบ' }).click();
      await page.locator('#main h1').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.end('SIGTERM');
      await rooms.close();
    },
  };
}

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const before = page.viewportSize() ?? sizes.desktop;
  const found: string[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    const { violations, tooWide } = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> } };
      const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
      return { violations, tooWide: document.documentElement.scrollWidth - window.innerWidth };
    });
    found.push(...violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`));
    if (tooWide > 0) found.push(`${name}: ${tooWide} px too wide`);
  }
  await page.setViewportSize(before);
  return found;
}
