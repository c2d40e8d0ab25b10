/**
 * Calendar days of Asia/Bangkok, written `YYYY-MM-DD` in the Common Era. Indochina Time is UTC+07:00 all year
 * (no summer time since 1920), so the arithmetic is plain and never asks the server for its own time zone.
 */

const bangkokOffsetMs = 7 * 3_600_000;
const dayMs = 86_400_000;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`; 29 February only in leap years. */
export function isCalendarDay(text: string): boolean {
  return midnightOf(text) !== null;
}

/** The days that are spoken of lie close together, and a page asks for hundreds. */
const midnights = new Map<string, number | null>();
const daysByNumber = new Map<number, string>();
const mostRemembered = 4_000;

/** Milliseconds of the day's midnight in UTC; null when there is no such day. */
function midnightOf(day: string): number | null {
  if (day.length !== 10) return null;
  const known = midnights.get(day);
  if (known !== undefined) return known;
  if (midnights.size >= mostRemembered) midnights.clear();
  const midnight = findMidnight(day);
  midnights.set(day, midnight);
  return midnight;
}

function findMidnight(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || date < 1 || date > longest) return null;
  // Not Date.UTC, which reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, date);
}

/** Milliseconds of the day's midnight in UTC; throws RangeError when the day does not exist. */
function utcMidnight(day: string): number {
  const midnight = midnightOf(day);
  if (midnight === null) throw new RangeError(`not a calendar day: ${day}`);
  return midnight;
}

function dayAtUtc(ms: number): string {
  const number = Math.floor(ms / dayMs);
  const known = daysByNumber.get(number);
  if (known !== undefined) return known;
  const iso = new Date(ms).toISOString();
  if (iso.length !== 24) throw new RangeError('the day is outside the years 0000 to 9999');
  const day = iso.slice(0, 10);
  if (daysByNumber.size >= mostRemembered) daysByNumber.clear();
  daysByNumber.set(number, day);
  return day;
}

/** The calendar day in Asia/Bangkok on which `instant` falls. Throws RangeError on an invalid date. */
export function bangkokDay(instant: Date): string {
  return dayAtUtc(instant.getTime() + bangkokOffsetMs);
}

/** The instant at which `day` begins in Asia/Bangkok. Throws RangeError when the day does not exist. */
export function startOfBangkokDay(day: string): Date {
  return new Date(utcMidnight(day) - bangkokOffsetMs);
}

/** The first instant after `day` in Asia/Bangkok: what is live until `day` ends is gone at this very instant (SPEC 8). */
export function endOfBangkokDayExclusive(day: string): Date {
  return new Date(utcMidnight(day) + dayMs - bangkokOffsetMs);
}

/** `day` moved by `n` whole days, back when negative. Throws RangeError when `day` does not exist or `n` is no integer. */
export function addDays(day: string, n: number): string {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`);
  return dayAtUtc(utcMidnight(day) + n * dayMs);
}

/** Whole days from `from` to `until`: 0 for the same day, negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return (utcMidnight(until) - utcMidnight(from)) / dayMs;
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekday(day: string): number {
  return new Date(utcMidnight(day)).getUTCDay();
}

/** Whether `day` is a Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const number = weekday(day);
  return number === 0 || number === 6;
}

/** Whether offices work on `day`: neither weekend nor one of the network's holidays (SPEC 6, verbal approval). */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  return !isWeekend(day) && !holidays.has(day);
}

/**
 * The `n`-th working day after `day`, which itself does not count: Friday plus 1 is Monday. With `n` 0 it is `day`
 * when that is a working day, else the next one. Throws RangeError when `n` is negative or no integer.
 */
export function addWorkingDays(day: string, n: number, holidays: ReadonlySet<string>): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let at = n === 0 ? day : addDays(day, 1);
  for (let left = n; ; at = addDays(at, 1)) {
    if (!isWorkingDay(at, holidays)) continue;
    left -= 1;
    if (left <= 0) return at;
  }
}

/**
 * Working days from `from`, which does not count, to `until`, which does: the inverse of `addWorkingDays`. 0 for the same
 * day or only days off between; as many, negative, when `until` is earlier. Throws RangeError when a day does not exist.
 */
export function workingDaysBetween(from: string, until: string, holidays: ReadonlySet<string>): number {
  if (until < from) return -workingDaysBetween(until, from, holidays) || 0;
  let count = 0;
  for (let at = from; at < until; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) count += 1;
  }
  return count;
}

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
