import { z } from 'zod';
import { tenantRoles } from '@prongsai/kernel/workflow';
import { Abilities, Day, optionalText, Uuid } from './shared';

export const AppointmentView = z.object({
  id: z.string(),
  role: z.enum(tenantRoles),
  workGroup: z.string().nullable(),
  orderNumber: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
  abilities: Abilities,
});

export const MemberView = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  position: z.string().nullable(),
  suspended: z.boolean(),
  /** When the mail server refused this person's address for good; null while mail arrives. */
  bouncedAt: z.string().nullable(),
  /** On the unit's public page of people. */
  shownPublicly: z.boolean(),
  appointments: z.array(AppointmentView),
});
export type MemberView = z.infer<typeof MemberView>;

export const AppointBody = z
  .object({
    role: z.enum(tenantRoles, { message: 'เลือกหน้าที่จากรายการ' }),
    workGroupId: Uuid.nullable().optional(),
    orderNumber: optionalText(100, 'เลขที่คำสั่ง').optional(),
    from: Day.optional(),
    until: Day.nullable().optional(),
  })
  .refine((body) => body.role !== 'web_master' || Boolean(body.orderNumber), {
    message: 'ยังไม่มีเลขที่คำสั่งและวันที่แต่งตั้ง ระบุก่อนให้ทำหน้าที่ Web Master',
    path: ['orderNumber'],
  });
export type AppointBody = z.infer<typeof AppointBody>;

export const AddMemberBody = z.object({
  email: z.email({ message: 'อีเมลไม่ครบ ตรวจเครื่องหมาย @ และชื่อหลังเครื่องหมาย' }).max(254),
  name: z.string({ message: 'ยังไม่ได้ระบุชื่อ' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อ' }).max(200),
  position: optionalText(200, 'ตำแหน่ง').optional(),
  appointment: AppointBody,
});
export type AddMemberBody = z.infer<typeof AddMemberBody>;

export const ShowMemberBody = z.object({ shownPublicly: z.boolean({ message: 'เลือกว่าจะแสดงบนเว็บไซต์หรือไม่' }) });
export type ShowMemberBody = z.infer<typeof ShowMemberBody>;

export const WorkGroupView = z.object({ id: z.string(), name: z.string() });

export const AuditLine = z.object({
  seq: z.number(),
  at: z.string(),
  act: z.string(),
  actTitle: z.string(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditLine = z.infer<typeof AuditLine>;

/** What the trail is narrowed to; each part may be left out. */
export const AuditQuery = z.object({
  act: z.string().max(60).optional(),
  subjectType: z.string().max(60).optional(),
  by: Uuid.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** What a trail can be narrowed to: the acts, subjects and people that stand in it. */
export const AuditChoices = z.object({
  acts: z.array(z.object({ act: z.string(), title: z.string(), subjectType: z.string() })),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AuditChoices = z.infer<typeof AuditChoices>;

export const NoticeView = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string().nullable(),
  to: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;
