import { addDays, bangkokDay, daysBetween, weekday } from './calendar';
import { formatClockTime, formatDayHours, formatTimeRange } from './clock-time';
import { formatThaiClock, formatThaiDate, thaiWeekdays } from './thai-date';
import { dayState, hoursOn, nextRange, weekdayKeys, type DayState, type HoursOfDay, type OpenState, type Schedule, type WeekdayKey, type WeekHours } from './week-hours';

const nbsp = '\u00a0';

/** Monday first, as people read a week. */
export const weekFromMonday: readonly WeekdayKey[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Abbreviations of the days of the week, Sunday first as in `weekday`. */
export const thaiWeekdaysShort = ['อา', 'จ', 'อ', 'พ', 'พฤ', 'ศ', 'ส'] as const;

/** The name of a day of the week without วัน. */
export function weekdayName(key: WeekdayKey): string {
  return thaiWeekdays[weekdayKeys.indexOf(key)] as string;
}

/** Days of the week with their hours, equal days that follow each other as one: `จันทร์–ศุกร์` `08.30–16.30 น.`. Closed days are left out. */
export function weekLines(weekly: WeekHours): Array<{ days: string; hours: string }> {
  const lines: Array<{ first: WeekdayKey; last: WeekdayKey; hours: string; length: number }> = [];
  for (const [index, key] of weekFromMonday.entries()) {
    if (weekly[key].length === 0) continue;
    const hours = formatDayHours(weekly[key]);
    const line = lines.at(-1);
    if (line && line.hours === hours && weekFromMonday[index - 1] === line.last) Object.assign(line, { last: key, length: line.length + 1 });
    else lines.push({ first: key, last: key, hours, length: 1 });
  }
  return lines.map(({ first, last, hours, length }) => {
    if (length === 7) return { days: 'ทุกวัน', hours };
    if (length === 1) return { days: weekdayName(first), hours };
    return { days: `${weekdayName(first)}${length === 2 ? ' ' : '–'}${weekdayName(last)}`, hours };
  });
}

/** A week in one line: `จันทร์–ศุกร์ 08.30–16.30 น. เว้นวันหยุดราชการ`; empty when it has no hours. */
export function weekSentence(weekly: WeekHours, note: string | null): string {
  const week = weekLines(weekly).map(({ days, hours }) => `${days} ${hours}`).join(', ');
  return week === '' ? '' : [week, note].filter(Boolean).join(' ');
}

/** A day as seen from `today`: `วันนี้`, `พรุ่งนี้`, `วันศุกร์`, further away `วันจันทร์ที่ 7 ธันวาคม`. */
export function dayFrom(today: string, day: string): string {
  const away = daysBetween(today, day);
  if (away === 0) return 'วันนี้';
  if (away === 1) return 'พรุ่งนี้';
  return away > 1 && away < 7 ? `วัน${thaiWeekdays[weekday(day)]}` : longDay(day);
}

/** A day with its name, without the year: `วันจันทร์ที่ 7 ธันวาคม`. */
export function longDay(day: string): string {
  return `วัน${thaiWeekdays[weekday(day)]}ที่ ${formatThaiDate(day, 'long').split(nbsp).slice(0, 2).join(nbsp)}`;
}

/** What a status says and how it is drawn: the shape goes with the word (DESIGN 2). */
export interface StatusWord {
  word: string;
  shape: 'ok' | 'info' | 'late' | 'na';
}

/** Whether the unit is open, as the tag of its call card: `เปิดอยู่ ถึง 16.30 น.`, `ปิดแล้ว`, `ปิดวันนี้`. */
export function openWord({ open, until, today, next }: OpenState, now: Date): StatusWord {
  if (open) return { shape: 'ok', word: until && bangkokDay(until) === bangkokDay(now) ? `เปิดอยู่ ถึง${nbsp}${formatThaiClock(until)}${nbsp}น.` : 'เปิดอยู่' };
  if (today.ranges.length === 0) return { shape: 'late', word: 'ปิดวันนี้' };
  if (next && bangkokDay(next) === bangkokDay(now)) return { shape: 'info', word: `เปิด${nbsp}${formatThaiClock(next)}${nbsp}น.` };
  return { shape: 'na', word: 'ปิดแล้ว' };
}

/** The line below the tag: why it is closed today, and when it opens again; empty while it is open as always. */
export function openSentence({ open, today, next }: OpenState, now: Date): string {
  const reason = today.why === 'usual' || !today.words ? '' : today.words;
  const day = bangkokDay(now);
  const again = !open && next && bangkokDay(next) !== day ? `เปิดอีกครั้ง${dayFrom(day, bangkokDay(next))} ${formatThaiClock(next)}${nbsp}น.` : '';
  const changed = today.why === 'change' && today.ranges.length > 0 ? `วันนี้ ${formatDayHours(today.ranges)}` : '';
  return [changed, reason, again].filter(Boolean).join(' ');
}

const later: Record<DayState, StatusWord> = {
  open: { word: 'เปิด', shape: 'ok' }, later: { word: 'เปิด', shape: 'ok' }, over: { word: 'ปิดแล้ว', shape: 'na' },
  cancelled: { word: 'งด', shape: 'late' }, none: { word: 'ไม่มีวันนี้', shape: 'na' },
};

/**
 * The status word of a clinic on a day: today `เปิดอยู่`, `เปิดบ่าย`, `เปิด 17.00 น.`, `ปิดแล้ว`, `งดวันนี้`, `ไม่มีวันนี้`;
 * on another day `เปิด`, `งด`, `ไม่มี`.
 */
export function clinicWord(schedule: Schedule, day: string, now: Date): StatusWord {
  const state = dayState(schedule, day, now);
  if (day !== bangkokDay(now)) return state === 'none' ? { word: 'ไม่มี', shape: 'na' } : later[state];
  if (state === 'open') return { word: 'เปิดอยู่', shape: 'ok' };
  if (state === 'cancelled') return { word: 'งดวันนี้', shape: 'late' };
  if (state !== 'later') return later[state];
  const next = nextRange(schedule, day, now);
  const isAfternoonOnly = next !== null && next.from >= '12:00' && next.from < '16:00' && hoursOn(schedule, day).ranges[0] === next;
  return { word: isAfternoonOnly ? 'เปิดบ่าย' : `เปิด${nbsp}${formatClockTime(next?.from ?? '')}${nbsp}น.`, shape: 'info' };
}

/** The hours that a row shows, and whether they are struck through because they do not hold. */
export function shownHours({ ranges, usual }: HoursOfDay): { hours: string[]; struck: boolean } {
  const cancelled = ranges.length === 0 && usual.length > 0;
  return { hours: (cancelled ? usual : ranges).map(formatTimeRange), struck: cancelled };
}

/** The days that a strip offers: today, then the next days with something on them, five at most, none after the sixth day from today. */
export function stripDays(schedules: readonly Schedule[], today: string): string[] {
  const days = Array.from({ length: 7 }, (_, offset) => addDays(today, offset));
  const busy = (day: string) => schedules.some((schedule) => {
    const { ranges, usual } = hoursOn(schedule, day);
    return ranges.length > 0 || usual.length > 0;
  });
  return days.filter((day) => day === today || busy(day)).slice(0, 5);
}
