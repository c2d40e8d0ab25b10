import { Clock } from '@prongsai/kernel/core';
import { isKeptAddress, PageCache, pressPage } from './page-cache';
import { HtmlPage } from './answer';
import { PagePress } from './page-press';
import type { Site } from './request-context';
import { SiteMemory } from './site-memory';

class SetClock extends Clock {
  constructor(public instant: Date) {
    super();
  }
  now(): Date {
    return this.instant;
  }
}

const noon = new Date('2026-11-24T05:00:00Z');
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const aSite = (version = 1, changesAt: Date | null = null): Site => ({ tenantId: 'unit', slug: 'kapho', version, changesAt });

describe('what a process remembers of sites and pages', () => {
  let clock: SetClock;
  let isTold: boolean;
  let answer: Site | null;
  let asked: number;
  let sites: SiteMemory;
  let pages: PageCache;

  beforeEach(() => {
    clock = new SetClock(noon);
    isTold = true;
    answer = aSite();
    asked = 0;
    sites = new SiteMemory(clock, () => isTold);
    sites.askAt({ siteOfSlug: async () => ((asked += 1), answer) });
    pages = new PageCache(sites, clock, 1_000_000);
  });

  const press = (body = 'หน้าแรก') => pressPage(body, { status: 200, mediaType: 'text/html; charset=utf-8', headers: {} });
  const keep = (site: Site, address = '/', until: Date | null = null, body?: string) => pages.keep(site, '', address, press(body), { drawnAt: clock.now(), until }, {});
  const isFound = (address = '/') => pages.find('kapho', '', address) !== null;

  it('serves what was kept, and asks for the unit once', async () => {
    const site = (await sites.siteOfSlug('kapho')) as Site;
    keep(site);
    await sites.siteOfSlug('kapho');
    expect([isFound(), asked, isFound('/latest'), pages.find('kapho', 'large', '/')]).toEqual([true, 1, false, null]);
  });

  it('serves nothing older than what the database has told', async () => {
    keep((await sites.siteOfSlug('kapho')) as Site);
    sites.hear('unit', 2);
    expect(isFound()).toBe(false);
    answer = aSite(2);
    await pages.settle('kapho');
    expect(isFound()).toBe(false);
    keep(answer);
    expect(isFound()).toBe(true);
    sites.hear('unit', 2);
    expect(isFound()).toBe(true);
  });

  it('asks again after an act of its own, and goes on when nothing public has changed', async () => {
    keep((await sites.siteOfSlug('kapho')) as Site);
    sites.doubt('unit');
    expect([isFound(), pages.isDoubtful('kapho', '', '/'), pages.isDoubtful('kapho', '', '/latest')]).toEqual([false, true, false]);
    await pages.settle('kapho');
    expect([isFound(), asked]).toEqual([true, 2]);
  });

  it('sends no page for a unit that was only remembered', () => {
    const press = new PagePress(pages, clock, {});
    const request = { site: aSite(), isSiteDoubtful: true, raw: { url: '/' }, headers: {} };
    expect(() => press.send(request as never, {} as never, new HtmlPage('หน้าแรก', 200, {}), [], noon)).toThrow('nobody asked for again');
  });

  it('does not believe an answer that was overtaken on its way', async () => {
    const overtaking: Array<() => void> = [() => sites.hear('unit', 2), () => sites.doubt('unit'), () => sites.doubtAll()];
    for (const overtake of overtaking) {
      const late = new SiteMemory(clock, () => true);
      sites = late;
      late.askAt({ siteOfSlug: async () => (overtake(), aSite(1)) });
      expect(await late.siteOfSlug('kapho')).toEqual(aSite(1));
      expect(late.known('kapho')).toBeNull();
    }
  });

  it('uses nothing that it remembers while it does not hear', async () => {
    keep((await sites.siteOfSlug('kapho')) as Site);
    isTold = false;
    expect(isFound()).toBe(false);
    isTold = true;
    sites.doubtAll();
    expect(isFound()).toBe(false);
    await pages.settle('kapho');
    expect(isFound()).toBe(true);
  });

  it('serves nothing past the instant at which an item appears or ends, past the page\'s own, or past midnight in Bangkok', async () => {
    for (const [changesAt, until, last] of [[at(10), null, 10], [null, at(20), 20], [null, null, 12 * 60]] as Array<[Date | null, Date | null, number]>) {
      clock.instant = noon;
      answer = aSite(1, changesAt);
      sites.doubtAll();
      keep((await sites.siteOfSlug('kapho')) as Site, '/', until);
      clock.instant = new Date(at(last).getTime() - 1);
      expect([last, isFound()]).toEqual([last, true]);
      clock.instant = at(last);
      expect([last, isFound()]).toEqual([last, false]);
    }
  });

  it('serves nothing that was drawn later than a clock that was set back', async () => {
    keep((await sites.siteOfSlug('kapho')) as Site);
    clock.instant = at(-1);
    expect(isFound()).toBe(false);
  });

  it('holds no more bytes than it may, and lets go of what nobody asks for', async () => {
    const site = (await sites.siteOfSlug('kapho')) as Site;
    const small = new PageCache(sites, clock, 40_000);
    for (let n = 0; n < 100; n++) {
      small.keep(site, '', `/p/${n}`, press(`${n}`), { drawnAt: noon, until: null }, {});
      small.find('kapho', '', '/p/0');
    }
    expect(small.bytes).toBeLessThanOrEqual(40_000);
    expect(small.find('kapho', '', '/p/0')).not.toBeNull();
    expect(small.find('kapho', '', '/p/1')).toBeNull();
    small.keep(site, '', '/huge', pressPage(Buffer.from(Array.from({ length: 9_000 }, (_, n) => (n * 7919) % 251)), { status: 200, mediaType: 'text/html', headers: {} }), { drawnAt: noon, until: null }, {});
    expect(small.bytes).toBeLessThanOrEqual(40_000);
  });

  it('keeps addresses of a closed list only', () => {
    expect(['/', '/latest?cursor=abc', '/latest?cursor=a&cursor=b', '/latest?utm=1', `/${'x'.repeat(400)}`].map((address) => isKeptAddress(address, ['cursor']))).toEqual([true, true, false, false, false]);
  });
});
