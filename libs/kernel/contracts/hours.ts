import { z } from 'zod';
import { inTimeOrder, mostRangesOfDay, parseClockTime, unreadTimeText, weekdayKeys, wrongInDay, type WeekdayKey } from '@prongsai/kernel/thai';
import { Abilities, Day, optionalText } from './shared';

/** A time of day as typed (`8.30`, `08:30`, `๘.๓๐`); read as `HH:MM`. */
const ClockTime = z.string({ message: 'ยังไม่ได้ระบุเวลา' }).max(20, { message: 'เวลายาวเกินไป พิมพ์เช่น 8.30' }).transform((text, context) => {
  const time = parseClockTime(text);
  if (time === null) context.addIssue({ code: 'custom', message: unreadTimeText(text) });
  return time ?? '';
});

/** The stretches of one day; empty for closed. */
export const DayHours = z
  .array(z.object({ from: ClockTime, until: ClockTime }), { message: 'ระบุช่วงเวลาของวัน เว้นว่างถ้าปิด' })
  .max(mostRangesOfDay, { message: `ลงได้ไม่เกิน ${mostRangesOfDay} ช่วงต่อวัน` })
  .transform(inTimeOrder)
  .superRefine((ranges, context) => {
    const wrong = wrongInDay(ranges);
    if (wrong) context.addIssue({ code: 'custom', message: wrong.text, path: [wrong.index, wrong.part].filter((part) => part !== null) });
  });

const dayHoursByKey = Object.fromEntries(weekdayKeys.map((key) => [key, DayHours])) as Record<WeekdayKey, typeof DayHours>;
/** The stretches of each day of an ordinary week. */
export const WeekHoursBody = z.object(dayHoursByKey, { message: 'ระบุเวลาของทุกวันในสัปดาห์' });

const Version = z.number({ message: 'ยังไม่ได้ระบุเลขฉบับที่อ่านมา' }).int().min(0);

/** A calendar day with hours of its own. */
const ChangedDay = z.object({ day: Day, hours: DayHours, words: optionalText(120, 'คำบอกประชาชน') });

/** All that a unit says of its opening hours; written as a whole. Version 0 when nothing has been written yet. */
export const OpeningHoursBody = z.object({
  version: Version,
  weekly: WeekHoursBody,
  closedOnHolidays: z.boolean({ message: 'ระบุว่าหยุดตามวันหยุดราชการหรือไม่' }),
  note: optionalText(120, 'หมายเหตุต่อท้ายเวลา'),
  keeper: optionalText(100, 'ผู้ดูแลตาราง'),
  hints: z.array(z.string().trim().min(1, { message: 'ข้อความว่าง ลบบรรทัดนี้หรือพิมพ์ข้อความ' }).max(120, { message: 'ยาวเกิน 120 ตัวอักษร' })).max(6, { message: 'ลงได้ไม่เกิน 6 ข้อ' }),
  days: z.array(ChangedDay).max(60, { message: 'ลงวันที่ต่างจากปกติได้ไม่เกิน 60 วัน' }).superRefine((days, context) => {
    for (const [index, { day }] of days.entries()) {
      if (days.findIndex((one) => one.day === day) < index) context.addIssue({ code: 'custom', message: 'ลงวันนี้ไว้แล้ว ลบบรรทัดที่ซ้ำ', path: [index, 'day'] });
    }
  }),
});
export type OpeningHoursBody = z.infer<typeof OpeningHoursBody>;

const RangeView = z.object({ from: z.string(), until: z.string() });
const HoursView = z.array(RangeView);
const WeekView = z.object(Object.fromEntries(weekdayKeys.map((key) => [key, HoursView])) as Record<WeekdayKey, typeof HoursView>);
const ChangedDayView = z.object({ day: z.string(), hours: HoursView, words: z.string().nullable() });
const EditedBy = z.object({ name: z.string() }).nullable();

export const OpeningHoursView = z.object({
  version: z.number(), weekly: WeekView, closedOnHolidays: z.boolean(), note: z.string().nullable(), keeper: z.string().nullable(), hints: z.array(z.string()),
  /** Days from yesterday on. */
  days: z.array(ChangedDayView),
  /** The network's days off from yesterday on. */
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  editedBy: EditedBy, editedAt: z.string().nullable(),
  abilities: Abilities,
});
export type OpeningHoursView = z.infer<typeof OpeningHoursView>;

const clinicFields = {
  name: z.string({ message: 'ยังไม่ได้ระบุชื่อคลินิก' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อคลินิก' }).max(120, { message: 'ชื่อคลินิกยาวเกิน 120 ตัวอักษร' }),
  /** Such as ไม่ต้องนัด, ต้องนัด, ครั้งแรกไม่ต้องนัด. */
  appointment: optionalText(80, 'การนัด'),
  phoneExtension: z.string({ message: 'เบอร์ต่อต้องเป็นข้อความ' }).trim().regex(/^[\d๐-๙ ,-]{0,20}$/, { message: 'เบอร์ต่อใช้ตัวเลข คั่นด้วยจุลภาคหรือขีด' }).transform((text) => text || null).nullable(),
  /** Its place among the unit's clinics, from 1; at the end when left out. */
  order: z.number({ message: 'ลำดับต้องเป็นจำนวน' }).int().min(1, { message: 'ลำดับเริ่มที่ 1' }).max(200),
  weekly: WeekHoursBody,
  /** Whether it is closed on the unit's days off. */
  closesWithUnit: z.boolean({ message: 'ระบุว่าหยุดตามวันหยุดของหน่วยงานหรือไม่' }),
};

export const ClinicBody = z.object({ ...clinicFields, order: clinicFields.order.optional() });
export type ClinicBody = z.infer<typeof ClinicBody>;

/** The fields to change, and the version that was read. */
export const ClinicPatch = z.object(clinicFields).partial().extend({ version: Version });
export type ClinicPatch = z.infer<typeof ClinicPatch>;

/** A clinic's day that differs: no hours mean งด. */
export const ClinicDayBody = ChangedDay.extend({ words: ChangedDay.shape.words.optional() });
export type ClinicDayBody = z.infer<typeof ClinicDayBody>;

export const ClinicView = z.object({
  id: z.string(), version: z.number(), name: z.string(), order: z.number(), appointment: z.string().nullable(), phoneExtension: z.string().nullable(),
  weekly: WeekView, closesWithUnit: z.boolean(),
  /** Days from yesterday on. */
  days: z.array(ChangedDayView),
  editedBy: EditedBy, editedAt: z.string(),
  abilities: Abilities,
});
export type ClinicView = z.infer<typeof ClinicView>;
