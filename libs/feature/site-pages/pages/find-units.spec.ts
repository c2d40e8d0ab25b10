import type { PublicTenant } from '@prongsai/domain/tenant';
import { distanceWithin, findUnits, suggestDistricts } from './find-units';
import { groupUnits } from './group-units';

function office(slug: string, district: string, english: string): PublicTenant[] {
  const shared = {
    networkId: 'n', state: 'live' as const, districtTh: district, districtEn: english, address: null, phone: null, fax: null, email: null, mapUrl: null, headTitle: null,
    note: null, networkSlug: 'pattani', networkNameTh: 'ปัตตานี', provinceTh: 'ปัตตานี',
  };
  return [
    { ...shared, id: slug, slug, kind: 'district_office', nameTh: `สำนักงานสาธารณสุขอำเภอ${district}`, shortNameTh: `สสอ.${district}`, nameEn: `${english} District Public Health Office` },
    { ...shared, id: `${slug}-hospital`, slug: `${slug}-hospital`, kind: 'hospital', nameTh: `โรงพยาบาล${district}`, shortNameTh: `รพ.${district}`, nameEn: `${english} Hospital` },
  ];
}

const units = [...office('saiburi', 'สายบุรี', 'Sai Buri'), ...office('mayo', 'มายอ', 'Mayo'), ...office('kapho', 'กะพ้อ', 'Kapho'), ...office('maelan', 'แม่ลาน', 'Mae Lan')];
const found = (text: string) => findUnits(units, text).map(({ slug }) => slug).join(' ');

describe('finding a unit', () => {
  it.each([
    ['กะพ้อ', 'kapho kapho-hospital'], ['อ.กะพ้อ', 'kapho kapho-hospital'], ['kapho', 'kapho kapho-hospital'], ['Sai  Buri', 'saiburi saiburi-hospital'],
    ['รพ กะพ้อ', 'kapho-hospital'], ['กะพ้อ โรงพยาบาล', 'kapho-hospital'], ['สสอ.มายอ', 'mayo'], ['hospital mayo', 'mayo-hospital'],
  ])('%s is %s', (asked, slugs) => expect(found(asked)).toBe(slugs));

  it.each([
    ['เกาะพ้อ', 'kapho kapho-hospital'], ['กะพอ', 'kapho kapho-hospital'], ['Kapo', 'kapho kapho-hospital'], ['โรงพยาบาลกะพอ', 'kapho-hospital'],
    ['กาพ้อ', 'kapho kapho-hospital'], ['kapor', 'kapho kapho-hospital'], ['saybury', 'saiburi saiburi-hospital'], ['Maya', 'mayo mayo-hospital'],
    ['สายบุรรี', 'saiburi saiburi-hospital'], ['แมลาน', 'maelan maelan-hospital'], ['เเม่ลาน', 'maelan maelan-hospital'],
  ])('%s, misspelt, is %s', (asked, slugs) => expect(found(asked)).toBe(slugs));

  it.each(['', '  ', '...', 'ก็', 'เชียงใหม่', 'hospitalx chiang mai'])('%j is none', (asked) => expect(found(asked)).toBe(''));

  it('counts the letters that are wrong', () => {
    expect(distanceWithin('abc', 'xxabcxx')).toBe(0);
    expect(distanceWithin('abc', 'xxabxx')).toBe(1);
    expect(distanceWithin('abc', '')).toBe(3);
  });

  it.each([
    ['กะบอ', ['กะพ้อ']], ['อำเภอสายบัวรอ', ['สายบุรี']], ['maeglan', ['แม่ลาน']], ['เชียงใหม่', []], ['ก', []], ['', []],
  ])('where %j is none, %j may have been meant', (asked, districts) => expect(suggestDistricts(units, asked).slice(0, 1)).toEqual(districts));

  it('takes a long text without harm', () => expect(found('ก'.repeat(80))).toBe(''));
});

describe('the list of a network', () => {
  it('stands by kind, and by district in Thai order: แ under its consonant', () => {
    expect(groupUnits(units).map(({ title, units: members }) => [title, members.map(({ districtTh }) => districtTh)])).toEqual([
      ['สำนักงานสาธารณสุขอำเภอ', ['กะพ้อ', 'มายอ', 'แม่ลาน', 'สายบุรี']],
      ['โรงพยาบาล', ['กะพ้อ', 'มายอ', 'แม่ลาน', 'สายบุรี']],
    ]);
  });
});
