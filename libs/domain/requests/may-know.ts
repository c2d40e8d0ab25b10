import type { TenantActor } from '@prongsai/platform/access';
import type { PublicationRequest } from './publication-request.entity';

/** Another person's draft is nobody's business but the head's, who may edit any; lists say the same in SQL. */
export function mayKnow(actor: TenantActor, request: Pick<PublicationRequest, 'state' | 'requesterId'>): boolean {
  return request.state !== 'draft' || request.requesterId === actor.accountId || actor.roles.includes('unit_head');
}
