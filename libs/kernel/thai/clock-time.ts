import { toArabicDigits } from './numerals';

const nbsp = '\u00a0';

/** A stretch of a day in Asia/Bangkok: `HH:MM` each, `from` before `until`; `until` may be `24:00`, the end of the day. */
export interface TimeRange {
  from: string;
  until: string;
}

/** A day has at most this many stretches. */
export const mostRangesOfDay = 3;

/**
 * A time of day as people type it: `8.30`, `08:30`, `๘.๓๐ น.`, `0830`, `13`. Answers `HH:MM`, or null when it is none.
 * `24.00` is the end of the day.
 */
export function parseClockTime(text: string): string | null {
  const plain = toArabicDigits(text).replace(/\s*น\.?\s*$/, '').trim();
  const parts = /^(\d{1,2})[.:](\d{2})$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain.length > 2 ? plain : '') ?? /^(\d{1,2})$/.exec(plain);
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2] ?? 0)];
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes from the beginning of the day to `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** A time of day as screens show it, without its unit: `08:30` is `08.30`. */
export function formatClockTime(time: string): string {
  return time.replace(':', '.');
}

/** A stretch as screens show it: `08.30–12.00 น.`; the whole day is `ตลอด 24 ชั่วโมง`. */
export function formatTimeRange({ from, until }: TimeRange): string {
  if (from === '00:00' && until === '24:00') return `ตลอด${nbsp}24${nbsp}ชั่วโมง`;
  return `${formatClockTime(from)}–${formatClockTime(until)}${nbsp}น.`;
}

/** What is wrong with the stretches of one day, told at one of them, or at the day (`index` null). */
export interface WrongHours {
  index: number | null;
  part: 'from' | 'until' | null;
  text: string;
}

/** Checks the stretches of one day, in order of time: the right way round, apart from each other, not too many. Null when all is right. */
export function wrongInDay(ranges: readonly TimeRange[]): WrongHours | null {
  if (ranges.length > mostRangesOfDay) return { index: null, part: null, text: `ลงได้ไม่เกิน ${mostRangesOfDay} ช่วงต่อวัน` };
  for (const [index, { from, until }] of ranges.entries()) {
    if (from >= until) {
      return { index, part: 'until', text: `เวลาปิด ${formatClockTime(until)} ต้องอยู่หลังเวลาเปิด ${formatClockTime(from)} ถ้าเปิดข้ามคืน ให้ลงถึง 24.00 แล้วเริ่ม 0.00 ของวันถัดไป` };
    }
    const before = ranges[index - 1];
    if (before && from < before.until) {
      return { index, part: 'from', text: `ช่วง ${formatTimeRange(before)} กับ ${formatTimeRange({ from, until })} ซ้อนกัน รวมเป็นช่วงเดียวหรือแก้เวลา` };
    }
  }
  return null;
}

/** The stretches of a day in the order of time. */
export function inTimeOrder(ranges: readonly TimeRange[]): TimeRange[] {
  return [...ranges].sort((a, b) => a.from.localeCompare(b.from) || a.until.localeCompare(b.until));
}

/** The sentence for a time that cannot be read. */
export function unreadTimeText(text: string): string {
  return `อ่านเวลา “${text.trim().slice(0, 40)}” ไม่ได้ พิมพ์เช่น 8.30 หรือ 16.30`;
}

/** What was read of a day's hours, or the sentence to show. */
export type ParsedHours = { ok: true; ranges: TimeRange[] } | { ok: false; text: string };

const closedWords = /^(ปิด|หยุด|งด|ไม่เปิด|[-–—])?$/;
const allDayWords = /^(ตลอด|เปิดตลอด)?\s*24\s*(ชม\.?|ชั่วโมง)$/;
const rangePattern = /([^\s,;–—-]+)\s*(?:-|–|—|ถึง)\s*([^\s,;–—-]+)/g;

/**
 * The hours of a day as people type them into one field: `8.30-12, 13-16.30`, `๘.๓๐ ถึง ๑๒.๐๐ และ ๑๓.๐๐–๑๖.๓๐ น.`,
 * `24 ชั่วโมง`; empty or `ปิด` for none.
 */
export function parseDayHours(text: string): ParsedHours {
  const plain = toArabicDigits(text).replace(/[\u00a0\u200b]/g, ' ').replace(/\s*น\.?(?=\s|,|;|-|–|—|ถึง|และ|$)/g, '').trim();
  if (closedWords.test(plain)) return { ok: true, ranges: [] };
  if (allDayWords.test(plain)) return { ok: true, ranges: [{ from: '00:00', until: '24:00' }] };
  const ranges: TimeRange[] = [];
  const separated = plain.replace(/\s*ถึง\s*/g, '–').replace(/และ/g, ' , ');
  for (const [, first = '', second = ''] of separated.matchAll(rangePattern)) {
    const [from, until] = [parseClockTime(first), parseClockTime(second)];
    if (from === null || until === null) return { ok: false, text: unreadTimeText(from === null ? first : second) };
    ranges.push({ from, until });
  }
  const rest = separated.replace(rangePattern, '').replace(/[\s,;]/g, '');
  if (rest !== '' || ranges.length === 0) return { ok: false, text: unreadHoursText(text) };
  const ordered = inTimeOrder(ranges);
  const wrong = wrongInDay(ordered);
  return wrong ? { ok: false, text: wrong.text } : { ok: true, ranges: ordered };
}

function unreadHoursText(text: string): string {
  return `อ่านเวลา “${text.trim().slice(0, 40)}” ไม่ได้ พิมพ์เช่น 8.30-12, 13-16.30 หรือเว้นว่างถ้าปิด`;
}

/** The stretches as one would type them: `08.30–12.00, 13.00–16.30`; empty when there are none. */
export function writeDayHours(ranges: readonly TimeRange[]): string {
  return ranges.map(({ from, until }) => `${formatClockTime(from)}–${formatClockTime(until)}`).join(', ');
}

/** The stretches in a sentence: `08.30–12.00 น. และ 13.00–16.30 น.`; `ปิด` when there are none. */
export function formatDayHours(ranges: readonly TimeRange[]): string {
  if (ranges.length === 0) return 'ปิด';
  const shown = ranges.map(formatTimeRange);
  return [shown.slice(0, -1).join(' '), shown.at(-1)].filter(Boolean).join(' และ ');
}
