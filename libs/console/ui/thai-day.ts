import { addDays, bangkokDay, daysBetween, formatThaiDate, formatThaiDateTime, isWeekend, thaiWeekdays, weekday, type DateStyle } from '@prongsai/kernel/thai';

/** The calendar day in Asia/Bangkok by this device's clock; screens only, the server judges by its own. */
export function today(): string {
  return bangkokDay(new Date());
}

/** A calendar day for the screen, or a dash when there is none. */
export function dayText(day: string | null | undefined, style: DateStyle = 'short'): string {
  return day ? formatThaiDate(day, style) : '–';
}

/** The calendar day of an instant for the screen, or a dash. */
export function dayOfText(instant: string | null | undefined, style: DateStyle = 'short'): string {
  return instant ? formatThaiDate(new Date(instant), style) : '–';
}

/** An instant for the screen with its time, or a dash. */
export function momentText(instant: string | null | undefined): string {
  return instant ? formatThaiDateTime(new Date(instant), 'short') : '–';
}

/** First and last day of a period: `1 ต.ค. 2568 ถึง 31 ธ.ค. 2568`; one day alone when they are the same. */
export function periodText(from: string | null, until: string | null): string {
  if (!from || !until) return dayText(from ?? until);
  return from === until ? dayText(from) : `${dayText(from)} ถึง ${dayText(until)}`;
}

/** How long until a due instant, in whole days of Asia/Bangkok; negative once its day is over. */
export function daysLeft(dueAt: string, now: Date): number {
  return daysBetween(bangkokDay(now), bangkokDay(new Date(dueAt)));
}

/** `อีก 16 วัน`, `วันนี้`, `เกินกำหนด 3 วัน`. */
export function daysLeftText(dueAt: string, now: Date): string {
  const left = daysLeft(dueAt, now);
  if (left === 0) return new Date(dueAt) < now ? 'เกินกำหนดวันนี้' : 'วันนี้';
  return left > 0 ? `อีก\u00a0${left}\u00a0วัน` : `เกินกำหนด\u00a0${-left}\u00a0วัน`;
}

/** The sentence for a due day that is no working day (DESIGN 7), or null: `ตรงกับวันเสาร์ ควรส่งภายในวันศุกร์ที่ 27`. */
export function weekendText(dueAt: string): string | null {
  const day = bangkokDay(new Date(dueAt));
  if (!isWeekend(day)) return null;
  let before = addDays(day, -1);
  while (isWeekend(before)) before = addDays(before, -1);
  return `ตรงกับวัน${thaiWeekdays[weekday(day)]} ควรส่งภายในวัน${thaiWeekdays[weekday(before)]}ที่\u00a0${Number(before.slice(8))}`;
}

/** How many calendar days of Asia/Bangkok ago an instant was. */
export function daysSince(instant: string, now: Date): number {
  return daysBetween(bangkokDay(new Date(instant)), bangkokDay(now));
}
