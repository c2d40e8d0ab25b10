import { z } from 'zod';
import { publicationStates } from '@prongsai/kernel/workflow';
import { PublicationView } from './publications';
import { ReportLine } from './reports';
import { RequestLine } from './requests';
import { Uuid } from './shared';

/** What waits for one person in one unit, read at once: the list of my work and the figures beside the navigation. */
export const WorkView = z.object({
  /** Requests that ask something of this person: came back, to decide, to publish, own drafts. */
  requests: z.array(RequestLine),
  /** What comes down within 30 days, soonest first: the unit's for those who may take down, else one's own. */
  ending: z.array(PublicationView),
  /** What passed its cadence or does so within two weeks, longest first; empty for those who may not confirm. */
  checks: z.array(PublicationView),
  /** How many live items have a cadence, and how many of those are inside it. */
  checked: z.object({ done: z.number(), total: z.number() }),
  /** Reports whose next step is this person's. */
  reports: z.array(ReportLine.extend({ act: z.enum(['submit', 'acknowledge', 'send']) })),
  unreadNotices: z.number(),
});
export type WorkView = z.infer<typeof WorkView>;

/** One find of the staff's search: a request, with its publication once there is one. */
export const StaffFind = z.object({
  requestId: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  state: RequestLine.shape.state,
  categoryCode: z.string().nullable(),
  requesterName: z.string(),
  publication: z.object({ id: z.string(), url: z.string(), state: z.enum(publicationStates) }).nullable(),
});
export type StaffFind = z.infer<typeof StaffFind>;

/** Marks notices as read: those named, or all of one's own in the unit. */
export const NoticesReadBody = z
  .object({ ids: z.array(Uuid).min(1).max(200).optional(), all: z.literal(true).optional() })
  .refine((body) => Boolean(body.ids) !== Boolean(body.all), { message: 'ระบุแจ้งเตือนที่อ่านแล้ว หรือทั้งหมด อย่างใดอย่างหนึ่ง' });
export type NoticesReadBody = z.infer<typeof NoticesReadBody>;

export const NoticesRead = z.object({ unread: z.number() });
