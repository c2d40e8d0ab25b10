import type { Behalf, Role } from '@prongsai/kernel/workflow';
import { Refusal, type Reason } from '@prongsai/kernel/core';
import { isAllowed, type Ability, type Act, type OwnedRecord, type Subject } from './acts';

/** Who acts, where, and what they may do. The first argument of every verb. */
export interface Actor {
  /** Undefined for the system itself (expiry, reminders), which holds no ability but its verbs' own. */
  accountId?: string;
  name: string;
  tenantId?: string;
  networkId?: string;
  reach?: 'unit' | 'network';
  roles: readonly Role[];
  /** Roles among those that somebody else lent for a while; each act done by one is recorded as done for them. */
  behalf?: readonly Behalf[];
  ability: Ability;
  /** The repeat key of this call, when the caller sent one. */
  repeat?: { key: string; fingerprint: string };
}

/** An actor inside one tenant. */
export type TenantActor = Actor & { accountId: string; tenantId: string; reach: 'unit' | 'network' };
/** An actor in a network. */
export type NetworkActor = Actor & { accountId: string; networkId: string };

/** The roles that this actor holds by an appointment of their own. */
export function ownRolesOf(actor: Pick<Actor, 'roles' | 'behalf'>): Role[] {
  return actor.roles.filter((role) => !actor.behalf?.some((lent) => lent.role === role));
}

/** Reasons why this actor may not do the act on this record: none, or one with a Thai sentence. */
export function reasonsNotAllowed(actor: Actor, act: Act, type: Subject, record?: OwnedRecord): Reason[] {
  if (isAllowed(actor.ability, act, type, record)) return [];
  return [{ code: 'NOT_ALLOWED', text: notAllowedText(act, type) }];
}

/** Throws 403 `NOT_ALLOWED` when the actor may not do the act. */
export function checkAllowed(actor: Actor, act: Act, type: Subject, record?: OwnedRecord): void {
  const [reason] = reasonsNotAllowed(actor, act, type, record);
  if (reason) throw new Refusal('NOT_ALLOWED', { detail: reason.text, reasons: [reason] });
}

function notAllowedText(act: Act, type: Subject): string {
  if (type === 'Request' && act === 'decide') return 'ท่านไม่มีสิทธิพิจารณาคำขอ ติดต่อผู้อนุมัติรับรองหรือหัวหน้าหน่วยงาน';
  if (type === 'Request' && act === 'publish') {
    return 'การเผยแพร่ต้องทำโดย Web Master ของหน่วยงาน ท่านยังไม่มีคำสั่งแต่งตั้งที่มีผลวันนี้';
  }
  if (type === 'Request' && act === 'recordVerbal') return 'การอนุญาตด้วยวาจาบันทึกโดยผู้ขอหรือ Web Master ติดต่อผู้มีหน้าที่นี้';
  if (type === 'Request' && act === 'write') return 'แก้ไขได้เฉพาะคำขอของท่านเอง ติดต่อเจ้าของคำขอหรือหัวหน้าหน่วยงาน';
  if (type === 'Publication') return 'ท่านไม่มีสิทธิทำรายการนี้ ติดต่อ Web Master ของหน่วยงาน';
  if (type === 'Member' || type === 'Tenant') return 'ท่านไม่มีสิทธิทำรายการนี้ ติดต่อหัวหน้าหน่วยงานหรือผู้ดูแลระบบระดับจังหวัด';
  if (type === 'Report') return 'ท่านไม่มีสิทธิทำรายการนี้ ติดต่อผู้รายงานหรือหัวหน้าหน่วยงาน';
  if (type === 'Hours') return 'เวลาทำการและคลินิกแก้ไขโดย Web Master หรือหัวหน้าหน่วยงาน ติดต่อผู้มีหน้าที่นี้';
  return 'ท่านไม่มีสิทธิทำรายการนี้ ติดต่อหัวหน้าหน่วยงาน';
}
