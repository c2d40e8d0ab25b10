import { networkRoles, tenantRoles, type NetworkRole, type TenantRole } from '@prongsai/kernel/workflow';
import { Refusal } from '@prongsai/kernel/core';
import { isAllowed, networkAbility, networkRoleActs, networkRoleActsInTenant, tenantAbility, tenantRoleActs, type Permission } from './acts';
import { checkAllowed, reasonsNotAllowed, type Actor } from './actor';

/** The acts of SPEC 4 in a unit, and who may. */
const inUnit: Array<[string, Permission, ReadonlyArray<TenantRole | NetworkRole>]> = [
  ['begin a request', ['write', 'Request'], tenantRoles],
  ['approve, return, refuse', ['decide', 'Request'], ['approver', 'unit_head']],
  ['record a verbal approval', ['recordVerbal', 'Request'], tenantRoles],
  ['publish', ['publish', 'Request'], ['web_master']],
  ['withdraw', ['withdraw', 'Publication'], ['web_master']],
  ['confirm current', ['confirm', 'Publication'], ['web_master']],
  ['ask for a later end', ['extend', 'Publication'], ['web_master']],
  ['name what takes its place', ['supersede', 'Publication'], ['web_master']],
  ['upload a file', ['upload', 'File'], tenantRoles],
  ['read requests', ['read', 'Request'], tenantRoles],
  ['read publications as staff', ['read', 'Publication'], tenantRoles],
  ['read files as staff', ['read', 'File'], tenantRoles],
  ['members and appointments', ['appoint', 'Member'], ['unit_head', 'network_admin']],
  ['let somebody act', ['delegate', 'Member'], ['approver', 'unit_head', 'network_admin']],
  ['suspend for safety', ['suspend', 'Member'], ['network_admin']],
  ['change the contact fields', ['change', 'Tenant'], ['unit_head', 'network_admin']],
  ['open the site', ['goLive', 'Tenant'], ['unit_head', 'network_admin']],
  ['draft the report', ['draft', 'Report'], ['web_master']],
  ['sign and submit the report', ['submit', 'Report'], ['approver']],
  ['acknowledge the report', ['acknowledge', 'Report'], ['unit_head']],
  ['send the report', ['send', 'Report'], ['unit_head']],
  ['accept a report from inside a unit', ['accept', 'NetworkReport'], []],
  ['read the trail', ['read', 'Audit'], ['unit_head', 'network_admin']],
  ['read everyone\'s notices', ['readAll', 'Notice'], ['unit_head', 'network_admin']],
  ['read compliance', ['read', 'Compliance'], [...tenantRoles, 'supervisor', 'network_admin']],
  ['read reports', ['read', 'Report'], [...tenantRoles, 'supervisor', 'network_admin']],
  ['read members', ['read', 'Member'], [...tenantRoles, 'supervisor', 'network_admin']],
  ['open units', ['open', 'Tenant'], []],
  ['set rounds', ['write', 'Round'], []],
  ['read opening hours as staff', ['read', 'Hours'], tenantRoles],
  ['read papers', ['read', 'Paper'], tenantRoles],
  ['have papers made', ['draft', 'Paper'], ['approver', 'unit_head', 'web_master']],
  ['sign papers', ['sign', 'Paper'], ['unit_head']],
  ['set opening hours and clinics', ['change', 'Hours'], ['unit_head', 'web_master']],
];

/** The acts of SPEC 4 in a network. */
const inNetwork: Array<[string, Permission, readonly NetworkRole[]]> = [
  ['read the dashboard', ['read', 'Network'], networkRoles],
  ['read the units\' reports', ['read', 'NetworkReport'], networkRoles],
  ['accept and return reports', ['accept', 'NetworkReport'], ['supervisor']],
  ['open units', ['open', 'Tenant'], ['network_admin']],
  ['set rounds', ['write', 'Round'], ['network_admin']],
  ['set days off', ['write', 'Holiday'], ['network_admin']],
  ['read days off', ['read', 'Holiday'], networkRoles],
  ['read rounds', ['read', 'Round'], networkRoles],
  ['approve', ['decide', 'Request'], []],
  ['publish', ['publish', 'Request'], []],
  ['appoint', ['appoint', 'Member'], []],
];

