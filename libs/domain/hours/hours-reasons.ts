import type { Reason } from '@prongsai/kernel/core';
import { reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';

/** Why this actor may not set hours and clinics: only the unit's own web masters and head may. */
export function hoursReasons(actor: TenantActor): Reason[] {
  return reasonsNotAllowed(actor, 'change', 'Hours');
}
