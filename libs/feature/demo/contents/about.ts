import { addDays, buddhistYearOf, fiscalYearOf, fiscalYearWindow, thaiMonths } from '@prongsai/kernel/thai';
import type { ItemStory } from '../story';
import { monthOf } from '../story-days';

/** Stands at the end of whatever the demo made up. */
export const madeUpNote = 'เนื้อหาเรื่องนี้สมมติขึ้นเพื่อสาธิตระบบ ไม่ใช่ประกาศหรือข้อมูลจริงของหน่วยงาน';

/** What a text says of its unit. */
export interface UnitFacts {
  /** Full name. */
  name: string;
  /** `อำเภอกะพ้อ`, or the province for an office of the whole province. */
  area: string;
  siteWorkGroup: string;
}

/** A unit at the day on which something of it is published. */
export interface About extends UnitFacts {
  on: string;
  /** B.E. */
  fiscalYear: number;
  /** `พฤศจิกายน 2569`: the month of publishing, or the one before for what sums up a month that is over. */
  month: string;
}

/** Something that units publish, without a place in a framework. */
export interface Topic {
  title: (about: About) => string;
  paragraphs: (about: About) => string[];
  /** Days that the content speaks of. */
  covers: 'year' | 'lastMonth' | 'day';
  source?: string;
  externalLink?: string;
  credit?: string;
  /** True for what is no invention of the demo: titles of laws, addresses of ministries. */
  isReal?: boolean;
}

/** A topic published by a unit on a day, in a place of its framework. */
export function itemOf(topic: Topic, unit: UnitFacts, on: string, place: Pick<ItemStory, 'categoryCode'> & Partial<ItemStory>): ItemStory {
  const fiscalYear = fiscalYearOf(on);
  const lastMonth = monthOf(addDays(monthOf(on).from, -1));
  const covered = topic.covers === 'year' ? fiscalYearWindow(fiscalYear) : topic.covers === 'lastMonth' ? lastMonth : { from: on, until: on };
  const about = { ...unit, on, fiscalYear, month: monthWords(topic.covers === 'lastMonth' ? lastMonth.from : on) };
  return {
    kind: 'item', on, title: topic.title(about), paragraphs: [...topic.paragraphs(about), ...(topic.isReal ? [] : [madeUpNote])],
    sourceName: topic.source ?? unit.siteWorkGroup, dataFrom: covered.from, dataUntil: covered.until,
    ...(topic.externalLink ? { externalLink: topic.externalLink } : {}), ...(topic.credit ? { credit: topic.credit } : {}),
    outcome: { state: 'published' }, ...place,
  };
}

/** The calendar month of a day in words: `พฤศจิกายน 2569`. */
export function monthWords(day: string): string {
  return `${thaiMonths[Number(day.slice(5, 7)) - 1] ?? ''} ${buddhistYearOf(day)}`;
}
