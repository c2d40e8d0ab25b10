import { dueText } from './due-text';

describe('what the framework leaves', () => {
  it('counts working days, over a weekend too', () => {
    // 2026-02-12 is a Thursday.
    expect(dueText('2026-02-16', '2026-02-12', 'พิจารณา')).toEqual({ text: 'พิจารณาภายใน 2 วันทำการ (16\u00a0ก.พ.\u00a02569)', isLate: false, isSoon: false });
    expect(dueText('2026-02-13', '2026-02-12', 'พิจารณา')).toMatchObject({ isSoon: true });
  });

  it('takes the count of the server, which knows the holidays', () => {
    expect(dueText('2026-04-16', '2026-04-10', 'พิจารณา', 1)).toMatchObject({ text: 'พิจารณาภายใน 1 วันทำการ (16\u00a0เม.ย.\u00a02569)', isSoon: true });
  });

  it('says today, and how late', () => {
    expect(dueText('2026-02-12', '2026-02-12', 'เผยแพร่')).toEqual({ text: 'ควรเผยแพร่วันนี้', isLate: false, isSoon: true });
    expect(dueText('2026-02-10', '2026-02-12', 'พิจารณา')).toEqual({ text: 'เกินกำหนดพิจารณา 2 วัน', isLate: true, isSoon: false });
    expect(dueText(null, '2026-02-12', 'พิจารณา')).toBeNull();
  });
});
