import { bangkokDay, isCalendarDay } from './calendar';
import { buddhistEraOffset, buddhistYearOf } from './fiscal-year';
import { toArabicDigits, toThaiDigits } from './numerals';

const nbsp = '\u00a0';

/** Month names, January first. */
export const thaiMonths = [
  'มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
  'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม',
] as const;

/** Month abbreviations, January first. */
export const thaiMonthsShort = [
  'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.',
] as const;

/** Names of the days of the week without วัน, Sunday first as in `weekday`. */
export const thaiWeekdays = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const;

/** `long` for body text, `short` for tables, `paper` with Thai digits for generated papers (DESIGN 7). */
export type DateStyle = 'long' | 'short' | 'paper';

/**
 * A calendar day (`YYYY-MM-DD`) or an instant as a Buddhist-era date: `12 กุมภาพันธ์ 2569`, `12 ก.พ. 2569`,
 * `๑๒ กุมภาพันธ์ ๒๕๖๙`, with non-breaking spaces. Throws RangeError when the day does not exist.
 */
export function formatThaiDate(at: string | Date, style: DateStyle): string {
  const day = typeof at === 'string' ? at : bangkokDay(at);
  const year = buddhistYearOf(day);
  const month = (style === 'short' ? thaiMonthsShort : thaiMonths)[Number(day.slice(5, 7)) - 1];
  const text = `${Number(day.slice(8))}${nbsp}${month}${nbsp}${year}`;
  return style === 'paper' ? toThaiDigits(text) : text;
}

/** The time of day in Asia/Bangkok without its unit: `10.42`; for messages that write `{เวลา} น.` themselves. */
export function formatThaiClock(instant: Date): string {
  const bangkok = new Date(instant.getTime() + 7 * 3_600_000).toISOString();
  return `${bangkok.slice(-13, -11)}.${bangkok.slice(-10, -8)}`;
}

/** The time of day in Asia/Bangkok: `10.42 น.`, or with Thai digits for papers. */
export function formatThaiTime(instant: Date, style: DateStyle = 'long'): string {
  const text = `${formatThaiClock(instant)}${nbsp}น.`;
  return style === 'paper' ? toThaiDigits(text) : text;
}

/** Date and time in Asia/Bangkok: `12 กุมภาพันธ์ 2569 10.42 น.`. */
export function formatThaiDateTime(instant: Date, style: DateStyle = 'long'): string {
  return `${formatThaiDate(instant, style)} ${formatThaiTime(instant, style)}`;
}

/**
 * What was read. `yearGuessed` is true when the year was not given in full as B.E. (two digits, or a Common-Era year
 * in a Thai-style date): show `field.date.year_guess`. A refused text carries the key of its message.
 */
export type ParsedDate =
  | { ok: true; day: string; yearGuessed: boolean }
  | { ok: false; reason: 'field.date.unreadable' | 'field.date.not_exist' };

const monthByName = new Map<string, number>();
for (const names of [thaiMonths, thaiMonthsShort]) {
  names.forEach((name, index) => monthByName.set(name.replace(/\./g, ''), index + 1));
}

const unreadable: ParsedDate = { ok: false, reason: 'field.date.unreadable' };

function written(commonYear: number, month: number, day: number, yearGuessed: boolean): ParsedDate {
  if (commonYear < 1000 || commonYear > 9999) return unreadable;
  const text = `${commonYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDay(text) ? { ok: true, day: text, yearGuessed } : { ok: false, reason: 'field.date.not_exist' };
}

/**
 * Years from 2400 on are B.E.; four-digit years before are Common Era; two digits mean B.E. 25xx. An era that was
 * written (`พ.ศ.`, `ค.ศ.`) leaves nothing to guess.
 */
function commonYearOf(digits: string, era: string): { year: number; guessed: boolean } {
  const number = Number(digits);
  if (era.startsWith('ค')) return { year: digits.length === 2 ? 2000 + number : number, guessed: digits.length === 2 };
  if (digits.length === 2) return { year: 2500 + number - buddhistEraOffset, guessed: era === '' };
  if (number >= 2400) return { year: number - buddhistEraOffset, guessed: false };
  return { year: number, guessed: true };
}

const isoDate = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const figuresOnly = /^(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2}) ?[/.-] ?(?<year>\d{2}|\d{4})$/;
const monthInWords = /^(?:วัน[ก-๎]*? ?)?(?<day>\d{1,2}) ?(?<month>[ก-๎.]+?) ?(?<era>[พค]\.?ศ\.?)? ?(?<year>\d{2}|\d{4})$/;

/**
 * Reads a date as people type it: `1 ต.ค. 2569`, `1/10/69`, `๑ ตุลาคม ๒๕๖๙`, `วันที่ 1 ตุลาคม พ.ศ. 2569`, or ISO
 * `2026-10-01`. Two-digit years are B.E. Answers the day (`YYYY-MM-DD`) or the key of the message to show.
 */
export function parseThaiDate(text: string): ParsedDate {
  if (text.length > 80) return unreadable;
  const plain = toArabicDigits(text.normalize('NFC')).replace(/[\s\u200b]+/g, ' ').trim();
  const parts = (isoDate.exec(plain) ?? figuresOnly.exec(plain) ?? monthInWords.exec(plain))?.groups;
  if (!parts) return unreadable;
  const { day = '', month = '', year = '', era = '' } = parts;
  const monthNumber = /^\d/.test(month) ? Number(month) : monthByName.get(month.replace(/\./g, ''));
  if (monthNumber === undefined) return unreadable;
  const common = commonYearOf(year, era);
  return written(common.year, monthNumber, Number(day), common.guessed && !isoDate.test(plain));
}
