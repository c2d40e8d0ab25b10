import { z } from 'zod';
import { cadences, reportStates, requirementStatuses, roundKinds, tenantKinds, tenantStates, type RequirementStatus } from '@prongsai/kernel/workflow';
import { Abilities, Day, Instant, optionalText, pageOf } from './shared';

const TenantName = z.object({ slug: z.string(), name: z.string() });

export const ReportLine = z.object({
  id: z.string().nullable(),
  tenant: TenantName,
  fiscalYear: z.number(),
  /** Kind, or for a named follow-up its code (`follow_up-<n>`). */
  round: z.string(),
  roundTitle: z.string(),
  state: z.enum(reportStates),
  dueToSuperiorAt: Instant,
  submittedAt: Instant.nullable(),
  dueToProvinceAt: Instant,
  sentAt: Instant.nullable(),
  lateToSuperior: z.boolean(),
  lateToProvince: z.boolean(),
  late: z.boolean(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** A line of the network's board, with what the signed-in person may do with the report. */
export const NetworkReportLine = ReportLine.extend({ abilities: Abilities });
export type NetworkReportLine = z.infer<typeof NetworkReportLine>;

/** `?fiscalYear=` in B.E.; each list says what it shows without one. */
export const FiscalYearQuery = z.object({
  fiscalYear: z.coerce.number({ message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).int().min(2500, { message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).max(2700, { message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).optional(),
});
export type FiscalYearQuery = z.infer<typeof FiscalYearQuery>;

export const ReportCategory = z.object({
  code: z.string(),
  title: z.string(),
  /** เรื่อง or ครั้ง. */
  unit: z.string(),
  countRule: z.enum(['subjects', 'acts']),
  published: z.number(),
  subItems: z.array(z.object({ code: z.string(), title: z.string(), published: z.number() })),
  updated: z.number(),
  takenDownOnTime: z.number(),
  takenDownLate: z.number(),
  cadence: z.object({ code: z.enum(cadences), kept: z.boolean().nullable() }),
});
export type ReportCategory = z.infer<typeof ReportCategory>;

/** The figures of a category that open the list of what they count. */
export const countedFigures = ['published', 'updated', 'takenDownOnTime', 'takenDownLate'] as const;
export type CountedFigure = (typeof countedFigures)[number];

/** Which figure of a report: of a category as a whole, or of one of its sub-items. */
export const CountedQuery = z.object({
  category: z.string({ message: 'ยังไม่ได้ระบุหมวด' }).min(1, { message: 'ยังไม่ได้ระบุหมวด' }).max(60),
  subItem: z.string().max(60).optional(),
  figure: z.enum(countedFigures, { message: 'เลือกตัวเลขจากรายงาน' }),
});
export type CountedQuery = z.infer<typeof CountedQuery>;

/** One thing that a figure counts: a subject with every publication of it, or one act upon one publication. */
export const CountedThing = z.object({
  title: z.string(),
  /** When it was published (of a subject: first), updated or taken down. */
  at: Instant,
  publications: z.array(z.object({ id: z.string(), title: z.string(), url: z.string(), publishedAt: Instant, endedAt: Instant.nullable() })),
});
export type CountedThing = z.infer<typeof CountedThing>;

/** The list behind a figure: `total` is the figure, and the number of things in all its pages. */
export const CountedList = pageOf(CountedThing).extend({
  total: z.number(),
  figure: z.enum(countedFigures),
  category: z.object({ code: z.string(), title: z.string() }),
  subItem: z.object({ code: z.string(), title: z.string() }).nullable(),
  /** เรื่อง or ครั้ง. */
  unit: z.string(),
  window: z.object({ from: Day, until: Day }),
});
export type CountedList = z.infer<typeof CountedList>;

export const RegisterRow = z.object({
  workGroup: z.string(),
  date: Day,
  topic: z.string(),
  summary: z.string(),
  publishedOn: Day,
  acknowledgedBy: z.string().nullable(),
  acknowledgedOn: Day.nullable(),
});

export const ReportView = ReportLine.extend({
  window: z.object({ from: Day, until: Day }),
  categories: z.array(ReportCategory),
  /** Null, with no categories and no register, when the unit has not sent it and a network role looks: drafts are the unit's own. */
  requests: z
    .object({
      submitted: z.number(), approved: z.number(), refused: z.number(), returned: z.number(),
      /** `reason` is the code of the refusal. */
      refusals: z.array(z.object({ reason: z.string(), count: z.number() })),
      /** Calendar days from the first sending of a request to its publication; null when nothing was published. */
      medianDaysToPublish: z.number().nullable(),
    })
    .nullable(),
  webMasters: z.array(z.object({ name: z.string(), orderNumber: z.string().nullable(), from: Day })),
  register: z.array(RegisterRow),
  problems: z.string().nullable(),
  suggestions: z.string().nullable(),
  returnComment: z.string().nullable(),
  submittedBy: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  /** True once sent: the figures are those of the sending and no longer move. */
  frozen: z.boolean(),
  abilities: Abilities,
});
export type ReportView = z.infer<typeof ReportView>;

export const ReportDraftBody = z.object({
  problems: optionalText(5_000, 'ปัญหาและอุปสรรค').optional(),
  suggestions: optionalText(5_000, 'ข้อเสนอแนะ').optional(),
});
export type ReportDraftBody = z.infer<typeof ReportDraftBody>;

export const ReportReturnBody = z.object({
  comment: z.string({ message: 'บอกหน่วยงานว่าต้องแก้ตรงไหน' }).trim().min(1, { message: 'บอกหน่วยงานว่าต้องแก้ตรงไหน' }).max(2_000),
});

export const RoundView = z.object({
  id: z.string(),
  fiscalYear: z.number(),
  round: z.string(),
  kind: z.enum(roundKinds),
  title: z.string(),
  window: z.object({ from: Day, until: Day }),
  dueToSuperiorAt: Instant,
  dueToProvinceAt: Instant,
});
export type RoundView = z.infer<typeof RoundView>;

export const RoundBody = z.object({
  fiscalYear: z.int().min(2500, { message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).max(2700),
  title: z.string({ message: 'ยังไม่ได้ระบุชื่อรอบ' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อรอบ' }).max(200),
  windowFrom: Day,
  windowUntil: Day,
  /** Both due at 23:59:59 Asia/Bangkok of the day. */
  dueToSuperiorOn: Day,
  dueToProvinceOn: Day,
});
export type RoundBody = z.infer<typeof RoundBody>;

export const RequirementView = z.object({
  code: z.string(),
  title: z.string(),
  status: z.enum(requirementStatuses),
  dueOn: Day.nullable(),
  lapsesOn: Day.nullable(),
  facts: z.array(z.string()),
});

export const TenantCompliance = z.object({
  fiscalYear: z.number(),
  tenant: TenantName,
  /** When the unit was last judged; null when it has not been in this year. */
  judgedAt: Instant.nullable(),
  items: z.array(RequirementView),
});
export type TenantCompliance = z.infer<typeof TenantCompliance>;

const knownStatuses: ReadonlySet<unknown> = new Set(requirementStatuses);
/**
 * Status by requirement. By hand, because a province has 60,000 of them in one answer: z.record looks at them in 20 ms, this in 1.
 */
export const StatusByCode = z
  .custom<Record<string, RequirementStatus>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((status) => knownStatuses.has(status)))
  .meta({ type: 'object', additionalProperties: { type: 'string', enum: [...requirementStatuses] } });

export const NetworkCompliance = z.object({
  fiscalYear: z.number(),
  network: TenantName,
  /** The instant the statuses were read at. */
  at: Instant,
  requirements: z.array(z.object({ code: z.string(), title: z.string() })),
  items: z.array(
    z.object({
      tenant: z.object({ slug: z.string(), name: z.string(), shortName: z.string(), kind: z.enum(tenantKinds), state: z.enum(tenantStates), frozen: z.boolean() }),
      statuses: StatusByCode,
      webMasters: z.number(),
      reports: z.record(z.string(), z.object({ state: z.enum(reportStates), late: z.boolean() })),
    }),
  ),
});
export type NetworkCompliance = z.infer<typeof NetworkCompliance>;

/** What the matrix adds up to, for whoever only needs the figures. */
export const NetworkComplianceCounts = z.object({
  fiscalYear: z.number(),
  network: TenantName,
  at: Instant,
  units: z.number(),
  /** Units with no requirement missing or overdue. */
  withoutGaps: z.number(),
  /** Units with fewer web masters than they must have, or frozen for want of them. */
  webMastersShort: z.number(),
  /** Requirements of all units by status. */
  statuses: z.object({ met: z.number(), due_soon: z.number(), overdue: z.number(), missing: z.number(), not_due: z.number(), not_applicable: z.number() }),
  /** By round: units whose report is with the province, accepted or not yet. */
  reports: z.record(z.string(), z.object({ withProvince: z.number() })),
});
export type NetworkComplianceCounts = z.infer<typeof NetworkComplianceCounts>;

export const NetworkTenantLine = z.object({
  slug: z.string(), name: z.string(), shortName: z.string(), kind: z.enum(tenantKinds), state: z.enum(tenantStates),
  district: z.string().nullable(), webMasters: z.number(), frozen: z.boolean(), siteUrl: z.string(),
});
export type NetworkTenantLine = z.infer<typeof NetworkTenantLine>;

export const OpenTenantBody = z.object({
  slug: z.string({ message: 'ยังไม่ได้ระบุชื่อเว็บไซต์' }).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { message: 'ชื่อเว็บไซต์ใช้ a-z 0-9 และขีดกลาง ขึ้นต้นด้วยตัวอักษร' }).max(50),
  kind: z.enum(tenantKinds, { message: 'เลือกประเภทหน่วยงานจากรายการ' }),
  name: z.string({ message: 'ยังไม่ได้ระบุชื่อหน่วยงาน' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อหน่วยงาน' }).max(200),
  nameEn: optionalText(200, 'ชื่อภาษาอังกฤษ').optional(),
  shortName: z.string({ message: 'ยังไม่ได้ระบุชื่อย่อ' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อย่อ' }).max(100),
  district: optionalText(100, 'อำเภอ').optional(),
  documentPrefix: optionalText(50, 'เลขที่หนังสือ').optional(),
  address: optionalText(500, 'ที่อยู่').optional(),
  phone: optionalText(50, 'โทรศัพท์').optional(),
  fax: optionalText(50, 'โทรสาร').optional(),
  email: optionalText(254, 'อีเมล').optional(),
  mapUrl: optionalText(1_000, 'แผนที่').optional(),
  headTitle: optionalText(200, 'ตำแหน่งหัวหน้าหน่วยงาน').optional(),
  siteWorkGroup: optionalText(200, 'กลุ่มงานที่ดูแลเว็บไซต์').optional(),
});
export type OpenTenantBody = z.infer<typeof OpenTenantBody>;

/** One unit as its network sees it, from kept summaries: nothing here is an entry into the unit. */
export const NetworkUnitSummary = z.object({
  fiscalYear: z.number(),
  at: Instant,
  tenant: NetworkTenantLine,
  minWebMasters: z.number(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  headTitle: z.string().nullable(),
  judgedAt: Instant.nullable(),
  items: z.array(RequirementView),
  reports: z.array(NetworkReportLine),
});
export type NetworkUnitSummary = z.infer<typeof NetworkUnitSummary>;

/** One requirement across the units of a network. */
export const NetworkRequirement = z.object({
  fiscalYear: z.number(),
  at: Instant,
  code: z.string(),
  title: z.string(),
  items: z.array(RequirementView.omit({ code: true, title: true }).extend({
    tenant: z.object({ slug: z.string(), name: z.string(), shortName: z.string(), kind: z.enum(tenantKinds), state: z.enum(tenantStates) }),
  })),
});
export type NetworkRequirement = z.infer<typeof NetworkRequirement>;
