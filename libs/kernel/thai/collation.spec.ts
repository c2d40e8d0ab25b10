import fc from 'fast-check';
import { compareThai, normaliseThai } from './collation';

const thaiText = fc.string({ unit: fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)) });
const mixedText = fc.string({ unit: fc.oneof(fc.constantFrom('ํ', 'า', '้', 'ุ', 'ำ', 'เ', '.', ' ', '\u200b', 'น', 'İ', '\u0301', '\u0ec8', 'ํ', '้', 'ี'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) });

describe('Thai order', () => {
  it('sorts leading vowels under their consonant and numbers by value', () => {
    expect(['ไก่', 'ขา', 'กา', 'เกาะ'].sort(compareThai)).toEqual(['กา', 'เกาะ', 'ไก่', 'ขา']);
    expect(['ข้อ 10', 'ข้อ 9', 'ข้อ ๑๑', 'ข้อ ๒'].sort(compareThai)).toEqual(['ข้อ ๒', 'ข้อ 9', 'ข้อ 10', 'ข้อ ๑๑']);
    expect(['แม่ลาน', 'มายอ', 'ไม้แก่น', 'เมืองปัตตานี'].sort(compareThai)).toEqual(['มายอ', 'เมืองปัตตานี', 'แม่ลาน', 'ไม้แก่น']);
  });

  it('is an order', () => {
    fc.assert(fc.property(thaiText, thaiText, (a, b) => expect(Math.sign(compareThai(a, b)) + Math.sign(compareThai(b, a))).toBe(0)));
  });
});

describe('what search compares', () => {
  it.each([
    ['อําเภอ', 'อำเภอ'],
    ['น\u0e4d\u0e49า', 'น้ำ'],
    ['น\u0e49\u0e4dา', 'น้ำ'],
    ['น\u0e4dา\u0e49', 'น้ำ'],
    ['น\u0e33\u0e49', 'น้ำ'],
    ['ผ\u0e49\u0e39', 'ผู้'],
    ['ท\u0e48\u0e35', 'ที่'],
    ['๒๕๖๖', '2566'],
    ['พ.ร.บ.', 'พรบ'],
    ['สขร. ๑', 'สขร 1'],
    ['ข้อ 1.2', 'ข้อ 1.2'],
    ['MOIT', 'moit'],
    ['เเผน', 'แผน'],
    ['หน่วย\u200bงาน', 'หน่วยงาน'],
    [' 12\u00a0กุมภาพันธ์   2569 ', '12 กุมภาพันธ์ 2569'],
  ])('%s is %s', (text, compared) => expect(normaliseThai(text)).toBe(compared));

  it('changes nothing the second time', () => {
    const settled = (text: string) => expect(normaliseThai(normaliseThai(text))).toBe(normaliseThai(text));
    fc.assert(fc.property(thaiText, settled), { numRuns: 1000 });
    fc.assert(fc.property(mixedText, settled), { numRuns: 1000 });
  });
});
