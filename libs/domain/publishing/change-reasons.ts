import type { Reason } from '@prongsai/kernel/core';
import { publicationState, publicationStateObstacle, type RequestPurpose } from '@prongsai/kernel/workflow';
import { reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import type { Publication } from './publication.entity';

/** A request that is about to change a publication, not yet decided or put online. */
export interface PendingChange {
  publicationId: string;
  requestId: string;
  purpose: RequestPurpose;
  requesterName: string;
}

/**
 * Why this actor cannot ask for a change of the item now. Any member asks for a new version, a web master for a later end
 * (SPEC 4); an approver decides on either. One change at a time.
 */
export function changeReasons(purpose: RequestPurpose, actor: TenantActor, publication: Publication, pending: PendingChange | undefined, now: Date): Reason[] {
  const reasons = purpose === 'extend' ? reasonsNotAllowed(actor, 'extend', 'Publication') : reasonsNotAllowed(actor, 'write', 'Request', { requesterId: actor.accountId });
  const obstacle = publicationStateObstacle(purpose, publicationState(publication, now));
  if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
  if (purpose === 'extend' && publication.publishUntil === null) reasons.push({ code: 'NO_END', text: 'รายการนี้ไม่มีวันครบกำหนด ไม่ต้องขยายเวลา' });
  // Its signature would be taken for that of the new version.
  if (purpose === 'revise' && publication.approvalDueAt) reasons.push({ code: 'SIGNATURE_OWED', text: 'รายการนี้อนุญาตด้วยวาจาและยังรอลงนาม รอลงนามก่อนจึงเตรียมฉบับใหม่ได้' });
  if (pending) {
    const asked = pending.purpose === 'extend' ? 'ขอขยายเวลา' : 'ขอเผยแพร่ฉบับใหม่';
    reasons.push({ code: 'PENDING', text: `${pending.requesterName}${asked}ของรายการนี้ไว้แล้ว รอให้เรื่องนั้นเสร็จหรือยกเลิกก่อน` });
  }
  return reasons;
}