const me = '0198a0c0-0000-7000-8000-000000000001';
const someoneElse = '0198a0c0-0000-7000-8000-000000000002';

describe('who may do what in a unit', () => {
  const roles = [...tenantRoles, ...networkRoles];
  const cases = inUnit.flatMap(([name, permission, who]) => roles.map((role) => [role, name, permission, who.includes(role)] as const));
  it.each(cases)('%s: %s %j: %s', (role, _, [act, type], may) => {
    const isNetworkRole = (networkRoles as readonly string[]).includes(role);
    const ability = isNetworkRole ? networkAbility([role as NetworkRole], 'tenant') : tenantAbility(me, [role as TenantRole]);
    expect(isAllowed(ability, act, type)).toBe(may);
  });

  it('adds up over the roles that one person holds', () => {
    const ability = tenantAbility(me, ['approver', 'web_master']);
    expect([isAllowed(ability, 'decide', 'Request'), isAllowed(ability, 'publish', 'Request'), isAllowed(ability, 'appoint', 'Member')]).toEqual([true, true, false]);
  });

  it('gives someone without a role nothing', () => {
    for (const [, [act, type]] of inUnit) expect(isAllowed(tenantAbility(me, []), act, type)).toBe(false);
  });

  it('lets members write their own requests, and a head any', () => {
    const own = { requesterId: me };
    const others = { requesterId: someoneElse };
    for (const role of tenantRoles) {
      const ability = tenantAbility(me, [role]);
      expect([role, isAllowed(ability, 'write', 'Request', own), isAllowed(ability, 'write', 'Request', others)]).toEqual([role, true, role === 'unit_head']);
    }
  });
});

describe('who may do what in a network', () => {
  it.each(inNetwork.flatMap(([name, permission, who]) => networkRoles.map((role) => [role, name, permission, who.includes(role)] as const)))(
    '%s: %s %j: %s', (role, _, [act, type], may) => expect(isAllowed(networkAbility([role], 'network'), act, type)).toBe(may),
  );
});

it('lists every permission that the tables give', () => {
  const given = new Set([...Object.values(tenantRoleActs), ...Object.values(networkRoleActsInTenant), ...Object.values(networkRoleActs)].flat().map(String));
  const listed = new Set([...inUnit, ...inNetwork].map(([, permission]) => String(permission)));
  const ofEveryMember = ['read,Tenant', 'read,Category', 'read,Notice'];
  expect([...given].filter((permission) => !listed.has(permission) && !ofEveryMember.includes(permission))).toEqual([]);
});

describe('an act that is not allowed', () => {
  const actor: Actor = { accountId: me, name: 'ผู้ทดสอบ', roles: ['content_owner'], ability: tenantAbility(me, ['content_owner']) };
  it.each<Permission>([['decide', 'Request'], ['publish', 'Request'], ['withdraw', 'Publication'], ['appoint', 'Member'], ['goLive', 'Tenant'], ['acknowledge', 'Report'], ['read', 'Audit']])(
    '%s %s says in Thai whom to ask, before and at the act', (act, type) => {
      const [reason] = reasonsNotAllowed(actor, act, type);
      expect(reason).toEqual({ code: 'NOT_ALLOWED', text: expect.stringMatching(/ติดต่อ|คำสั่งแต่งตั้ง/) });
      expect(() => checkAllowed(actor, act, type)).toThrow(Refusal);
      expect(() => checkAllowed(actor, act, type)).toThrow(reason?.text);
    },
  );
  it('has no reason when it is allowed', () => expect(reasonsNotAllowed(actor, 'read', 'Publication')).toEqual([]));
});
