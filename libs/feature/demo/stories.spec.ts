import { readFileSync } from 'node:fs';
import path from 'node:path';
import { daysBetween, isThaiPhone } from '@prongsai/kernel/thai';
import { madeUpNote } from './contents/about';
import { demoNetworks } from './networks/demo-networks';
import type { ActStory, ItemStory, UnitStory } from './story';

const profiles = (JSON.parse(readFileSync(path.join(__dirname, '../../domain/taxonomy/content-categories.json'), 'utf8')) as {
  profiles: Array<{ id: string; categories: Array<{ id: string; sub_items: Array<{ id: string }> }> }>;
}).profiles;

const isItem = (act: ActStory): act is ItemStory => act.kind === 'item';
const unitsAsOf = (asOf: string): UnitStory[] => demoNetworks.flatMap(({ tell }) => tell(asOf).units);

describe('the stories of the demo', () => {
  it('has the five networks with their units under the slugs of SPEC 18', () => {
    const slugs = Object.fromEntries(demoNetworks.map(({ slug, tell }) => [slug, tell('2026-11-20').units.map((unit) => unit.tenant.slug)]));
    expect(slugs['pattani']).toHaveLength(25);
    expect(slugs['pattani']?.slice(0, 2)).toEqual(['pattani', 'mueang-pattani']);
    expect(slugs['pattani']).toEqual(expect.arrayContaining(['kapho', 'saiburi', 'thungyangdaeng', 'kapho-hospital']));
    expect({ ...slugs, pattani: undefined }).toEqual({
      phatthalung: ['phatthalung', 'pakphayun'], phangnga: ['phangnga'], ubon: ['ubon', 'khemarat'], chonburi: ['chonburi', 'bothong-hospital'], pattani: undefined,
    });
  });

  describe.each(['2018-05-01', '2024-12-01', '2026-02-28', '2026-03-01', '2026-10-01', '2026-11-20', '2027-02-27', '2027-08-02', '2028-02-29'])('as of %s', (asOf) => {
    const units = unitsAsOf(asOf);

    it('tells each unit in the order of days, and nothing of the day itself or later', () => {
      for (const { acts, goesLiveOn } of units) {
        const days = acts.map(({ on }) => on);
        expect(days).toEqual([...days].sort());
        expect(days.every((day) => day > goesLiveOn && day < asOf)).toBe(true);
      }
    });

    it('never gives two items of a unit the same title, by which they are found again', () => {
      for (const { acts } of units) {
        const titles = acts.filter(isItem).map(({ title }) => title);
        expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
      }
    });

    it('puts every item into a category of the unit\'s profile, with texts that the console would take', () => {
      for (const { acts, profile } of units) {
        const categories = new Map(profiles.find(({ id }) => id === profile)?.categories.map((one) => [one.id, one.sub_items.map(({ id }) => id)]));
        for (const item of acts.filter(isItem)) {
          const subItems = categories.get(item.categoryCode);
          expect(subItems).toBeDefined();
          if (item.subItemCode) expect(subItems).toContain(item.subItemCode);
          expect(item.title.length).toBeLessThanOrEqual(300);
          expect(item.paragraphs.join('\n\n').length).toBeLessThanOrEqual(20_000);
          expect(item.dataUntil >= item.dataFrom).toBe(true);
        }
      }
    });

    it('checks, takes down and reports only what its acts before have brought about', () => {
      for (const { acts } of units) {
        for (const [index, act] of acts.entries()) {
          const before = acts.slice(0, index);
          if (act.kind === 'check' || act.kind === 'withdrawal') expect(before.filter(isItem).map(({ title }) => title)).toContain(act.title);
          if (act.kind === 'expiry') expect(before.some((one) => isItem(one) && one.shownUntil && daysBetween(one.shownUntil, act.on) === 1)).toBe(true);
        }
      }
    });
  });

  it('says of everything made up that it is: items, people and numbers', () => {
    const real = new Set(['กฎหมาย ระเบียบ', 'รายชื่อเว็บไซต์']);
    for (const { acts, members, tenant } of unitsAsOf('2026-11-20')) {
      const silent = acts.filter(isItem).filter((item) => !item.file?.path && !item.paragraphs.includes(madeUpNote));
      expect(silent.filter(({ title }) => ![...real].some((beginning) => title.startsWith(beginning)) && !title.startsWith('กฎหมายที่'))).toEqual([]);
      expect(members.every(({ name }) => name.endsWith('(สมมติ)'))).toBe(true);
      expect(tenant.slug === 'kapho' ? tenant.phone : '(หมายเลขสมมติ)').toBe(tenant.slug === 'kapho' ? '0 7349 4064' : tenant.phone?.replace(/^0 \d{4} \d{4} /, ''));
      expect(isThaiPhone((tenant.phone ?? '').replace(/\s*\(.*\)$/, ''))).toBe(true);
    }
  });

  it('names the people of a unit differently, and gives hospitals their data stewards', () => {
    const units = unitsAsOf('2026-11-20');
    for (const { members } of units) expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    const bothong = units.find(({ tenant }) => tenant.slug === 'bothong-hospital');
    expect(bothong?.members.filter(({ role }) => role === 'data_steward')).toHaveLength(2);
  });
});
