import { buddhistEraOffset, endOfBangkokDayExclusive, fiscalYearWindow } from '@prongsai/kernel/thai';
import type { Round } from './round.entity';

/** A round before it is stored. */
export type RoundPlan = Pick<Round, 'fiscalYear' | 'code' | 'kind' | 'title' | 'windowFrom' | 'windowUntil' | 'dueToSuperiorAt' | 'dueToProvinceAt'>;

/** The last second of a day (ISO) that is in time: 23:59:59 Asia/Bangkok (SPEC 12). */
export function dueAtEndOf(day: string): Date {
  return new Date(endOfBangkokDayExclusive(day).getTime() - 1_000);
}

/**
 * The rounds that every network has in a fiscal year (B.E.): six months due 28 February, also in leap years, and twelve
 * months due 31 July (seed 000, 4.5), each over the days up to its due day; and the whole year, due 31 October after it, for
 * MOIT 1 item 2 of the next year. Superior and province are due the same day.
 */
export function defaultRounds(fiscalYear: number): RoundPlan[] {
  const { from, until } = fiscalYearWindow(fiscalYear);
  const year = fiscalYear - buddhistEraOffset;
  const plan = (kind: 'six_month' | 'twelve_month' | 'year_close', title: string, windowUntil: string, dueOn: string): RoundPlan => ({
    fiscalYear, code: kind, kind, title, windowFrom: from, windowUntil, dueToSuperiorAt: dueAtEndOf(dueOn), dueToProvinceAt: dueAtEndOf(dueOn),
  });
  return [
    plan('six_month', 'รอบ 6 เดือน', `${year}-02-28`, `${year}-02-28`),
    plan('twelve_month', 'รอบ 12 เดือน', `${year}-07-31`, `${year}-07-31`),
    plan('year_close', 'สรุปทั้งปีงบประมาณ', until, `${year}-10-31`),
  ];
}
