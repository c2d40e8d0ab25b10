import { bangkokDay, endOfBangkokDayExclusive, startOfBangkokDay, type DayWindow } from '@prongsai/kernel/thai';

/** A window as instants. */
export interface CountedWindow {
  /** First instant inside. */
  from: Date;
  /** Last instant inside, to the millisecond: nothing later is counted. */
  until: Date;
  /**
   * Last instant at which a period's end is counted: what shows until the window's last day comes down in the instant after
   * it, and belongs to this window.
   */
  endsUntil: Date;
  /** The days that were counted, as the report states them. */
  days: DayWindow;
}

/** The window of a round, as far as it has gone at `now`: it ends at the sending if that is earlier (SPEC 12). */
export function countedWindow(window: DayWindow, now: Date): CountedWindow {
  const end = endOfBangkokDayExclusive(window.until);
  const isOver = now >= end;
  return {
    from: startOfBangkokDay(window.from),
    until: isOver ? new Date(end.getTime() - 1) : now,
    endsUntil: isOver ? end : now,
    days: { from: window.from, until: isOver || bangkokDay(now) > window.from ? (isOver ? window.until : bangkokDay(now)) : window.from },
  };
}
