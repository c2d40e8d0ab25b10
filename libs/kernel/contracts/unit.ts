import { z } from 'zod';
import { tenantKinds, tenantStates } from '@prongsai/kernel/workflow';
import { Abilities, optionalText } from './shared';
import { WorkGroupView } from './people';

const contact = {
  address: optionalText(500, 'ที่อยู่'),
  phone: optionalText(50, 'โทรศัพท์'),
  fax: optionalText(50, 'โทรสาร'),
  email: optionalText(254, 'อีเมล'),
  mapUrl: optionalText(1_000, 'แผนที่').refine((text) => !text || /^https?:\/\/\S+$/i.test(text), { message: 'ลิงก์แผนที่เปิดไม่ได้ ใส่ที่อยู่เต็มขึ้นต้นด้วย https://' }),
};

const workingDays = (name: string) => z.int({ message: `${name}ต้องเป็นจำนวนวันทำการ` }).min(1, { message: `${name}อย่างน้อย 1 วันทำการ` }).max(60, { message: `${name}ไม่เกิน 60 วันทำการ` });

/** Who decides and in how many working days, as the unit's framework says. */
const framework = {
  decidedBy: z.enum(['unit_head', 'group_head', 'officer_in_charge'], { message: 'เลือกผู้พิจารณาจากรายการ' }),
  verbalApprovalAllowed: z.boolean({ message: 'ระบุว่าใช้การอนุญาตด้วยวาจาหรือไม่' }),
  workingDaysToDecide: workingDays('กำหนดพิจารณา'),
  workingDaysToPublish: workingDays('กำหนดนำขึ้นเผยแพร่'),
  workingDaysToConfirm: workingDays('กำหนดลงนาม'),
};

/** What a unit says of itself on every page: the five contact fields (MOIT 2, 1.7), the head's title, who runs the site; and how it decides. */
export const ChangeTenantBody = z.object({
  ...contact,
  headTitle: optionalText(200, 'ตำแหน่งหัวหน้าหน่วยงาน'),
  siteWorkGroup: optionalText(200, 'กลุ่มงานที่ดูแลเว็บไซต์'),
  ...framework,
}).partial();
export type ChangeTenantBody = z.infer<typeof ChangeTenantBody>;

export const WorkGroupBody = z.object({
  name: z.string({ message: 'ยังไม่ได้ระบุชื่อกลุ่มงาน' }).trim().min(1, { message: 'ยังไม่ได้ระบุชื่อกลุ่มงาน' }).max(200, { message: 'ชื่อกลุ่มงานยาวเกิน 200 ตัวอักษร' }),
});

const text = z.string().nullable();

export const UnitView = z.object({
  slug: z.string(), name: z.string(), shortName: z.string(), kind: z.enum(tenantKinds), state: z.enum(tenantStates), siteUrl: z.string(),
  address: text, phone: text, fax: text, email: text, mapUrl: text, headTitle: text, siteWorkGroup: text,
  decidedBy: framework.decidedBy, verbalApprovalAllowed: z.boolean(), workingDaysToDecide: z.number(), workingDaysToPublish: z.number(), workingDaysToConfirm: z.number(),
  minWebMasters: z.number(), activeWebMasters: z.number(), frozen: z.boolean(), workGroups: z.array(WorkGroupView),
  /** Whether the site may open, with everything that is missing. */
  goLive: z.object({ allowed: z.boolean(), reasons: z.array(z.object({ code: z.string(), text: z.string() })) }),
  abilities: Abilities,
});
export type UnitView = z.infer<typeof UnitView>;
