import { clinicWord, dayFrom, openSentence, openWord, shownHours, stripDays, weekLines, weekSentence } from './hours-words';
import { emptyWeek, hoursOn, openState, type DayChange, type Schedule, type WeekHours } from './week-hours';

const at = (text: string) => new Date(`${text}+07:00`);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const office = [{ from: '08:30', until: '12:00' }, { from: '13:00', until: '16:30' }];
const workweek: WeekHours = { ...emptyWeek, mon: office, tue: office, wed: office, thu: office, fri: office };
const schedule = (weekly: WeekHours, changes: Array<[string, DayChange]> = [], daysOff: Array<[string, string]> = []): Schedule => ({ weekly, changes: new Map(changes), daysOff: new Map(daysOff) });

describe('a week in words', () => {
  it('joins equal days that follow each other', () => {
    const day = [{ from: '08:30', until: '16:30' }];
    expect(plain(weekSentence({ ...emptyWeek, mon: day, tue: day, wed: day, thu: day, fri: day }, 'เว้นวันหยุดราชการ'))).toBe('จันทร์–ศุกร์ 08.30–16.30 น. เว้นวันหยุดราชการ');
    expect(weekLines({ ...workweek, wed: [] }).map(({ days }) => days)).toEqual(['จันทร์ อังคาร', 'พฤหัสบดี ศุกร์']);
    expect(plain(weekSentence({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day }, null))).toBe('ทุกวัน 08.30–16.30 น.');
    expect(weekSentence(emptyWeek, 'เว้นวันหยุดราชการ')).toBe('');
  });
});

describe('whether it is open, in words', () => {
  const told = (of: Schedule, now: string) => {
    const state = openState(of, at(now));
    return [openWord(state, at(now)), openSentence(state, at(now))].map((part) => plain(typeof part === 'string' ? part : `${part.word} (${part.shape})`));
  };
  const week = schedule(workweek, [['2026-11-26', { ranges: [{ from: '09:00', until: '11:00' }], words: 'อบรมบ่าย' }]], [['2026-12-07', 'วันหยุดชดเชย']]);
  it.each([
    ['2026-11-24T09:00', 'เปิดอยู่ ถึง 12.00 น. (ok)', ''], ['2026-11-24T12:10', 'เปิด 13.00 น. (info)', ''], ['2026-11-24T07:10', 'เปิด 08.30 น. (info)', ''],
    ['2026-11-24T16:30', 'ปิดแล้ว (na)', 'เปิดอีกครั้งพรุ่งนี้ 08.30 น.'], ['2026-11-28T10:00', 'ปิดวันนี้ (late)', 'เปิดอีกครั้งวันจันทร์ 08.30 น.'],
    ['2026-11-26T10:00', 'เปิดอยู่ ถึง 11.00 น. (ok)', 'วันนี้ 09.00–11.00 น. อบรมบ่าย'], ['2026-12-07T10:00', 'ปิดวันนี้ (late)', 'วันหยุดชดเชย เปิดอีกครั้งพรุ่งนี้ 08.30 น.'],
  ])('at %s: %s', (now, word, sentence) => expect(told(week, now)).toEqual([word, sentence]));

  it('says no hour of closing on the day after', () => {
    const day = [{ from: '00:00', until: '24:00' }];
    expect(told(schedule({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day }), '2026-11-24T23:00')).toEqual(['เปิดอยู่ (ok)', '']);
  });
});

describe('a clinic in words', () => {
  const word = (of: Schedule, day: string, now: string) => plain(clinicWord(of, day, at(now)).word);
  const both = schedule(workweek);
  const afternoon = schedule({ ...emptyWeek, tue: [{ from: '13:00', until: '15:30' }] });
  const evening = schedule({ ...emptyWeek, tue: [{ from: '17:00', until: '20:00' }] });
  const cancelled = schedule(workweek, [['2026-11-24', { ranges: [], words: 'แพทย์ประชุม' }]]);
  it.each([
    [both, '2026-11-24T09:00', 'เปิดอยู่'], [both, '2026-11-24T12:30', 'เปิด 13.00 น.'], [both, '2026-11-24T17:00', 'ปิดแล้ว'], [afternoon, '2026-11-24T08:00', 'เปิดบ่าย'],
    [evening, '2026-11-24T08:00', 'เปิด 17.00 น.'], [cancelled, '2026-11-24T08:00', 'งดวันนี้'], [schedule(emptyWeek), '2026-11-24T08:00', 'ไม่มีวันนี้'],
  ])('today', (of, now, expected) => expect(word(of, '2026-11-24', now)).toBe(expected));

  it('of another day does not speak of now', () => {
    expect([word(both, '2026-11-25', '2026-11-24T09:00'), word(afternoon, '2026-11-25', '2026-11-24T09:00'), word(cancelled, '2026-11-24', '2026-11-23T09:00')]).toEqual(['เปิด', 'ไม่มี', 'งด']);
  });

  it('shows cancelled hours struck through', () => {
    expect(shownHours(hoursOn(cancelled, '2026-11-24'))).toEqual({ hours: ['08.30–12.00\u00a0น.', '13.00–16.30\u00a0น.'], struck: true });
    expect(shownHours(hoursOn(both, '2026-11-24')).struck).toBe(false);
  });
});

describe('the strip of days', () => {
  it('is today and the next days with clinics, days off among them', () => {
    expect(stripDays([schedule(workweek)], '2026-11-26')).toEqual(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']);
    expect(stripDays([schedule(workweek)], '2026-11-28')[0]).toBe('2026-11-28');
    expect(stripDays([schedule(workweek, [], [['2026-12-07', 'x']])], '2026-12-04')).toContain('2026-12-07');
    expect(stripDays([], '2026-11-26')).toEqual(['2026-11-26']);
  });

  it('names days as people do', () => {
    expect(['2026-11-24', '2026-11-25', '2026-11-27', '2026-12-07'].map((day) => plain(dayFrom('2026-11-24', day)))).toEqual(['วันนี้', 'พรุ่งนี้', 'วันศุกร์', 'วันจันทร์ที่ 7 ธันวาคม']);
  });
});
