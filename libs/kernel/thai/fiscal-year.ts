import { addDays, bangkokDay, isCalendarDay } from './calendar';

/** Years between the Common Era and the Buddhist Era: พ.ศ. = ค.ศ. + 543. */
export const buddhistEraOffset = 543;

export type Quarter = 1 | 2 | 3 | 4;
export type Half = 1 | 2;

/** First and last day, both inside. */
export interface DayWindow {
  from: string;
  until: string;
}

function dayOf(at: string | Date): string {
  const day = typeof at === 'string' ? at : bangkokDay(at);
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  return day;
}

/** How many months after October the day's month is: 0 in October, 11 in September. */
function monthsIntoYear(day: string): number {
  return (Number(day.slice(5, 7)) + 2) % 12;
}

function monthsOf(fiscalYear: number, first: number, count: number): DayWindow {
  if (!Number.isInteger(fiscalYear)) throw new RangeError(`not a fiscal year: ${fiscalYear}`);
  const startOfMonth = (index: number) => {
    const month = (index + 9) % 12;
    const year = fiscalYear - buddhistEraOffset - 1 + Math.floor((index + 9) / 12);
    return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
  };
  return { from: startOfMonth(first), until: addDays(startOfMonth(first + count), -1) };
}

/** The year of the day or instant in the Buddhist Era (calendar year, not fiscal year). */
export function buddhistYearOf(at: string | Date): number {
  return Number(dayOf(at).slice(0, 4)) + buddhistEraOffset;
}

/**
 * The fiscal year (ปีงบประมาณ, B.E.) of a day or an instant: FY 2569 runs from 1 October 2568 to 30 September 2569
 * (SPEC 2). Throws RangeError when the day does not exist.
 */
export function fiscalYearOf(at: string | Date): number {
  const day = dayOf(at);
  return buddhistYearOf(day) + (monthsIntoYear(day) < 3 ? 1 : 0);
}

/** First and last day of a fiscal year given in B.E. */
export function fiscalYearWindow(fiscalYear: number): DayWindow {
  return monthsOf(fiscalYear, 0, 12);
}

/** The fiscal quarter: ต.ค.-ธ.ค., ม.ค.-มี.ค., เม.ย.-มิ.ย., ก.ค.-ก.ย. (the MOIT month lists). */
export function quarterOf(at: string | Date): Quarter {
  return ([1, 2, 3, 4] as const)[Math.floor(monthsIntoYear(dayOf(at)) / 3)] ?? 1;
}

/** First and last day of a quarter of a fiscal year. */
export function quarterWindow(fiscalYear: number, quarter: Quarter): DayWindow {
  return monthsOf(fiscalYear, (quarter - 1) * 3, 3);
}

/** The half of the fiscal year: October to March is 1, April to September is 2. */
export function halfOf(at: string | Date): Half {
  return monthsIntoYear(dayOf(at)) < 6 ? 1 : 2;
}

/** First and last day of a half of a fiscal year. */
export function halfWindow(fiscalYear: number, half: Half): DayWindow {
  return monthsOf(fiscalYear, (half - 1) * 6, 6);
}
