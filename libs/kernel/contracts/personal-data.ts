import { z } from 'zod';
import { Instant } from './shared';

/** What the check looks for (SPEC 6): citizens' numbers, lists of personal telephones, bank accounts, hospital numbers. */
export const personalDataKinds = ['citizen_id', 'phones', 'bank_account', 'hospital_number'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Why what was found may be shown all the same. */
export const clearances = z
  .array(z.object({ findingId: z.string().max(100), reason: z.string().trim().max(500, { message: 'เหตุผลยาวเกิน 500 ตัวอักษร' }) }))
  .max(200, { message: 'ชี้แจงได้ไม่เกิน 200 รายการต่อครั้ง' });
export type Clearances = z.infer<typeof clearances>;

/** Something found in the words of a request or in one of its files; never the number itself. */
export const PersonalDataFinding = z.object({
  id: z.string(),
  kind: z.enum(personalDataKinds),
  /** Null for the words of the request. */
  fileId: z.string().nullable(),
  /** The file's name, or what the words are. */
  where: z.string(),
  /** Fields, pages, sheets or members of an archive; the first ten. */
  places: z.array(z.string()),
  /** Different numbers. */
  count: z.number(),
  /** A few of them, most digits hidden. */
  samples: z.array(z.string()),
  /** One Thai sentence: what was found, where, and the way out. */
  text: z.string(),
  /** The reason given, by whom and when; null while it is owed. */
  clearance: z.object({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type PersonalDataFinding = z.infer<typeof PersonalDataFinding>;

/** What the check says of a request now. */
export const PersonalDataView = z.object({
  findings: z.array(PersonalDataFinding),
  /** How far the reading of each file is; `unreadable` has no text to look into. */
  files: z.array(z.object({ id: z.string(), name: z.string(), state: z.enum(['waiting', 'read', 'unreadable']) })),
});
export type PersonalDataView = z.infer<typeof PersonalDataView>;
