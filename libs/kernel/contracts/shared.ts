import { z } from 'zod';
import { isCalendarDay } from '@prongsai/kernel/thai';

/** A calendar day in Asia/Bangkok, ISO (`2026-02-28`). Days that do not exist are refused. */
export const Day = z.string({ message: 'ยังไม่ได้ระบุวันที่ ใช้รูปแบบ ปปปป-ดด-วว' }).refine(isCalendarDay, { message: 'ไม่มีวันที่นี้ในปฏิทิน ใช้รูปแบบ ปปปป-ดด-วว' });

/** An instant, ISO 8601 in UTC. */
export const Instant = z.string();

export const Uuid = z.uuid({ message: 'รหัสไม่ถูกต้อง' });

/** One page of a list; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Query of every list: `limit` at most 200. */
export const PageQuery = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number({ message: 'limit ต้องเป็นจำนวน' }).int().min(1).max(200, { message: 'ขอได้ไม่เกิน 200 รายการต่อครั้ง' }).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** Comma-separated states in a query, each one of `known`. */
export function statesOf<S extends string>(known: readonly S[]) {
  return z.string().max(200)
    .transform((text) => text.split(',') as S[])
    .refine((states) => states.every((state) => known.includes(state)), { message: 'ไม่มีสถานะนี้' });
}

export const ReasonView = z.object({ code: z.string(), text: z.string() });

/** What the signed-in person may do with the record, with the reasons why not; the console disables by it. */
export const Abilities = z.record(z.string(), z.object({ allowed: z.boolean(), reasons: z.array(ReasonView) }));
export type Abilities = z.infer<typeof Abilities>;

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), text: z.string() })).optional(),
  reasons: z.array(ReasonView).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Words that the sender may leave out: trimmed, at most `max` characters, empty means null. */
export function optionalText(max: number, name: string) {
  return z
    .string({ message: `${name}ต้องเป็นข้อความ` })
    .max(max, { message: `${name}ยาวเกิน ${max} ตัวอักษร` })
    .transform((text) => text.trim() || null)
    .nullable();
}

export const NoBody = z.object({}).nullish();
