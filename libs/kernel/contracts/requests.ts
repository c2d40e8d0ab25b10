import { z } from 'zod';
import { delegationKinds, intakeChannels, refusalReasons, requestPurposes, requestStates } from '@prongsai/kernel/workflow';
import { clearances } from './personal-data';
import { Abilities, Day, Instant, optionalText, PageQuery, statesOf, Uuid } from './shared';

export const Contact = z.object({
  name: optionalText(200, 'ชื่อผู้ติดต่อ').optional(),
  position: optionalText(200, 'ตำแหน่ง').optional(),
  unit: optionalText(200, 'หน่วยงานของผู้ติดต่อ').optional(),
  phone: optionalText(50, 'โทรศัพท์').optional(),
  email: optionalText(254, 'อีเมล').optional(),
});

const externalLink = z
  .string()
  .trim()
  .max(2000, { message: 'ลิงก์ยาวเกิน 2000 ตัวอักษร' })
  .refine((text) => text === '' || /^https?:\/\/[^\s/$.?#].[^\s]*$/i.test(text), {
    message: 'ลิงก์เปิดไม่ได้ ใส่ที่อยู่เต็มขึ้นต้นด้วย https://',
  })
  .transform((text) => text || null)
  .nullable();

/**
 * What a request may hold while it is being written: everything is optional, because a draft is saved as it
 * is typed; `submit` refuses what is incomplete. Order of the form: domain/request-form.json.
 */
export const RequestInput = z.object({
  title: optionalText(300, 'หัวข้อ').optional(),
  details: optionalText(20_000, 'รายละเอียดข้อมูล').optional(),
  categoryCode: optionalText(60, 'หมวดหมู่').optional(),
  /** Sub-item of the category, where the profile lists some. */
  subItemCode: optionalText(60, 'หัวข้อย่อย').optional(),
  sourceName: optionalText(300, 'แหล่งที่มาหรือเจ้าของข้อมูล').optional(),
  dataFrom: Day.nullable().optional(),
  dataUntil: Day.nullable().optional(),
  publishFrom: Day.nullable().optional(),
  publishUntil: Day.nullable().optional(),
  externalLink: externalLink.optional(),
  remarks: optionalText(2_000, 'หมายเหตุ').optional(),
  intakeChannel: z.enum(intakeChannels, { message: 'เลือกช่องทางที่นำส่งจากรายการ' }).nullable().optional(),
  credit: optionalText(1_000, 'แหล่งอ้างอิง').optional(),
  /** Recorded for the contact, an owner without an account. */
  recorded: z.boolean().optional(),
  contact: Contact.nullable().optional(),
  /** The group whose register lists the item; the unit's own work group id. */
  workGroupId: Uuid.nullable().optional(),
  requirementCodes: z.array(z.string().max(60)).max(50, { message: 'เลือกตัวชี้วัดได้ไม่เกิน 50 ข้อ' }).optional(),
  fileIds: z.array(Uuid).max(20, { message: 'แนบได้ไม่เกิน 20 ไฟล์ต่อเรื่อง รวมเป็นไฟล์เดียวหรือแยกเป็นอีกเรื่อง' }).optional(),
});
export type RequestInput = z.infer<typeof RequestInput>;

export const RequestPatch = RequestInput.extend({
  version: z.int({ message: 'ต้องส่ง version ของฉบับที่แก้ไขมาด้วย' }),
});
export type RequestPatch = z.infer<typeof RequestPatch>;

