import type { RoundView } from '@prongsai/kernel/contracts';
import { bangkokDay, daysBetween, fiscalYearWindow, thaiMonthsShort } from '@prongsai/kernel/thai';

/** A due day on the bar of the fiscal year. `at` is per cent of the bar from its left end. */
export interface DueMark {
  id: string;
  title: string;
  fiscalYear: number;
  dueAt: string;
  at: number;
  /** Whole days of Asia/Bangkok; negative once the day is over. */
  left: number;
  /** The line its words stand on, 1 nearest to the top, and the side of the mark they stand on. */
  line: number;
  side: 'left' | 'right';
}

export interface YearCalendar {
  /** Where today stands, held inside the bar. */
  todayAt: number;
  months: Array<{ name: string; at: number }>;
  marks: DueMark[];
}

/** How much of the bar the words of one mark may take. */
const wordsWidth = 32;
/** Lines of words above the bar. */
const lines = 3;

/**
 * The bar of a fiscal year (B.E.), 1 October to 30 September: today, the months, and every round that is due to the province
 * inside it, whatever year it reports on.
 */
export function yearCalendar(fiscalYear: number, now: Date, rounds: readonly RoundView[]): YearCalendar {
  const { from, until } = fiscalYearWindow(fiscalYear);
  const length = daysBetween(from, until) + 1;
  const percent = (day: string) => Math.round((daysBetween(from, day) / length) * 1_000) / 10;
  const today = bangkokDay(now);
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 9) % 12) + 1;
    const year = Number(from.slice(0, 4)) + (month < 10 ? 1 : 0);
    return { name: thaiMonthsShort[month - 1] ?? '', at: percent(`${year}-${String(month).padStart(2, '0')}-01`) };
  });
  const due = rounds.map((round) => ({ round, day: bangkokDay(new Date(round.dueToProvinceAt)) })).filter(({ day }) => day >= from && day <= until)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const marks: DueMark[] = [];
  const taken: Array<{ line: number; from: number; until: number }> = [];
  for (const { round, day } of due) {
    const at = percent(day);
    const side = at > 100 - wordsWidth ? 'left' : 'right';
    const reach: [number, number] = side === 'left' ? [at - wordsWidth, at] : [at, at + wordsWidth];
    const isOver = day < today;
    const isFree = (line: number) => !taken.some((one) => one.line === line && reach[0] < one.until && reach[1] > one.from);
    const line = isOver ? 1 : ([1, 2].find(isFree) ?? lines);
    if (!isOver) taken.push({ line, from: reach[0], until: reach[1] });
    marks.push({ id: round.id, title: round.title, fiscalYear: round.fiscalYear, dueAt: round.dueToProvinceAt, at, left: daysBetween(today, day), line, side });
  }
  return { todayAt: Math.min(Math.max(percent(today), 0), 100), months, marks };
}
