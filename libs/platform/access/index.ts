export { tenantAbility, networkAbility, isAllowed, tenantRoleActs, networkRoleActs, networkRoleActsInTenant } from './acts';
export type { Ability, Act, Subject, Permission } from './acts';
export { checkAllowed, ownRolesOf, reasonsNotAllowed } from './actor';
export type { Actor, TenantActor, NetworkActor } from './actor';
export { anyone, signedIn, inTenant, inNetwork } from './rule';
export type { AccessRule } from './rule';