export const SubmitBody = z.object({ clearances: clearances.optional() }).nullish();
/** The version that the decider read; a decision on another one is refused as stale. */
const seenVersion = z.int().optional();
export const ApproveBody = z.object({ webMasterId: Uuid.optional(), version: seenVersion }).nullish();
/** What is written down of an approval that was spoken (กรณีเร่งด่วน). */
export const ApproveVerballyBody = z.object({
  approverId: z.uuid({ message: 'กรณีเร่งด่วนต้องระบุผู้อนุญาตด้วยวาจา เลือกจากรายการ' }),
  approvedAt: z.iso.datetime({ offset: true, message: 'กรณีเร่งด่วนต้องระบุวันและเวลาที่อนุญาตด้วยวาจา' }),
  channel: z.string({ message: 'กรณีเร่งด่วนต้องระบุช่องทางที่อนุญาต' }).trim().min(1, { message: 'กรณีเร่งด่วนต้องระบุช่องทางที่อนุญาต' }).max(100, { message: 'ช่องทางยาวเกิน 100 ตัวอักษร' }),
  webMasterId: Uuid.optional(),
});
export type ApproveVerballyBody = z.infer<typeof ApproveVerballyBody>;
export const ConfirmApprovalBody = z.object({ version: seenVersion }).nullish();
export const ReturnBody = z.object({
  version: seenVersion,
  comment: z.string({ message: 'บอกผู้ขอว่าต้องแก้ตรงไหน' }).trim().min(1, { message: 'บอกผู้ขอว่าต้องแก้ตรงไหน' }).max(2_000),
});
export const RefuseBody = z
  .object({
    reason: z.enum(Object.keys(refusalReasons) as [keyof typeof refusalReasons], {
      message: 'ยังไม่ได้เลือกเหตุผล เลือกอย่างน้อย 1 ข้อ เพื่อให้ผู้ขอแก้ไขได้',
    }),
    comment: optionalText(2_000, 'คำชี้แจง').optional(),
    version: seenVersion,
  })
  .refine((body) => body.reason !== 'other' || Boolean(body.comment), { message: 'เหตุผลอื่น โปรดระบุ', path: ['comment'] });

/** The four confirmations of SPEC 6; each must be true. */
export const Confirmations = z.object({
  rightsCleared: z.boolean().default(false),
  noPersonalData: z.boolean().default(false),
  descriptionRight: z.boolean().default(false),
  lawful: z.boolean().default(false),
});
export type Confirmations = z.infer<typeof Confirmations>;

export const PublishBody = z.object({
  confirmations: Confirmations.default({ rightsCleared: false, noPersonalData: false, descriptionRight: false, lawful: false }),
  categoryCode: z.string().max(60).optional(),
  publishFrom: Day.optional(),
  publishUntil: Day.nullable().optional(),
  clearances: clearances.optional(),
});
export type PublishBody = z.infer<typeof PublishBody>;

export const FileView = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  receivedSha256: z.string(),
  state: z.enum(['checking', 'ready', 'refused']),
  /** What the virus scanner said; `not_scanned` where there is none. */
  scan: z.enum(['not_scanned', 'waiting', 'clean', 'infected']),
  /** Why it was refused after it was received, in Thai. */
  refusal: z.string().nullable(),
});
export type FileView = z.infer<typeof FileView>;

const PersonView = z.object({ id: z.string(), name: z.string(), position: z.string().nullable() });

/** An approval that was spoken, and what became of the signature. */
export const VerbalView = z.object({
  approver: PersonView,
  approvedAt: Instant,
  channel: z.string(),
  recordedBy: PersonView,
  /** The working day by which the written approval is due. */
  dueOn: Day,
  /** Null while the signature is owed. */
  confirmedAt: Instant.nullable(),
  confirmedBy: PersonView.nullable(),
});
export type VerbalView = z.infer<typeof VerbalView>;

export const RequestView = z.object({
  id: z.string(),
  /** `23/2569`: running number within the unit and fiscal year; null until submitted. */
  number: z.string().nullable(),
  state: z.enum(requestStates),
  version: z.number(),
  fiscalYear: z.number().nullable(),
  title: z.string().nullable(),
  details: z.string().nullable(),
  categoryCode: z.string().nullable(),
  subItemCode: z.string().nullable(),
  sourceName: z.string().nullable(),
  dataFrom: Day.nullable(),
  dataUntil: Day.nullable(),
  publishFrom: Day.nullable(),
  publishUntil: Day.nullable(),
  externalLink: z.string().nullable(),
  remarks: z.string().nullable(),
  intakeChannel: z.enum(intakeChannels).nullable(),
  credit: z.string().nullable(),
  recorded: z.boolean(),
  contact: Contact.nullable(),
  workGroupId: z.string().nullable(),
  requirementCodes: z.array(z.string()),
  files: z.array(FileView),
  requester: PersonView,
  lastEditor: PersonView,
  decidedBy: PersonView.nullable(),
  /** For whom the decider stood in, and how; null when in their own right. */
  decidedFor: PersonView.extend({ kind: z.enum(delegationKinds) }).nullable(),
  /** How it was allowed verbally; null for an ordinary request. */
  verbal: VerbalView.nullable(),
  webMaster: PersonView.nullable(),
  publishedBy: PersonView.nullable(),
  createdAt: Instant,
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  refusalReason: z.string().nullable(),
  comment: z.string().nullable(),
  /** The permanent link, reserved at submit. */
  url: z.string().nullable(),
  publicationId: z.string().nullable(),
  /** The publication that it is about to change, and how; null for something new. */
  forPublicationId: z.string().nullable(),
  purpose: z.enum(requestPurposes).nullable(),
  /** The working day by which the unit's framework wants the next step (decision, publishing); null when nothing waits. */
  dueOn: Day.nullable(),
  /** Working days from today until that day, without days off; negative when it has passed. */
  dueIn: z.number().nullable(),
  /** Since when an answer by letter is owed to an owner without an account, and how it was given. */
  answer: z.object({ owedAt: Instant, answeredAt: Instant.nullable(), note: z.string().nullable() }).nullable(),
  abilities: Abilities,
});
export type RequestView = z.infer<typeof RequestView>;

