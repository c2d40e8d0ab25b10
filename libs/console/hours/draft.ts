import type { ClinicBody, ClinicView, OpeningHoursBody, OpeningHoursView } from '@prongsai/kernel/contracts';
import { emptyWeek, parseDayHours, weekdayKeys, weekFromMonday, weekdayName, writeDayHours, type Schedule, type WeekdayKey, type WeekHours } from '@prongsai/kernel/thai';
import type { FieldProblem } from '@prongsai/console/ui';

/** A week as it is being typed: one text a day. */
export type WeekDraft = Record<WeekdayKey, string>;

/** A day that differs, as it is being typed. `unread` is the sentence for a day that cannot be read. */
export interface DayDraft {
  day: string | null;
  unread: string | null;
  hours: string;
  words: string;
}

/** Opening hours as they are being typed. */
export interface OpeningDraft {
  version: number;
  week: WeekDraft;
  closedOnHolidays: boolean;
  note: string;
  keeper: string;
  /** One hint a line. */
  hints: string;
  days: DayDraft[];
}

/** A clinic as it is being typed. */
export interface ClinicDraft {
  name: string;
  appointment: string;
  phoneExtension: string;
  week: WeekDraft;
  closesWithUnit: boolean;
}

/** What was typed as a body to send, or everything that must be corrected first. */
export type Typed<T> = { body: T; problems: [] } | { body: null; problems: FieldProblem[] };

const workdaysBehindMonday = ['tue', 'wed', 'thu', 'fri'] as const;

/** A week as one would type it. */
export function weekDraft(weekly: WeekHours): WeekDraft {
  return Object.fromEntries(weekdayKeys.map((key) => [key, writeDayHours(weekly[key])])) as WeekDraft;
}

/** The same hours from Monday to Friday. */
export function withMondayCopied(week: WeekDraft): WeekDraft {
  return { ...week, ...Object.fromEntries(workdaysBehindMonday.map((key) => [key, week.mon])) };
}

/** What can be read of a week now, for the preview; what cannot counts as closed. */
export function readWeek(week: WeekDraft): WeekHours {
  return Object.fromEntries(weekdayKeys.map((key) => {
    const read = parseDayHours(week[key]);
    return [key, read.ok ? read.ranges : []];
  })) as unknown as WeekHours;
}

function weekProblems(week: WeekDraft): FieldProblem[] {
  return weekFromMonday.flatMap((key) => {
    const read = parseDayHours(week[key]);
    return read.ok ? [] : [{ path: `weekly.${key}`, text: `วัน${weekdayName(key)}: ${read.text}` }];
  });
}

/** Opening hours as they were read, ready to be typed over; a unit that has none begins with office hours' note. */
export function openingDraft(view: OpeningHoursView): OpeningDraft {
  return {
    version: view.version, week: weekDraft(view.weekly), closedOnHolidays: view.closedOnHolidays, keeper: view.keeper ?? '', hints: view.hints.join('\n'),
    note: view.note ?? (view.version === 0 ? 'เว้นวันหยุดราชการ' : ''),
    days: view.days.map(({ day, hours, words }) => ({ day, unread: null, hours: writeDayHours(hours), words: words ?? '' })),
  };
}

/** The body of what was typed. */
export function openingBody(draft: OpeningDraft): Typed<OpeningHoursBody> {
  const problems = weekProblems(draft.week);
  const days = draft.days.map(({ day, unread, hours, words }, index) => {
    const read = parseDayHours(hours);
    if (!day) problems.push({ path: `days.${index}.day`, text: unread ?? 'ยังไม่ได้ระบุวันที่ ลบบรรทัดนี้หรือพิมพ์วันที่' });
    if (!read.ok) problems.push({ path: `days.${index}.hours`, text: read.text });
    return { day: day ?? '', hours: read.ok ? read.ranges : [], words: words.trim() || null };
  });
  if (problems.length > 0) return { body: null, problems };
  const hints = draft.hints.split('\n').map((line) => line.trim()).filter(Boolean);
  const { version, closedOnHolidays, note, keeper } = draft;
  return { problems: [], body: { version, weekly: sendable(readWeek(draft.week)), closedOnHolidays, note: note.trim() || null, keeper: keeper.trim() || null, hints, days } };
}

/** A clinic as it was read, or an empty one. */
export function clinicDraft(clinic: ClinicView | null): ClinicDraft {
  return {
    name: clinic?.name ?? '', appointment: clinic?.appointment ?? '', phoneExtension: clinic?.phoneExtension ?? '', week: weekDraft(clinic?.weekly ?? emptyWeek),
    closesWithUnit: clinic?.closesWithUnit ?? true,
  };
}

/** The body of what was typed. */
export function clinicBody(draft: ClinicDraft): Typed<ClinicBody> {
  const problems = weekProblems(draft.week);
  if (problems.length > 0) return { body: null, problems };
  const { name, appointment, phoneExtension, closesWithUnit } = draft;
  return { problems: [], body: { name, appointment: appointment.trim() || null, phoneExtension: phoneExtension.trim() || null, closesWithUnit, weekly: sendable(readWeek(draft.week)) } };
}

function sendable(weekly: WeekHours): OpeningHoursBody['weekly'] {
  return Object.fromEntries(weekdayKeys.map((key) => [key, [...weekly[key]]])) as OpeningHoursBody['weekly'];
}

/** Problems that the server found, at the fields of this screen: a range of a day belongs to that day's one field, a hint to the list. */
export function atFields(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map(({ path, text }) => ({ text, path: path.replace(/^(weekly\.\w+|hints|days\.\d+\.hours)\..*$/, '$1') }));
}

/** The unit's schedule as it would be told to citizens. */
export function unitScheduleOf(view: Pick<OpeningHoursView, 'weekly' | 'closedOnHolidays' | 'days' | 'holidays'>): Schedule {
  return {
    weekly: view.weekly, changes: new Map(view.days.map(({ day, hours, words }) => [day, { ranges: hours, words }])),
    daysOff: new Map(view.closedOnHolidays ? view.holidays.map(({ day, name }) => [day, name]) : []),
  };
}
