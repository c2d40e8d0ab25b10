import { frameworkCode } from '@prongsai/domain/compliance';
import { addDays, fiscalYearWindow } from '@prongsai/kernel/thai';
import type { CheckStory, ItemStory } from '../story';
import { workdayFrom, workdayUpTo } from '../story-days';
import { itemOf, type UnitFacts } from './about';
import { newsTopic } from './news';
import { topics, type TopicName } from './topics';

export type ProfileId = 'dho' | 'phangnga' | 'khemarat' | 'bothong';
export type ShelfName = TopicName | 'news';
type Place = readonly [categoryCode: string, subItemCode?: string];

/** Where each profile keeps what units publish (domain of the category codes: content-categories.json of taxonomy). */
const shelves: Record<ProfileId, Partial<Record<ShelfName, Place>>> = {
  dho: {
    history: ['dho.01', 'dho.01.01'], vision: ['dho.01', 'dho.01.02'], structure: ['dho.01', 'dho.01.03'], strategy: ['dho.01', 'dho.01.04'], plan: ['dho.01', 'dho.01.05'],
    contact: ['dho.01', 'dho.01.07'], law: ['dho.02', 'dho.02.01'], knowledge: ['dho.03', 'dho.03.01'], links: ['dho.04', 'dho.04.01'],
    framework: ['dho.05', 'dho.05.03'], oia: ['dho.05', 'dho.05.01'], manual: ['dho.06', 'dho.06.03'], citizenManual: ['dho.07', 'dho.07.03'],
    news: ['dho.08', 'dho.08.01'], procurement: ['dho.08', 'dho.08.06'], eService: ['dho.09', 'dho.09.01'], siteQuality: ['dho.10', 'dho.10.01'],
  },
  phangnga: {
    vision: ['phangnga.01', 'phangnga.01.02'], structure: ['phangnga.01', 'phangnga.01.03'], plan: ['phangnga.01', 'phangnga.01.05'], contact: ['phangnga.01', 'phangnga.01.07'],
    law: ['phangnga.02', 'phangnga.02.01'], knowledge: ['phangnga.03', 'phangnga.03.02'], links: ['phangnga.04', 'phangnga.04.01'],
    framework: ['phangnga.05', 'phangnga.05.03'], oia: ['phangnga.05', 'phangnga.05.01'], citizenManual: ['phangnga.06', 'phangnga.06.02'],
    news: ['phangnga.07', 'phangnga.07.01'], procurement: ['phangnga.07', 'phangnga.07.04'], eService: ['phangnga.08', 'phangnga.08.01'],
  },
  khemarat: {
    policy: ['khemarat.01', 'khemarat.01.02'], structure: ['khemarat.01', 'khemarat.01.03'], law: ['khemarat.01', 'khemarat.01.05'], contact: ['khemarat.01', 'khemarat.01.07'],
    plan: ['khemarat.02', 'khemarat.02.01'], budget: ['khemarat.02', 'khemarat.02.02'], complaintService: ['khemarat.03', 'khemarat.03.01'],
    complaintCorruption: ['khemarat.03', 'khemarat.03.02'], framework: ['khemarat.03', 'khemarat.03.03'], manual: ['khemarat.03', 'khemarat.03.03'],
    citizenManual: ['khemarat.03', 'khemarat.03.04'], procurement: ['khemarat.04', 'khemarat.04.02'], news: ['khemarat.05', 'khemarat.05.01'],
  },
  bothong: {
    policy: ['bothong.01', 'bothong.01.02'], structure: ['bothong.01', 'bothong.01.03'], contact: ['bothong.01', 'bothong.01.07'], vision: ['bothong.01', 'bothong.01.09'],
    strategy: ['bothong.02'], plan: ['bothong.03'], budget: ['bothong.04'], complaintService: ['bothong.05'], complaintCorruption: ['bothong.06'],
    complaintReport: ['bothong.07'], procurement: ['bothong.09', 'bothong.09.05'], framework: ['bothong.10'], manual: ['bothong.10'], citizenManual: ['bothong.11'],
  },
};

/** Days before the day of telling on which something of a shelf was published; more numbers, more items. */
export type Stock = Partial<Record<ShelfName, readonly number[]>>;

/** What a unit in good order has. A framework is not among them: it goes by the fiscal year. */
export const goodStock: Record<ProfileId, Stock> = {
  dho: {
    structure: [405], plan: [28], law: [210], knowledge: [64], links: [300], oia: [125], manual: [250], citizenManual: [240], news: [6, 35, 64, 93], siteQuality: [108],
  },
  phangnga: {
    structure: [405], plan: [28], law: [210], knowledge: [71], links: [300], oia: [125], citizenManual: [240], news: [6, 35, 64, 93], procurement: [44],
  },
  khemarat: {
    policy: [380], structure: [330], contact: [66], plan: [118], budget: [31], complaintService: [260], manual: [125], procurement: [27, 118], news: [7, 36, 65, 94],
  },
  bothong: {
    policy: [26], structure: [400], strategy: [370], plan: [110], budget: [35], complaintService: [301], complaintCorruption: [299], complaintReport: [118],
    procurement: [8, 41, 74, 107], manual: [221], citizenManual: [230],
  },
};