/** One line of a list of requests. */
export const RequestLine = RequestView.pick({
  id: true, number: true, state: true, version: true, title: true, categoryCode: true, requester: true, webMaster: true, verbal: true,
  createdAt: true, submittedAt: true, decidedAt: true, publishedAt: true, refusalReason: true, comment: true, publishUntil: true, dueOn: true, dueIn: true, answer: true, purpose: true, abilities: true,
});
export type RequestLine = z.infer<typeof RequestLine>;

export const RequestListQuery = PageQuery.extend({
  /** Comma-separated states. */
  state: statesOf(requestStates).optional(),
  category: z.string().max(60).optional(),
  /** B.E.; drafts that were never sent have none and are left out. */
  fiscalYear: z.coerce.number({ message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).int().min(2500).max(2700).optional(),
  /** Words of the title, or the number. */
  q: z.string().max(200).optional(),
  /** `mine` leaves only what this person asked for. */
  of: z.enum(['mine', 'all']).default('all'),
  /** `owed` leaves what was allowed verbally and still waits for the written approval. */
  signature: z.enum(['owed']).optional(),
  /** `owed` leaves what is still to be answered by letter. */
  answer: z.enum(['owed']).optional(),
});
export type RequestListQuery = z.infer<typeof RequestListQuery>;

export const AnsweredBody = z.object({
  note: z.string({ message: 'ระบุเลขที่และวันที่ของหนังสือตอบ หรือวิธีที่ตอบ' }).trim().min(1, { message: 'ระบุเลขที่และวันที่ของหนังสือตอบ หรือวิธีที่ตอบ' }).max(500, { message: 'ข้อความยาวเกิน 500 ตัวอักษร' }),
});

/** What of a request is the same the next time. */
export const TemplateFields = RequestView.pick({
  title: true, details: true, categoryCode: true, subItemCode: true, sourceName: true, externalLink: true, remarks: true, intakeChannel: true, credit: true, workGroupId: true, requirementCodes: true,
});
export type TemplateFields = z.infer<typeof TemplateFields>;

export const TemplateBody = z.object({
  requestId: Uuid,
  name: z.string({ message: 'ยังไม่ได้ตั้งชื่อแม่แบบ' }).trim().min(1, { message: 'ยังไม่ได้ตั้งชื่อแม่แบบ' }).max(100, { message: 'ชื่อแม่แบบยาวเกิน 100 ตัวอักษร' }),
});
export type TemplateBody = z.infer<typeof TemplateBody>;

export const TemplateView = z.object({ id: z.string(), name: z.string(), fields: TemplateFields, madeAt: Instant, abilities: Abilities });
export type TemplateView = z.infer<typeof TemplateView>;

const Pace = z.object({ count: z.number(), inTime: z.number(), medianDays: z.number().nullable(), allowedDays: z.number() });

/** How quickly a unit decides and publishes, in working days, and how much was urgent. */
export const RequestFiguresView = z.object({
  fiscalYear: z.number(),
  sent: z.number(),
  urgent: z.number(),
  /** 0 to 1; null when nothing was sent. */
  urgentShare: z.number().nullable(),
  decided: Pace,
  published: Pace,
});
export type RequestFiguresView = z.infer<typeof RequestFiguresView>;
