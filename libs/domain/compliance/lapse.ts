import { addDays, daysBetween, isCalendarDay } from '@prongsai/kernel/thai';
import type { Cadence, RequirementStatus } from '@prongsai/kernel/workflow';

/** Days before a lapse from which it is told. */
export const dueSoonDays = 14;

const cadenceMonths: Record<Exclude<Cadence, 'as_needed'>, number> = { monthly: 1, quarterly: 3, yearly: 12 };

/**
 * The day `months` calendar months after `day`, or the last day of that month when it is shorter: 31 January plus one
 * month is 28 February, 29 in a leap year. Throws RangeError when `day` does not exist.
 */
export function addMonths(day: string, months: number): string {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const month = (at: number) => `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const wanted = `${month(index)}-${day.slice(8)}`;
  return isCalendarDay(wanted) ? wanted : addDays(`${month(index + 1)}-01`, -1);
}

/**
 * The last day on which content touched on `touchedOn` is inside its cadence (seed 003: เดือนละ ๑ ครั้ง, ไตรมาสละ ๑ ครั้ง);
 * null when the cadence is as needed.
 */
export function lapseDay(touchedOn: string, cadence: Cadence): string | null {
  return cadence === 'as_needed' ? null : addMonths(touchedOn, cadenceMonths[cadence]);
}

/** The earlier of two last days; null means never. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two last days; null means never, which is the latest of all. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

/** The status on `day` of what is in order up to and including `lapsesOn`. */
export function statusOfLapse(lapsesOn: string | null, day: string): Extract<RequirementStatus, 'met' | 'due_soon' | 'overdue'> {
  if (lapsesOn === null) return 'met';
  const left = daysBetween(day, lapsesOn);
  if (left < 0) return 'overdue';
  return left <= dueSoonDays ? 'due_soon' : 'met';
}
