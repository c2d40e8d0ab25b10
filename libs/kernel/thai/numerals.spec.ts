import fc from 'fast-check';
import { formatCount, formatFileSize, formatThaiPhone, isThaiPhone, toArabicDigits, toThaiDigits } from './numerals';

describe('digits', () => {
  it('go both ways and touch nothing else', () => {
    expect(toThaiDigits('ปน 1133/472')).toBe('ปน ๑๑๓๓/๔๗๒');
    expect(toThaiDigits(2569)).toBe('๒๕๖๙');
    expect(toArabicDigits('มาตรา ๙(๘)')).toBe('มาตรา 9(8)');
    fc.assert(fc.property(fc.string(), (text) => expect(toArabicDigits(toThaiDigits(text))).toBe(toArabicDigits(text))));
  });
});

describe('counts and sizes', () => {
  it('separates thousands', () => expect([0, 7, 1284, 1_000_000].map(formatCount)).toEqual(['0', '7', '1,284', '1,000,000']));

  it.each([
    [0, '0\u00a0KB'],
    [1, '1\u00a0KB'],
    [49_152, '48\u00a0KB'],
    [1_048_064, '1\u00a0MB'],
    [1_048_576, '1\u00a0MB'],
    [1_258_291, '1.2\u00a0MB'],
    [4_194_304, '4\u00a0MB'],
    [1_610_612_736, '1.5\u00a0GB'],
  ])('%d bytes', (bytes, shown) => expect(formatFileSize(bytes)).toBe(shown));
});

describe('telephone numbers', () => {
  it.each([
    ['073494064', '0\u00a07349\u00a04064'],
    ['๐๗๓-๔๙๔๐๖๔', '0\u00a07349\u00a04064'],
    ['073-494064 ต่อ 12', '0\u00a07349\u00a04064 ต่อ\u00a012'],
    ['02 590 1000', '0\u00a02590\u00a01000'],
    ['081 234 5678', '08\u00a01234\u00a05678'],
    ['+66 81 234 5678', '08\u00a01234\u00a05678'],
    ['1669', '1669'],
    [' ไม่มี ', 'ไม่มี'],
  ])('%s', (text, shown) => expect(formatThaiPhone(text)).toBe(shown));

  it('knows a complete number', () => {
    expect(['073494064', '0 7349 4064', '0812345678', '1669'].every(isThaiPhone)).toBe(true);
    expect(['07349406', '0734940641', '12345', 'abc', ''].some(isThaiPhone)).toBe(false);
    fc.assert(fc.property(fc.integer({ min: 20_000_000, max: 79_999_999 }), (n) => expect(isThaiPhone(formatThaiPhone(`0${n}`))).toBe(true)));
  });
});
