/** Life of a unit's site (SPEC 3). */
export const tenantStates = ['setting_up', 'live', 'suspended', 'archived'] as const;
export type TenantState = (typeof tenantStates)[number];

export const tenantKinds = ['provincial_office', 'district_office', 'hospital', 'subdistrict_hospital'] as const;
export type TenantKind = (typeof tenantKinds)[number];
