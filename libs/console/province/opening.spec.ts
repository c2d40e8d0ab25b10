import type { MemberView } from '@prongsai/kernel/contracts';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { markOf, peopleThere, stepsDone, stepToShow, unitDefaults } from './opening';

const empty = { state: 'setting_up', address: null, phone: null, fax: null, email: null, mapUrl: null } as const;
const full = { ...empty, address: 'ก', phone: '1', fax: '2', email: 'a@b.example', mapUrl: 'https://m.example' };
const member = (role: TenantRole, suspended = false) => ({ suspended, appointments: [{ role }] }) as unknown as MemberView;
const team = [member('unit_head'), member('web_master'), member('web_master'), member('content_owner')];

describe('defaults of a new unit', () => {
  it('names a district office and a hospital as the demo does', () => {
    expect(unitDefaults('district_office', 'กะพ้อ', 'Kapho')).toEqual({
      name: 'สำนักงานสาธารณสุขอำเภอกะพ้อ', shortName: 'สสอ.กะพ้อ', nameEn: 'Kapho District Public Health Office', slug: 'kapho', headTitle: 'สาธารณสุขอำเภอกะพ้อ', siteWorkGroup: 'กลุ่มงานบริหารทั่วไป',
    });
    expect(unitDefaults('hospital', ' โคกโพธิ์ ', 'Khok Pho')).toMatchObject({ shortName: 'รพ.โคกโพธิ์', slug: 'khokpho-hospital', headTitle: 'ผู้อำนวยการโรงพยาบาลโคกโพธิ์' });
  });

  it('fills nothing in before there is a name', () => {
    expect(Object.values(unitDefaults('hospital', '', ''))).toEqual(['', '', '', '', '', '']);
  });
});

describe('steps', () => {
  it('goes to the first that is not done, or where the address says', () => {
    expect(stepToShow('', stepsDone(empty, []))).toBe('contact');
    expect(stepToShow('', stepsDone(full, []))).toBe('people');
    expect(stepToShow('', stepsDone(full, team))).toBe('open');
    expect(stepToShow('categories', stepsDone(empty, []))).toBe('categories');
    expect(stepToShow('unit', stepsDone(empty, []))).toBe('contact');
    expect(stepToShow('nowhere', stepsDone({ ...full, state: 'live' }, team))).toBe('open');
  });

  it('asks for a head, two web masters and an owner, one after the other', () => {
    expect(peopleThere([]).nextRole).toBe('unit_head');
    expect(peopleThere([member('approver')]).nextRole).toBe('web_master');
    expect(peopleThere([member('approver'), member('web_master'), member('web_master', true)]).nextRole).toBe('web_master');
    expect(peopleThere(team).nextRole).toBeNull();
    expect(peopleThere(team).needs.map(({ need, there, count }) => [need, there, count])).toEqual([['head', 1, 1], ['webMasters', 2, 2], ['owner', 1, 1]]);
  });
});

it('marks a unit by two letters of its place', () => {
  expect([markOf('สสอ.กะพ้อ'), markOf('รพ.สต.ปะลุรู'), markOf('')]).toEqual(['กพ', 'ปล', '–']);
});
