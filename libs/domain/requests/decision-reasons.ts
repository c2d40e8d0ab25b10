import { Refusal, type Reason } from '@prongsai/kernel/core';
import { requestStateObstacle, type Behalf, type RequestVerb } from '@prongsai/kernel/workflow';
import { ownRolesOf, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import type { PublicationRequest } from './publication-request.entity';

/** Why this actor is nobody to decide on the request: lacking the role, or being the requester or last editor (SPEC 4: no role skips this). */
export function deciderReasons(actor: TenantActor, request: PublicationRequest): Reason[] {
  const reasons = reasonsNotAllowed(actor, 'decide', 'Request');
  if (actor.accountId === request.requesterId || actor.accountId === request.lastEditorId) {
    reasons.push({ code: 'SAME_PERSON', text: 'ท่านเป็นผู้ขอหรือผู้แก้ไขล่าสุดของเรื่องนี้ ผู้อื่นต้องเป็นผู้พิจารณา' });
  }
  else if (mustStandIn(actor) && !behalfOf(actor, request)) {
    reasons.push({ code: 'SAME_PERSON', text: 'ท่านทำหน้าที่แทนผู้ขอหรือผู้แก้ไขล่าสุดของเรื่องนี้ ผู้อื่นต้องเป็นผู้พิจารณา' });
  }
  return reasons;
}

/** Whether this actor decides by a lent role alone. */
function mustStandIn(actor: TenantActor): boolean {
  return !ownRolesOf(actor).some((role) => role === 'approver' || role === 'unit_head') && (actor.behalf?.length ?? 0) > 0;
}

/** For whom the actor would decide: never for one who asked or wrote last. */
function behalfOf(actor: TenantActor, request: PublicationRequest): Behalf | null {
  return actor.behalf?.find(({ principalId }) => principalId !== request.requesterId && principalId !== request.lastEditorId) ?? null;
}

/** What the trail says of it: the very person for whom this request was decided. */
export function onBehalf(actor: TenantActor, request: PublicationRequest): Record<string, unknown> {
  const behalf = mustStandIn(actor) ? behalfOf(actor, request) : null;
  return behalf ? { onBehalfOf: { id: behalf.principalId, name: behalf.principalName, role: behalf.role, kind: behalf.kind } } : {};
}

/** What is written on the request of whom the decider stood in for; nobody for one who decides in their own right. */
export function standInOf(actor: TenantActor, request: PublicationRequest): Pick<PublicationRequest, 'decidedFor' | 'decidedAs'> {
  const behalf = mustStandIn(actor) ? behalfOf(actor, request) : null;
  return { decidedFor: behalf?.principalId ?? null, decidedAs: behalf?.kind ?? null };
}

/** Why this actor cannot decide on the request now: who they are, or the state. */
export function decisionReasons(verb: Extract<RequestVerb, 'approve' | 'return' | 'refuse'>, actor: TenantActor, request: PublicationRequest): Reason[] {
  const reasons = deciderReasons(actor, request);
  const obstacle = requestStateObstacle(verb, request.state);
  if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
  return reasons;
}

/**
 * Throws STALE when the request is no longer as the decider read it: it was sent back and sent again meanwhile, while a
 * decision was waiting for a signal. Without `seenVersion` the decider vouches for what is there.
 */
export function checkSeen(request: PublicationRequest, seenVersion: number | undefined): void {
  if (seenVersion === undefined || seenVersion === request.version) return;
  throw new Refusal('STALE', { detail: 'เรื่องนี้ถูกแก้ไขหลังจากที่ท่านเปิดอ่าน อ่านฉบับล่าสุดแล้วพิจารณาใหม่' });
}
