import { addDays, fiscalYearOf, fiscalYearWindow, isWeekend, startOfBangkokDay } from '@prongsai/kernel/thai';

/** The instant of a time of day in Asia/Bangkok. */
export function instantOf(day: string, hour: number, minute = 0): Date {
  return new Date(startOfBangkokDay(day).getTime() + (hour * 60 + minute) * 60_000);
}

/** The day itself, or the last one before it that is neither Saturday nor Sunday. */
export function workdayUpTo(day: string): string {
  return isWeekend(day) ? workdayUpTo(addDays(day, -1)) : day;
}

/** The day itself, or the next one that is neither Saturday nor Sunday. */
export function workdayFrom(day: string): string {
  return isWeekend(day) ? workdayFrom(addDays(day, 1)) : day;
}

/** The working day before. */
export function workdayBefore(day: string): string {
  return workdayUpTo(addDays(day, -1));
}

/** First and last day of the calendar month that a day falls in. */
export function monthOf(day: string): { from: string; until: string } {
  const from = `${day.slice(0, 7)}-01`;
  return { from, until: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** The day on which a network opens: `usually`, or so early that a story told as of `asOf` still has a fiscal year behind it. */
export function opensBy(usually: string, asOf: string): string {
  const lastYear = fiscalYearWindow(fiscalYearOf(asOf) - 1).from;
  return usually < lastYear ? usually : lastYear;
}
