import type { MemberView } from '@prongsai/kernel/contracts';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { membersWanted, stewardsByGroup, termsEnding } from './who-does-what';

function aMember(name: string, held: Array<{ role: TenantRole; until?: string; workGroup?: string }>, suspended = false): MemberView {
  return {
    id: name, accountId: name, name, email: `${name}@x.example`, position: null, suspended, bouncedAt: null, shownPublicly: false,
    appointments: held.map(({ role, until, workGroup }, index) => ({ id: `${name} ${index}`, role, workGroup: workGroup ?? null, orderNumber: null, from: '2025-10-01', until: until ?? null, abilities: {} })),
  };
}

it('tells who decides first, then who publishes, then by name', () => {
  const members = [aMember('ข', [{ role: 'content_owner' }]), aMember('ก', [{ role: 'web_master' }]), aMember('ค', [{ role: 'content_owner' }, { role: 'unit_head' }]), aMember('ง', [])];
  expect(membersWanted(members, '').map(({ name }) => name)).toEqual(['ค', 'ก', 'ข', 'ง']);
  expect(membersWanted(members, 'content_owner').map(({ name }) => name)).toEqual(['ค', 'ข']);
});

it('tells of terms that are over or end within sixty days', () => {
  const members = [aMember('ก', [{ role: 'web_master', until: '2026-02-01' }, { role: 'approver', until: '2026-12-31' }]), aMember('ข', [{ role: 'web_master', until: '2026-04-13' }]), aMember('ค', [{ role: 'web_master', until: '2026-04-14' }])];
  expect(termsEnding(members, '2026-02-12').map(({ member, until, isOver }) => [member.name, until, isOver])).toEqual([['ก', '2026-02-01', true], ['ข', '2026-04-13', false]]);
});

it('counts the data stewards of each work group, missing ones in a hospital only', () => {
  const unit = { workGroups: [{ id: '1', name: 'เภสัชกรรม' }, { id: '2', name: 'พยาบาล' }] };
  const members = [
    aMember('ก', [{ role: 'data_steward', workGroup: 'เภสัชกรรม' }, { role: 'data_steward', workGroup: 'พยาบาล' }]), aMember('ข', [{ role: 'data_steward', workGroup: 'เภสัชกรรม' }]),
    aMember('ค', [{ role: 'data_steward', workGroup: 'พยาบาล' }], true),
  ];
  expect(stewardsByGroup({ ...unit, kind: 'hospital' }, members).map(({ name, stewards, missing }) => [name, stewards.length, missing])).toEqual([['เภสัชกรรม', 2, 0], ['พยาบาล', 1, 1]]);
  expect(stewardsByGroup({ ...unit, kind: 'district_office' }, []).map(({ missing }) => missing)).toEqual([0, 0]);
});
