import { addDays, bangkokDay, endOfBangkokDayExclusive, startOfBangkokDay, type DayWindow } from '@prongsai/kernel/thai';

/** A window as far as it has gone. */
export interface CountedWindow {
  /** First instant inside. */
  from: Date;
  /** Last instant inside, to the millisecond: nothing later is counted. */
  until: Date;
  /**
   * Last instant at which the end of an item's period is counted: what shows through the window's last day comes down in the
   * instant after it, and belongs to this window.
   */
  endsUntil: Date;
  /** The days that were counted, as the report states them. */
  days: DayWindow;
  /** The days that are over, for what must have happened in a whole month or quarter. */
  wholeDays: DayWindow;
}

/** The window of a round as counted at `now`: it ends at the sending if that is earlier (SPEC 12). */
export function countedWindow(window: DayWindow, now: Date): CountedWindow {
  const { from } = window;
  const end = endOfBangkokDayExclusive(window.until);
  if (now >= end) {
    return { from: startOfBangkokDay(from), until: new Date(end.getTime() - 1), endsUntil: end, days: window, wholeDays: window };
  }
  const today = bangkokDay(now);
  return {
    from: startOfBangkokDay(from), until: now, endsUntil: now,
    days: { from, until: today < from ? from : today }, wholeDays: { from, until: addDays(today, -1) },
  };
}
