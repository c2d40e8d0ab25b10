import { z } from 'zod';
import { cadences, publicationStates, requestPurposes } from '@prongsai/kernel/workflow';
import { Abilities, Day, Instant, PageQuery, statesOf } from './shared';

export const PublicationFileView = z.object({ name: z.string(), mediaType: z.string(), size: z.number(), url: z.string() });

export const PublicationView = z.object({
  id: z.string(),
  requestId: z.string(),
  /** Number of the request it came from: `23/2569`. */
  number: z.string().nullable(),
  title: z.string(),
  details: z.string().nullable(),
  url: z.string(),
  categoryCode: z.string(),
  sourceName: z.string(),
  dataFrom: Day,
  dataUntil: Day,
  publishedAt: Instant,
  publishedByName: z.string().nullable(),
  publishFrom: Day,
  publishUntil: Day.nullable(),
  /** Until when the written approval must be there, or it comes down; null when nothing is owed. */
  approvalDueAt: Instant.nullable(),
  state: z.enum(publicationStates),
  confirmedCurrentAt: Instant.nullable(),
  confirmedCurrentByName: z.string().nullable(),
  /** Last day on which it is inside its category's cadence; null where the category has none, or counts acts of publishing. */
  checkDueOn: Day.nullable(),
  /** When it stopped being shown; null while it is shown or waits for its day. */
  cameDownAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawnByName: z.string().nullable(),
  withdrawReason: z.string().nullable(),
  /** It should never have been shown: citizens are told nothing of it. */
  withdrawnInError: z.boolean(),
  /** Counts what was put online behind the link, from 1. */
  version: z.number(),
  revisedAt: Instant.nullable(),
  revisedByName: z.string().nullable(),
  supersededByName: z.string().nullable(),
  supersedeReason: z.string().nullable(),
  /** What took its place; the permanent link leads there. */
  successor: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** The request that is about to change it; one at a time. */
  pending: z.object({ requestId: z.string(), purpose: z.enum(requestPurposes), requesterName: z.string() }).nullable(),
  files: z.array(PublicationFileView),
  abilities: Abilities,
});
export type PublicationView = z.infer<typeof PublicationView>;

/** Orders of the list of publications: newest first; soonest end first; last come down first; longest unchecked first. */
export const publicationOrders = ['new', 'ending', 'down', 'check'] as const;

const days = z.coerce.number({ message: 'จำนวนวันต้องเป็นตัวเลข' }).int().min(0).max(3_660).optional();

export const PublicationListQuery = PageQuery.extend({
  /** Comma-separated states. */
  state: statesOf(publicationStates).optional(),
  category: z.string().max(60).optional(),
  /** Words of the title, or the number of the request. */
  q: z.string().max(200).optional(),
  /** Shown now or later, and comes down within this many days from today. */
  endsWithin: days,
  /** Live, and past its cadence within this many days from today; 0 is past already. */
  checkWithin: days,
  order: z.enum(publicationOrders).default('new'),
});
export type PublicationListQuery = z.infer<typeof PublicationListQuery>;

export const WithdrawBody = z.object({
  /** Shown to citizens on the permanent link. */
  reason: z.string({ message: 'ยังไม่ได้ระบุเหตุผลที่นำลง' }).trim().min(1, { message: 'ยังไม่ได้ระบุเหตุผลที่นำลง' }).max(1_000),
  /** Published in error: the link tells nothing of it, and the reason is not shown. */
  inError: z.boolean().default(false),
});

const why = (words: string) => z.string({ message: words }).trim().min(1, { message: words }).max(1_000, { message: 'เหตุผลยาวเกิน 1,000 ตัวอักษร' });

export const ExtendBody = z.object({
  /** The new last day, later than the present one; null for no end. */
  publishUntil: z.iso.date({ message: 'ยังไม่ได้ระบุวันครบกำหนดใหม่' }).nullable(),
  reason: why('ยังไม่ได้ระบุเหตุผลที่ขยายเวลา'),
});

export const SupersedeBody = z.object({
  /** A live publication of the same unit. */
  successorId: z.string({ message: 'ยังไม่ได้เลือกรายการที่มาแทน' }).min(1, { message: 'ยังไม่ได้เลือกรายการที่มาแทน' }).max(100),
  reason: why('ยังไม่ได้ระบุเหตุผลที่มีรายการมาแทน'),
});

const change = z.enum(['same', 'added', 'removed']);

/** One version of a publication, and what it changed of the one before. */
export const VersionView = z.object({
  number: z.number(),
  requestId: z.string(),
  title: z.string(),
  putOnlineAt: Instant,
  putOnlineByName: z.string().nullable(),
  /** Null for the version that is shown. */
  replacedAt: Instant.nullable(),
  /** Fields whose text changed, in the order of the form, by Thai words; none for the first version. */
  fields: z.array(z.object({ field: z.string(), parts: z.array(z.object({ change, text: z.string() })) })),
  /** Its files and those it let go of; the same by their bytes. */
  files: z.array(z.object({ change, name: z.string(), size: z.number(), fileId: z.string() })),
});
export type VersionView = z.infer<typeof VersionView>;

export const CategoryView = z.object({
  code: z.string(),
  title: z.string(),
  /** Short enough for a menu or a line of a list. */
  shortTitle: z.string(),
  order: z.number(),
  cadence: z.enum(cadences),
  requirementGroup: z.string(),
  required: z.boolean(),
  subItems: z.array(z.object({ code: z.string(), title: z.string() })),
  /** What must be told of the origin: nothing, the source, or the source with date and time (SPEC 5). */
  origin: z.enum(['none', 'source', 'source_and_time']),
});
export type CategoryView = z.infer<typeof CategoryView>;
