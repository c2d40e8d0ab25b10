import { unitWords } from './unit-words';

const place = { districtTh: 'กะพ้อ', provinceTh: 'ปัตตานี' };

describe('how pages speak of a unit', () => {
  it('a district office', () => {
    expect(unitWords({ kind: 'district_office', nameTh: 'สำนักงานสาธารณสุขอำเภอกะพ้อ', ...place })).toMatchObject({
      self: 'สำนักงาน', district: 'อำเภอกะพ้อ', province: 'จังหวัดปัตตานี', monogram: 'กพ', heading: 'ข้อมูลและบริการสาธารณสุขของอำเภอกะพ้อ',
      parents: 'สำนักงานสาธารณสุขจังหวัดปัตตานี สำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุข',
    });
  });

  it('a hospital', () => {
    expect(unitWords({ kind: 'hospital', nameTh: 'โรงพยาบาลกะพ้อ', ...place })).toMatchObject({ self: 'โรงพยาบาล', monogram: 'รพ', heading: 'ข้อมูลและบริการของโรงพยาบาลกะพ้อ' });
  });

  it('a provincial office, which is not under itself', () => {
    const words = unitWords({ kind: 'provincial_office', nameTh: 'สำนักงานสาธารณสุขจังหวัดปัตตานี', ...place });
    expect(words).toMatchObject({ district: null, monogram: 'ปต', parents: 'สำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุข' });
  });

  it('names that already say what they are', () => {
    expect(unitWords({ kind: 'district_office', nameTh: 'x', districtTh: 'อำเภอเมืองปัตตานี', provinceTh: 'จังหวัดปัตตานี' })).toMatchObject({
      district: 'อำเภอเมืองปัตตานี', province: 'จังหวัดปัตตานี', monogram: 'ปต',
    });
  });
});
