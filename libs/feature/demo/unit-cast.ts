import type { NetworkActor, TenantActor } from '@prongsai/platform/access';
import type { CastName } from './story';

/** Who acts in a unit's story: its own five people, the province's supervisor, and the group whose register lists the items. */
export interface UnitCast {
  actors: Record<CastName, TenantActor>;
  supervisor: NetworkActor;
  siteWorkGroupId: string | null;
  /** How the people of the unit are written to about an item. */
  contact: { unit: string; phone: string };
  ownerPosition: string;
  /** The unit's full name. */
  unitName: string;
}

/** The unit's own scope, with no person: what its jobs run in. */
export function scopeOfUnit(tenantId: string) {
  return { tenantId, reach: 'unit' as const };
}
