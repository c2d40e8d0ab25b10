import { heldTogether } from './held-together';

describe('a number and its unit', () => {
  it('stay on one line', () => {
    expect(heldTogether('รายงานรอบ 6 เดือน ปีงบประมาณ 2570')).toBe('รายงานรอบ 6\u00a0เดือน ปีงบประมาณ 2570');
    expect(heldTogether('ต้องแก้ 2 ข้อ จาก 18 ข้อ')).toBe('ต้องแก้ 2\u00a0ข้อ จาก 18\u00a0ข้อ');
  });

  it('leave other spaces alone', () => {
    expect(heldTogether('ข้อ 6 และ 7 ของประกาศ')).toBe('ข้อ 6 และ 7 ของประกาศ');
  });
});
