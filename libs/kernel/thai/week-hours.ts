import { addDays, bangkokDay, startOfBangkokDay, weekday } from './calendar';
import { minutesOf, type TimeRange } from './clock-time';

/** Days of the week by name, Sunday first as in `weekday`. */
export const weekdayKeys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type WeekdayKey = (typeof weekdayKeys)[number];

/** The stretches of each day of an ordinary week; a day without any is a day off. */
export type WeekHours = Record<WeekdayKey, readonly TimeRange[]>;

/** A week in which nothing is open. */
export const emptyWeek: WeekHours = { sun: [], mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };

/** What one calendar day has instead of its ordinary hours; no ranges mean closed or cancelled. */
export interface DayChange {
  ranges: readonly TimeRange[];
  /** What citizens are told of it. */
  words: string | null;
}

/** When something is open: its week, the days that differ, and the days off with their names. A change beats a day off. */
export interface Schedule {
  weekly: WeekHours;
  changes: ReadonlyMap<string, DayChange>;
  daysOff: ReadonlyMap<string, string>;
}

/** One calendar day of a schedule. */
export interface HoursOfDay {
  day: string;
  ranges: readonly TimeRange[];
  /** What the day would have in an ordinary week: shown struck through where it differs. */
  usual: readonly TimeRange[];
  why: 'usual' | 'day_off' | 'change';
  /** The name of the day off, or the words of the change. */
  words: string | null;
}

/** Whether it is open at an instant, until when, and when next. */
export interface OpenState {
  open: boolean;
  /** When it closes; null while closed, and when it stays open as far as one can see. */
  until: Date | null;
  /** When it opens again; null when it does not within a month, and while open without end. */
  next: Date | null;
  today: HoursOfDay;
}

/** How a day of a schedule looks: `open` now, `later` today, `over` for today, `cancelled` against its week, `none` as always. */
export type DayState = 'open' | 'later' | 'over' | 'cancelled' | 'none';

/** How far ahead the next opening is looked for: longer than any run of days off. */
const daysAhead = 31;

/** The ordinary hours of a calendar day. */
function usualOn(weekly: WeekHours, day: string): readonly TimeRange[] {
  return weekly[weekdayKeys[weekday(day)] as WeekdayKey];
}

/** What a schedule has on a calendar day. Throws RangeError when the day does not exist. */
export function hoursOn({ weekly, changes, daysOff }: Schedule, day: string): HoursOfDay {
  const usual = usualOn(weekly, day);
  const change = changes.get(day);
  if (change) return { day, usual, ranges: change.ranges, why: 'change', words: change.words };
  const dayOff = daysOff.get(day);
  if (dayOff !== undefined) return { day, usual, ranges: [], why: 'day_off', words: dayOff };
  return { day, usual, ranges: usual, why: 'usual', words: null };
}

/** The instant of a time of day on a calendar day in Asia/Bangkok; `24:00` is the beginning of the next. */
export function instantOfTime(day: string, time: string): Date {
  return new Date(startOfBangkokDay(day).getTime() + minutesOf(time) * 60_000);
}

interface Stretch {
  from: Date;
  until: Date;
}

/** Open stretches as instants from the day before `day` on, one after the other, those that touch (over midnight, too) joined into one. */
function* stretchesFrom(schedule: Schedule, day: string, days: number): Generator<Stretch> {
  let last: Stretch | null = null;
  for (let offset = -1; offset <= days; offset += 1) {
    const at = addDays(day, offset);
    for (const { from, until } of hoursOn(schedule, at).ranges) {
      const stretch = { from: instantOfTime(at, from), until: instantOfTime(at, until) };
      if (last && last.until >= stretch.from) last.until = stretch.until;
      else {
        if (last) yield last;
        last = stretch;
      }
    }
  }
  if (last) yield last;
}

/** Whether `schedule` is open at `now`, until when, and when it opens again. */
export function openState(schedule: Schedule, now: Date): OpenState {
  const day = bangkokDay(now);
  let current: Stretch | null = null;
  let next: Stretch | null = null;
  for (const stretch of stretchesFrom(schedule, day, daysAhead)) {
    if (stretch.from > now) {
      next = stretch;
      break;
    }
    if (now < stretch.until) current = stretch;
  }
  const seenUntil = startOfBangkokDay(addDays(day, daysAhead + 1));
  return { open: current !== null, until: current && current.until < seenUntil ? current.until : null, next: next?.from ?? null, today: hoursOn(schedule, day) };
}

/** How a calendar day of `schedule` looks at `now`; a day to come is `later`, a day gone by `over`. */
export function dayState(schedule: Schedule, day: string, now: Date): DayState {
  const { ranges, usual } = hoursOn(schedule, day);
  if (ranges.length === 0) return usual.length > 0 ? 'cancelled' : 'none';
  if (ranges.some(({ from, until }) => instantOfTime(day, from) <= now && now < instantOfTime(day, until))) return 'open';
  return ranges.some(({ from }) => instantOfTime(day, from) > now) ? 'later' : 'over';
}

/** The next stretch that begins after `now` on `day`, or null. */
export function nextRange(schedule: Schedule, day: string, now: Date): TimeRange | null {
  return hoursOn(schedule, day).ranges.find(({ from }) => instantOfTime(day, from) > now) ?? null;
}

/** The first day after `day` on which `schedule` has hours, within a month; null when there is none. */
export function nextDayWithHours(schedule: Schedule, day: string): string | null {
  for (let offset = 1; offset <= daysAhead; offset += 1) {
    const at = addDays(day, offset);
    if (hoursOn(schedule, at).ranges.length > 0) return at;
  }
  return null;
}

/**
 * The next instant after `now` at which something that is said of these schedules changes: a stretch of today begins or
 * ends, or the day is over (what was "tomorrow" is "today"). Null when there is no schedule at all.
 */
export function changesAt(schedules: readonly Schedule[], now: Date): Date | null {
  if (schedules.length === 0) return null;
  const day = bangkokDay(now);
  const edges = schedules.flatMap((schedule) => hoursOn(schedule, day).ranges.flatMap(({ from, until }) => [instantOfTime(day, from), instantOfTime(day, until)]));
  const midnight = startOfBangkokDay(addDays(day, 1));
  return edges.filter((edge) => edge > now).reduce((first, edge) => (edge < first ? edge : first), midnight);
}

/** Days off for all that follows the unit: the network's holidays, when it keeps them, and the days on which it is closed itself. */
export function daysOffOf(holidays: ReadonlyMap<string, string>, changes: ReadonlyMap<string, DayChange>): Map<string, string> {
  const closed = [...changes].filter(([, { ranges }]) => ranges.length === 0).map(([day, { words }]): [string, string] => [day, words ?? 'ปิดทำการ']);
  return new Map([...holidays, ...closed]);
}
