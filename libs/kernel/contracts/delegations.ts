import { z } from 'zod';
import { delegationKinds } from '@prongsai/kernel/workflow';
import { Abilities, Day, optionalText, Uuid } from './shared';

const role = z.enum(['approver', 'unit_head'], { message: 'เลือกหน้าที่ที่มอบจากรายการ' });

/** Somebody acts for `principalId` from the beginning of one day to the end of another. Accounts' ids. */
export const DelegationBody = z.object({
  principalId: Uuid,
  delegateId: Uuid,
  role,
  kind: z.enum(delegationKinds, { message: 'เลือกรักษาราชการแทนหรือปฏิบัติราชการแทน' }),
  orderNumber: optionalText(100, 'เลขที่คำสั่ง').optional(),
  from: Day,
  until: Day,
});
export type DelegationBody = z.infer<typeof DelegationBody>;

const Person = z.object({ id: z.string(), name: z.string(), position: z.string().nullable() });

export const DelegationView = z.object({
  id: z.string(), principal: Person, delegate: Person, role, kind: z.enum(delegationKinds), orderNumber: z.string().nullable(), from: Day, until: Day, abilities: Abilities,
});
export type DelegationView = z.infer<typeof DelegationView>;
