import {
  bangkokDay, changesAt, clinicWord, daysOffOf, hoursOn, openState, stripDays, type DayChange, type HoursOfDay, type OpenState, type Schedule, type StatusWord, type WeekHours,
} from '@prongsai/kernel/thai';

/** What a citizen may know of a unit's hours. `opening` is null when the unit has entered none. */
export interface PublicHours {
  opening: {
    weekly: WeekHours;
    closedOnHolidays: boolean;
    note: string | null;
    keeper: string | null;
    hints: readonly string[];
    changes: ReadonlyMap<string, DayChange>;
  } | null;
  clinics: readonly PublicClinic[];
  /** The network's days off by name. */
  holidays: ReadonlyMap<string, string>;
  /** The last time that anything of this was edited; null when nothing is there. */
  editedAt: Date | null;
}

export interface PublicClinic {
  id: string;
  name: string;
  appointment: string | null;
  phoneExtension: string | null;
  weekly: WeekHours;
  closesWithUnit: boolean;
  changes: ReadonlyMap<string, DayChange>;
}

/** A clinic on one calendar day. */
export interface ClinicOnDay extends HoursOfDay {
  clinic: PublicClinic;
  schedule: Schedule;
  status: StatusWord;
}

const never: ReadonlyMap<string, string> = new Map();

/** The unit's own schedule; null when it has entered no hours. */
export function unitSchedule({ opening, holidays }: PublicHours): Schedule | null {
  return opening && { weekly: opening.weekly, changes: opening.changes, daysOff: opening.closedOnHolidays ? holidays : never };
}

/** A clinic's schedule: its own changes, and the unit's days off when it keeps them. */
export function clinicSchedule(hours: PublicHours, clinic: PublicClinic): Schedule {
  const follows = clinic.closesWithUnit;
  const holidays = hours.opening?.closedOnHolidays === false ? never : hours.holidays;
  return { weekly: clinic.weekly, changes: clinic.changes, daysOff: follows ? daysOffOf(holidays, hours.opening?.changes ?? new Map()) : never };
}

/** Whether the unit is open at `now`; null when it has entered no hours. */
export function unitState(hours: PublicHours, now: Date): OpenState | null {
  const schedule = unitSchedule(hours);
  return schedule && openState(schedule, now);
}

/** The unit's clinics on a day, in its order: those that are held or cancelled first, those without that day behind them. */
export function clinicsOn(hours: PublicHours, day: string, now: Date): ClinicOnDay[] {
  const all = hours.clinics.map((clinic) => {
    const schedule = clinicSchedule(hours, clinic);
    return { clinic, schedule, ...hoursOn(schedule, day), status: clinicWord(schedule, day, now) };
  });
  const isThere = ({ ranges, usual }: ClinicOnDay) => ranges.length > 0 || usual.length > 0;
  return [...all.filter(isThere), ...all.filter((one) => !isThere(one))];
}

/** The days that the strip above the clinic table offers. */
export function clinicDays(hours: PublicHours, now: Date): string[] {
  return stripDays(hours.clinics.map((clinic) => clinicSchedule(hours, clinic)), bangkokDay(now));
}

/** The next instant at which anything that pages say of these hours changes; null when the unit has entered nothing. */
export function hoursChangeAt(hours: PublicHours, now: Date): Date | null {
  const unit = unitSchedule(hours);
  return changesAt([...(unit ? [unit] : []), ...hours.clinics.map((clinic) => clinicSchedule(hours, clinic))], now);
}
