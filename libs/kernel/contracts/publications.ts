import { z } from 'zod';
import { cadences, publicationStates } from '@prongsai/kernel/workflow';
import { Abilities, Day, Instant } from './shared';

export const PublicationFileView = z.object({ name: z.string(), mediaType: z.string(), size: z.number(), url: z.string() });

export const PublicationView = z.object({
  id: z.string(),
  title: z.string(),
  details: z.string().nullable(),
  url: z.string(),
  categoryCode: z.string(),
  sourceName: z.string(),
  dataFrom: Day,
  dataUntil: Day,
  publishedAt: Instant,
  publishFrom: Day,
  publishUntil: Day.nullable(),
  state: z.enum(publicationStates),
  confirmedCurrentAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
  files: z.array(PublicationFileView),
  abilities: Abilities,
});
export type PublicationView = z.infer<typeof PublicationView>;

export const WithdrawBody = z.object({
  /** Shown to citizens on the permanent link. */
  reason: z.string({ message: 'ยังไม่ได้ระบุเหตุผลที่นำลง' }).trim().min(1, { message: 'ยังไม่ได้ระบุเหตุผลที่นำลง' }).max(1_000),
});

export const CategoryView = z.object({
  code: z.string(),
  title: z.string(),
  order: z.number(),
  cadence: z.enum(cadences),
  requirementGroup: z.string(),
  required: z.boolean(),
  subItems: z.array(z.object({ code: z.string(), title: z.string() })),
  /** What must be told of the origin: nothing, the source, or the source with date and time (SPEC 5). */
  origin: z.enum(['none', 'source', 'source_and_time']),
});
export type CategoryView = z.infer<typeof CategoryView>;
