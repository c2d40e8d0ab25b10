import { formatDayHours, formatTimeRange, parseClockTime, parseDayHours, writeDayHours, wrongInDay } from './clock-time';

const office = [{ from: '08:30', until: '12:00' }, { from: '13:00', until: '16:30' }];

describe('a time of day', () => {
  it.each([
    ['8.30', '08:30'], ['08:30', '08:30'], ['๘.๓๐', '08:30'], ['๑๖.๓๐ น.', '16:30'], ['16.30น', '16:30'], ['0830', '08:30'], ['830', '08:30'], ['13', '13:00'], ['0.00', '00:00'], ['24.00', '24:00'],
  ])('%s is read as %s', (text, time) => expect(parseClockTime(text)).toBe(time));

  it.each(['', '25.00', '24.01', '8.60', '8.3', 'เช้า', '8.30-9', '-8.30', '1e1', '8:30:00'])('%j is none', (text) => expect(parseClockTime(text)).toBeNull());
});

describe('the hours of a day in one field', () => {
  it.each([
    '8.30-12, 13-16.30', '08:30–12:00 13:00–16:30', '๘.๓๐ ถึง ๑๒.๐๐ น. และ ๑๓.๐๐–๑๖.๓๐ น.', '13-16.30 ; 8.30-12', '830-1200,1300-1630', '08.30–12.00 น. และ 13.00–16.30 น.',
  ])('%s', (text) => expect(parseDayHours(text)).toEqual({ ok: true, ranges: office }));

  it.each(['', '  ', 'ปิด', 'หยุด', '-'])('%j is a day without any', (text) => expect(parseDayHours(text)).toEqual({ ok: true, ranges: [] }));

  it('reads round the clock', () => {
    expect(parseDayHours('24 ชั่วโมง')).toEqual({ ok: true, ranges: [{ from: '00:00', until: '24:00' }] });
    expect(parseDayHours('0-24')).toEqual(parseDayHours('ตลอด 24 ชม.'));
  });

  it.each([
    ['8.30', 'พิมพ์เช่น'], ['เช้าถึงบ่าย', 'อ่านเวลา'], ['8.30-25', '“25”'], ['16.30-8.30', 'เวลาปิด 08.30 ต้องอยู่หลังเวลาเปิด 16.30'], ['8-12, 11-15', 'ซ้อนกัน'],
    ['1-2,3-4,5-6,7-8', 'ไม่เกิน 3 ช่วง'], ['8.30-12 บ่าย', 'พิมพ์เช่น'], ['8.30-8.30', 'เวลาปิด'],
  ])('%s is told in words', (text, words) => expect(parseDayHours(text)).toEqual({ ok: false, text: expect.stringContaining(words) }));

  it('is written as it can be read again', () => {
    expect(writeDayHours(office)).toBe('08.30–12.00, 13.00–16.30');
    expect(parseDayHours(writeDayHours(office))).toEqual({ ok: true, ranges: office });
    expect([formatDayHours(office), formatDayHours([]), formatTimeRange({ from: '00:00', until: '24:00' })].map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      '08.30–12.00 น. และ 13.00–16.30 น.', 'ปิด', 'ตลอด 24 ชั่วโมง',
    ]);
  });

  it('lets stretches touch, and tells where they cross', () => {
    expect(wrongInDay([{ from: '08:00', until: '12:00' }, { from: '12:00', until: '24:00' }])).toBeNull();
    expect(wrongInDay([{ from: '08:00', until: '12:00' }, { from: '11:59', until: '13:00' }])).toMatchObject({ index: 1, part: 'from' });
    expect(wrongInDay([{ from: '12:00', until: '08:00' }])).toMatchObject({ index: 0, part: 'until' });
  });
});
