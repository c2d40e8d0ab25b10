import type { Reason } from '@prongsai/kernel/core';
import { requestStateObstacle, type RequestVerb } from '@prongsai/kernel/workflow';
import { reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import type { PublicationRequest } from './publication-request.entity';

/** Why this actor cannot do what is the owner's to do: being neither the requester nor the head (SPEC 4), or the state. */
export function ownerReasons(verb: Extract<RequestVerb, 'edit' | 'submit' | 'cancel'>, actor: TenantActor, request: PublicationRequest): Reason[] {
  const obstacle = requestStateObstacle(verb, request.state);
  return [...reasonsNotAllowed(actor, 'write', 'Request', request), ...(obstacle ? [{ code: 'STATE', text: obstacle }] : [])];
}
