import { fiscalYearOf, fiscalYearWindow, quarterOf, quarterWindow, addDays, type DayWindow } from '@prongsai/kernel/thai';
import type { Cadence } from '@prongsai/kernel/workflow';

/** First and last day of the period of the cadence that `day` falls in. */
function periodOf(day: string, cadence: Exclude<Cadence, 'as_needed'>): DayWindow {
  const fiscalYear = fiscalYearOf(day);
  if (cadence === 'yearly') return fiscalYearWindow(fiscalYear);
  if (cadence === 'quarterly') return quarterWindow(fiscalYear, quarterOf(day));
  const from = `${day.slice(0, 7)}-01`;
  return { from, until: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/**
 * Whether a category was published to or checked at least once in every period of its cadence (เดือนละ ๑ ครั้ง: each
 * calendar month; ไตรมาสละ ๑ ครั้ง: each fiscal quarter) that lies wholly inside the counted days. Null when none does, or
 * when the cadence is as needed. `touchedOn` are ISO days in any order.
 */
export function cadenceKept(touchedOn: readonly string[], cadence: Cadence, counted: DayWindow): boolean | null {
  if (cadence === 'as_needed') return null;
  let judged = false;
  for (let period = periodOf(counted.from, cadence); period.until <= counted.until; period = periodOf(addDays(period.until, 1), cadence)) {
    if (period.from < counted.from) continue;
    judged = true;
    if (!touchedOn.some((day) => day >= period.from && day <= period.until)) return false;
  }
  return judged ? true : null;
}
