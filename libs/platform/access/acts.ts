import { AbilityBuilder, createMongoAbility, subject as caslSubject, type ForcedSubject, type MongoAbility } from '@casl/ability';
import type { NetworkRole, TenantRole } from '@prongsai/kernel/workflow';

/** What can be acted on. One word per idea (SPEC 2). */
export type Subject =
  | 'Request' | 'Publication' | 'File' | 'Category' | 'Member' | 'Tenant' | 'Audit' | 'Notice' | 'Compliance'
  | 'Report' | 'Network' | 'Round' | 'NetworkReport' | 'Hours' | 'Holiday' | 'Paper';

/** The acts. `read` is looking; `decide` is approve, return and refuse; the rest say what they do. */
export type Act =
  | 'read' | 'readAll' | 'write' | 'decide' | 'recordVerbal' | 'publish' | 'withdraw' | 'confirm' | 'extend' | 'supersede' | 'upload' | 'appoint' | 'delegate' | 'suspend' | 'open' | 'change' | 'goLive'
  | 'draft' | 'submit' | 'acknowledge' | 'send' | 'accept' | 'sign';

export type Permission = readonly [Act, Subject];

/** What a role may do anywhere in its reach; own requests are a rule of their own below. Source: SPEC 4. */
export const tenantRoleActs: Record<TenantRole | 'any', readonly Permission[]> = {
  any: [
    ['read', 'Request'], ['read', 'Publication'], ['read', 'File'], ['upload', 'File'], ['read', 'Category'], ['read', 'Member'],
    ['read', 'Tenant'], ['read', 'Notice'], ['read', 'Compliance'], ['read', 'Report'], ['read', 'Hours'], ['read', 'Paper'],
  ],
  content_owner: [],
  data_steward: [],
  approver: [['decide', 'Request'], ['delegate', 'Member'], ['submit', 'Report'], ['draft', 'Paper']],
  unit_head: [
    ['write', 'Request'], ['decide', 'Request'], ['appoint', 'Member'], ['delegate', 'Member'], ['change', 'Tenant'], ['goLive', 'Tenant'], ['readAll', 'Notice'], ['read', 'Audit'],
    ['acknowledge', 'Report'], ['send', 'Report'], ['change', 'Hours'], ['draft', 'Paper'], ['sign', 'Paper'],
  ],
  web_master: [['publish', 'Request'], ['recordVerbal', 'Request'], ['withdraw', 'Publication'], ['confirm', 'Publication'], ['extend', 'Publication'], ['supersede', 'Publication'], ['draft', 'Report'], ['change', 'Hours'], ['draft', 'Paper']],
};

/** What a network role may do inside a tenant of its network: never drafts, approval, publishing or cases (SPEC 3). */
export const networkRoleActsInTenant: Record<NetworkRole, readonly Permission[]> = {
  supervisor: [['read', 'Tenant'], ['read', 'Member'], ['read', 'Category'], ['read', 'Compliance'], ['read', 'Report']],
  network_admin: [
    ['read', 'Tenant'], ['read', 'Member'], ['appoint', 'Member'], ['delegate', 'Member'], ['suspend', 'Member'], ['change', 'Tenant'], ['goLive', 'Tenant'], ['read', 'Category'],
    ['read', 'Compliance'], ['read', 'Report'], ['read', 'Audit'], ['read', 'Notice'], ['readAll', 'Notice'],
  ],
};

/** What a network role may do in its network. */
export const networkRoleActs: Record<NetworkRole, readonly Permission[]> = {
  supervisor: [['read', 'Network'], ['read', 'NetworkReport'], ['accept', 'NetworkReport'], ['read', 'Round'], ['read', 'Holiday']],
  network_admin: [['read', 'Network'], ['read', 'NetworkReport'], ['read', 'Round'], ['write', 'Round'], ['read', 'Holiday'], ['write', 'Holiday'], ['open', 'Tenant']],
};

/** The one record that a rule looks into: whose request it is. */
export interface OwnedRecord {
  requesterId: string;
}

export type Ability = MongoAbility<[Act, Subject | (OwnedRecord & ForcedSubject<'Request'>)]>;

/** The abilities of a member of a unit, from the roles held today. No role, no ability. */
export function tenantAbility(accountId: string, roles: readonly TenantRole[]): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  if (roles.length > 0) {
    // Any member writes requests of their own (SPEC 4, first row).
    can('write', 'Request', { requesterId: accountId });
    can('recordVerbal', 'Request', { requesterId: accountId });
    for (const role of ['any', ...roles] as const) for (const [act, on] of tenantRoleActs[role]) can(act, on);
  }
  return build();
}

/** The abilities of a network role, inside one of its tenants or in the network itself. */
export function networkAbility(roles: readonly NetworkRole[], where: 'tenant' | 'network'): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const table = where === 'tenant' ? networkRoleActsInTenant : networkRoleActs;
  for (const role of roles) for (const [act, on] of table[role]) can(act, on);
  return build();
}

/** Whether `ability` allows the act; with a record, on that very request. */
export function isAllowed(ability: Ability, act: Act, type: Subject, record?: OwnedRecord): boolean {
  return ability.can(act, record ? caslSubject('Request', { requesterId: record.requesterId }) : type);
}
