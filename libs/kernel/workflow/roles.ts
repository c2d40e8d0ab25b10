/** Roles in a unit; each is held by an appointment (SPEC 2 and 4). */
export const tenantRoles = ['content_owner', 'approver', 'unit_head', 'web_master', 'data_steward'] as const;
export type TenantRole = (typeof tenantRoles)[number];

/** Roles in a network. */
export const networkRoles = ['supervisor', 'network_admin'] as const;
export type NetworkRole = (typeof networkRoles)[number];

export type Role = TenantRole | NetworkRole;

export const roleWords: Record<Role, string> = {
  content_owner: 'เจ้าของข้อมูลข่าวสาร',
  approver: 'ผู้อนุมัติรับรอง',
  unit_head: 'หัวหน้าหน่วยงาน',
  web_master: 'Web Master',
  data_steward: 'เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูล',
  supervisor: 'ผู้กำกับติดตามระดับจังหวัด',
  network_admin: 'ผู้ดูแลระบบระดับจังหวัด',
};

/** รักษาราชการแทน (the post is empty or its holder cannot act), ปฏิบัติราชการแทน (the holder handed it on). */
export const delegationKinds = ['acting', 'delegated'] as const;
export type DelegationKind = (typeof delegationKinds)[number];
export const delegationKindWords: Record<DelegationKind, string> = { acting: 'รักษาราชการแทน', delegated: 'ปฏิบัติราชการแทน' };

/** For whom a person acts, and in which role. */
export interface Behalf {
  delegationId: string;
  principalId: string;
  principalName: string;
  role: 'approver' | 'unit_head';
  kind: DelegationKind;
}
