import { z } from 'zod';
import { Day } from './shared';

/** A day off of a network, that working days skip. */
export const HolidayBody = z.object({
  day: Day,
  name: z.string({ message: 'ยังไม่ได้ระบุชื่อวันหยุด' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อวันหยุด' }).max(200, { message: 'ชื่อวันหยุดยาวเกิน 200 ตัวอักษร' }),
});
export type HolidayBody = z.infer<typeof HolidayBody>;

export const HolidayView = z.object({ day: Day, name: z.string() });
export type HolidayView = z.infer<typeof HolidayView>;
