import { z } from 'zod';
import { mailPaces } from '@prongsai/kernel/workflow';

const wrongTime = 'พิมพ์เวลาเช่น 20:00 หรือ 06:30';
const ClockTime = z.string({ message: wrongTime }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: wrongTime });

/** When a person wants mail: at once, or gathered at 08:00 of each day or each Monday (Asia/Bangkok); and the hours in which none goes. */
export const NoticeSettingsBody = z
  .object({
    pace: z.enum(mailPaces, { message: 'เลือกว่าจะรับอีเมลเมื่อใด' }),
    quiet: z.object({ from: ClockTime, until: ClockTime }).nullable(),
  })
  .refine(({ quiet }) => quiet === null || quiet.from !== quiet.until, { message: 'เวลาเริ่มและเวลาสิ้นสุดต้องไม่ตรงกัน', path: ['quiet', 'until'] });
export type NoticeSettingsBody = z.infer<typeof NoticeSettingsBody>;

export const NoticeSettingsView = z.object({
  pace: z.enum(mailPaces),
  quiet: z.object({ from: z.string(), until: z.string() }).nullable(),
  email: z.string(),
  /** When the mail server refused this address for good; null while mail arrives. */
  bouncedAt: z.string().nullable(),
});
export type NoticeSettingsView = z.infer<typeof NoticeSettingsView>;

export const mailStates = ['waiting', 'sent', 'bounced'] as const;

/** One mail of the unit and what became of it. */
export const MailView = z.object({
  id: z.string(),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  state: z.enum(mailStates),
  /** The digest that it went with or waits for. */
  digest: z.enum(['daily', 'weekly']).nullable(),
  createdAt: z.string(),
  /** When it goes, while it waits for the end of quiet hours or for a digest. */
  dueAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  bouncedAt: z.string().nullable(),
  tries: z.number(),
  lastError: z.string().nullable(),
});
export type MailView = z.infer<typeof MailView>;

export const MailQuery = z.object({ state: z.enum(mailStates).optional() });
export type MailQuery = z.infer<typeof MailQuery>;