/** Days before the day of telling on which the newest item of a shelf was checked and found still right. */
export type Checks = Partial<Record<ShelfName, number>>;

/** The checks of a unit in good order: what is older than its cadence was looked through again. */
export const goodChecks: Record<ProfileId, Checks> = {
  dho: { structure: 100, oia: 45, siteQuality: 20 },
  phangnga: { structure: 100, oia: 45 },
  khemarat: { structure: 9, plan: 30, manual: 40 },
  bothong: { structure: 100, plan: 34, complaintReport: 32 },
};

/** Whom the items are of, in which profile, since when and as of which day. */
export interface Stocking {
  unit: UnitFacts;
  profile: ProfileId;
  goesLiveOn: string;
  asOf: string;
  /** Sets the news of this unit apart from its neighbours'. */
  number: number;
  /** Shelves whose items come with a paper, set from their text. */
  papers?: readonly ShelfName[];
}

/** The items of a stock. What would lie before the opening of the site was published in its first weeks. */
export function stockItems(stocking: Stocking, stock: Stock): ItemStory[] {
  const { unit, profile, goesLiveOn, asOf, number } = stocking;
  const items: ItemStory[] = [];
  for (const [name, place] of placesOf(profile)) {
    for (const [index, age] of (stock[name] ?? []).entries()) {
      const on = latest(workdayUpTo(addDays(asOf, -age)), workdayFrom(addDays(goesLiveOn, 7 + items.length)));
      const topic = name === 'news' ? newsTopic(number * 5 + index) : topics[name];
      const item = withPaper(stocking, name, itemOf(topic, unit, on, placed(place, index)));
      if (on < asOf && !items.some(({ title }) => title === item.title)) items.push(item);
    }
  }
  return items;
}

/** The acts of checking items that were stocked; none for an item that was not there yet. */
export function stockChecks({ profile, asOf }: Pick<Stocking, 'profile' | 'asOf'>, stocked: readonly ItemStory[], checks: Checks): CheckStory[] {
  const places = new Map(placesOf(profile));
  return Object.entries(checks).flatMap(([name, age]) => {
    const [categoryCode, subItemCode] = places.get(name as ShelfName) ?? [];
    const on = workdayUpTo(addDays(asOf, -age));
    const there = stocked.filter((one) => one.categoryCode === categoryCode && one.subItemCode === subItemCode && one.on < on);
    const item = there.sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    return item ? [{ kind: 'check' as const, on, title: item.title }] : [];
  });
}

/** The announcement of the framework of a fiscal year (B.E.); none when that day has not come. */
export function frameworkItems(stocking: Stocking, fiscalYears: readonly number[]): ItemStory[] {
  const { unit, profile, asOf, goesLiveOn, number } = stocking;
  return fiscalYears.flatMap((fiscalYear) => {
    const { from, until } = fiscalYearWindow(fiscalYear);
    const on = latest(workdayFrom(addDays(from, 6 + (number % 10))), workdayFrom(addDays(goesLiveOn, 1)));
    const place = new Map(placesOf(profile)).get('framework');
    if (!place || on >= asOf || on > until) return [];
    return [withPaper(stocking, 'framework', itemOf(topics.framework, unit, on, { ...placed(place, 0), requirementCodes: [frameworkCode] }))];
  });
}

/** One item of a shelf on a day that the story names. */
export function shelfItem(stocking: Stocking, name: TopicName, on: string): ItemStory {
  const place = new Map(placesOf(stocking.profile)).get(name);
  if (!place) throw new Error(`${stocking.profile} keeps no ${name}`);
  return itemOf(topics[name], stocking.unit, on, placed(place, 0));
}

function withPaper({ papers }: Stocking, name: ShelfName, item: ItemStory): ItemStory {
  return papers?.includes(name) ? { ...item, file: { name: `${item.title}.pdf`, path: null } } : item;
}

function placesOf(profile: ProfileId): Array<[ShelfName, Place]> {
  return Object.entries(shelves[profile]) as Array<[ShelfName, Place]>;
}

function placed([categoryCode, subItemCode]: Place, index: number): Pick<ItemStory, 'categoryCode' | 'webMaster'> & Partial<ItemStory> {
  return { categoryCode, ...(subItemCode ? { subItemCode } : {}), webMaster: index % 2 === 0 ? 'webmaster1' : 'webmaster2' };
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
