import { addDays, bangkokDay, isCalendarDay } from '@prongsai/kernel/thai';
import { clinicsOn, hoursChangeAt, unitState, type ClinicOnDay, type PublicHours } from '@prongsai/domain/hours';

/** What the pages of one moment say of a unit's hours. */
export interface HoursFacts {
  hours: PublicHours;
  now: Date;
  /** The day whose clinics are shown. */
  day: string;
}

/** The days that a visitor may ask for: today and the six behind it. */
const daysAhead = 6;

/** The facts for a page; what is no day of the list shows today. */
export function hoursFacts(hours: PublicHours, now: Date, asked?: string): HoursFacts {
  const today = bangkokDay(now);
  const isOffered = asked !== undefined && isCalendarDay(asked) && asked >= today && asked <= addDays(today, daysAhead);
  return { hours, now, day: isOffered ? asked : today };
}

/** Path of the home that shows this day; today's is the home itself. */
export function homePathOf({ day, now }: Pick<HoursFacts, 'day' | 'now'>): string {
  return day === bangkokDay(now) ? '/' : `/?day=${day}`;
}

/** Seven days from today on. */
export function weekFrom({ now }: HoursFacts): string[] {
  const today = bangkokDay(now);
  return Array.from({ length: daysAhead + 1 }, (_, offset) => addDays(today, offset));
}

/** The clinics of the shown day. */
export function clinicsOfDay({ hours, now, day }: HoursFacts): ClinicOnDay[] {
  return clinicsOn(hours, day, now);
}

/** Whether the unit is open; null when it has entered no hours, so that nothing is said. */
export function openFacts({ hours, now }: HoursFacts) {
  const state = unitState(hours, now);
  return state && hours.opening ? { state, opening: hours.opening, now } : null;
}

/** Until when a page that says all this may be kept; null when it says nothing. */
export function changesAtOf({ hours, now }: HoursFacts): Date | null {
  return hoursChangeAt(hours, now);
}
