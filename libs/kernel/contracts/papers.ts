import { z } from 'zod';
import { Abilities, Day, Instant, optionalText } from './shared';

/** Papers that the system makes (SPEC 15), in the order in which an office files them. */
export const paperKinds = [
  'request_form', 'publication_memo', 'page_snapshot', 'evidence_certificate', 'withdrawal_notice',
  'framework_announcement', 'web_master_order', 'report_memo', 'monitoring_report', 'report_register',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** One paper: `url` gives its bytes, `docxUrl` the same words for a word processor. */
export const PaperView = z.object({
  id: z.string(),
  kind: z.enum(paperKinds),
  /** Running number among the unit's papers of the fiscal year: `12/2569`. */
  number: z.string(),
  edition: z.number(),
  title: z.string(),
  /** `waiting` until the worker has made it; `none` when it cannot be made. */
  state: z.enum(['waiting', 'ready', 'none']),
  /** Why there is none, in Thai. */
  reason: z.string().nullable(),
  fileName: z.string().nullable(),
  mediaType: z.string().nullable(),
  /** Bytes. */
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  askedAt: Instant,
  madeAt: Instant.nullable(),
  signedAt: Instant.nullable(),
  signedByName: z.string().nullable(),
  /** From then on its bytes stay as they are. */
  frozenAt: Instant.nullable(),
  requestId: z.string().nullable(),
  publicationId: z.string().nullable(),
  reportId: z.string().nullable(),
  /** Requirements that it is evidence for. */
  requirementCodes: z.array(z.string()),
  /** Of a snapshot: the address that was read, and when. */
  address: z.string().nullable(),
  readAt: Instant.nullable(),
  url: z.string().nullable(),
  docxUrl: z.string().nullable(),
  abilities: Abilities,
});
export type PaperView = z.infer<typeof PaperView>;

export const PaperList = z.object({ items: z.array(PaperView) });
export type PaperList = z.infer<typeof PaperList>;

/** How the unit wants its papers. */
export const PaperSettingView = z.object({
  viaName: z.string().nullable(),
  viaPosition: z.string().nullable(),
  announcedOn: Day.nullable(),
  announcedClause: z.string().nullable(),
});
export type PaperSettingView = z.infer<typeof PaperSettingView>;

export const PaperSettingBody = z.object({
  viaName: optionalText(200, 'ชื่อผู้เสนอผ่าน'),
  viaPosition: optionalText(200, 'ตำแหน่งผู้เสนอผ่าน'),
  announcedOn: Day.nullable(),
  announcedClause: optionalText(40, 'ข้อของประกาศ'),
});
export type PaperSettingBody = z.infer<typeof PaperSettingBody>;

/** Papers that the unit has made when it wants them; the head signs them. */
export const unitPaperKinds = ['framework_announcement', 'web_master_order'] as const;

export const UnitPaperBody = z.object({
  kind: z.enum(unitPaperKinds, { message: 'เลือกประกาศหรือคำสั่ง' }),
  fiscalYear: z.number({ message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).int().min(2500).max(2700).optional(),
  /** Clauses that the unit adds to its announcement. */
  ownClauses: z.array(z.string().trim().min(1).max(1_000)).max(20).optional(),
  /** First and last day of the appointments of an order. */
  from: Day.nullish(),
  until: Day.nullish(),
});
export type UnitPaperBody = z.infer<typeof UnitPaperBody>;

export const SignPaperBody = z.object({
  signedOn: Day,
  /** The number that the clerk gave: `12/2569`; an order needs one. */
  orderNumber: optionalText(40, 'เลขที่คำสั่ง').optional(),
});
export type SignPaperBody = z.infer<typeof SignPaperBody>;
