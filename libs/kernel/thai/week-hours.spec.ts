import { changesAt, daysOffOf, dayState, emptyWeek, hoursOn, nextDayWithHours, openState, type DayChange, type Schedule, type WeekHours } from './week-hours';

const at = (text: string) => new Date(`${text}+07:00`);
const range = (from: string, until: string) => ({ from, until });
const office = [range('08:30', '12:00'), range('13:00', '16:30')];
const workweek: WeekHours = { ...emptyWeek, mon: office, tue: office, wed: office, thu: office, fri: office };
const schedule = (weekly: WeekHours, more: { changes?: Array<[string, DayChange]>; daysOff?: Array<[string, string]> } = {}): Schedule => ({
  weekly, changes: new Map(more.changes), daysOff: new Map(more.daysOff),
});
const closed = (words: string | null = null): DayChange => ({ ranges: [], words });
// 2026-11-24 is a Tuesday; 5 December a Saturday, 7 December the Monday off for it; 10 December a Thursday off.
const tuesday = '2026-11-24';

describe('open now', () => {
  const week = schedule(workweek);
  it.each([
    ['2026-11-24T08:29:59.999', false, null, '2026-11-24T08:30'], ['2026-11-24T08:30', true, '2026-11-24T12:00', '2026-11-24T13:00'],
    ['2026-11-24T12:00', false, null, '2026-11-24T13:00'], ['2026-11-24T16:29:59.999', true, '2026-11-24T16:30', '2026-11-25T08:30'],
    ['2026-11-24T16:30', false, null, '2026-11-25T08:30'], ['2026-11-27T17:00', false, null, '2026-11-30T08:30'], ['2026-11-29T00:00', false, null, '2026-11-30T08:30'],
  ])('at %s', (now, open, until, next) => {
    expect(openState(week, at(now))).toMatchObject({ open, until: until && at(until), next: at(next) });
  });

  it('goes over midnight without closing, also from the day before', () => {
    const night = schedule({ ...emptyWeek, tue: [range('20:00', '24:00')], wed: [range('00:00', '08:00')] });
    expect(openState(night, at('2026-11-24T23:59:59'))).toMatchObject({ open: true, until: at('2026-11-25T08:00') });
    expect(openState(night, at('2026-11-25T00:00'))).toMatchObject({ open: true, until: at('2026-11-25T08:00'), next: at('2026-12-01T20:00') });
    expect(openState(night, at('2026-11-25T08:00'))).toMatchObject({ open: false, next: at('2026-12-01T20:00') });
    const untilMidnight = schedule({ ...emptyWeek, tue: [range('20:00', '24:00')] });
    expect(openState(untilMidnight, at('2026-11-25T00:00'))).toMatchObject({ open: false });
  });

  it('never closes round the clock', () => {
    const day = [range('00:00', '24:00')];
    const always = schedule({ sun: day, mon: day, tue: day, wed: day, thu: day, fri: day, sat: day });
    expect(openState(always, at('2026-11-24T23:59'))).toMatchObject({ open: true, until: null, next: null });
  });

  it('has no next opening when there are no hours', () => {
    expect(openState(schedule(emptyWeek), at('2026-11-24T10:00'))).toMatchObject({ open: false, until: null, next: null, today: { ranges: [], usual: [], why: 'usual' } });
  });

  it('keeps days off, and lets a change open one', () => {
    const off = schedule(workweek, { daysOff: [['2026-12-07', 'วันหยุดชดเชยวันพ่อแห่งชาติ']] });
    expect(openState(off, at('2026-12-07T10:00'))).toMatchObject({ open: false, next: at('2026-12-08T08:30'), today: { why: 'day_off', words: 'วันหยุดชดเชยวันพ่อแห่งชาติ', usual: office } });
    expect(openState(off, at('2026-12-04T17:00'))).toMatchObject({ next: at('2026-12-08T08:30') });
    const special = schedule(workweek, { daysOff: [['2026-12-07', 'x']], changes: [['2026-12-07', { ranges: [range('09:00', '12:00')], words: 'เปิดพิเศษ' }]] });
    expect(openState(special, at('2026-12-07T10:00'))).toMatchObject({ open: true, until: at('2026-12-07T12:00'), today: { why: 'change', words: 'เปิดพิเศษ' } });
  });

  it('crosses the end of a month, of a year and a leap day', () => {
    const leap = schedule({ ...emptyWeek, tue: [range('22:00', '24:00')], wed: [range('00:00', '01:00')], fri: [range('08:00', '09:00')] });
    expect(openState(leap, at('2028-02-29T23:00'))).toMatchObject({ open: true, until: at('2028-03-01T01:00') });
    expect(openState(leap, at('2026-12-31T10:00'))).toMatchObject({ next: at('2027-01-01T08:00') });
  });
});

describe('a day', () => {
  it.each([
    ['08:29', 'later'], ['08:30', 'open'], ['12:00', 'later'], ['13:00', 'open'], ['16:30', 'over'],
  ])('at %s is %s', (time, state) => expect(dayState(schedule(workweek), tuesday, at(`${tuesday}T${time}`))).toBe(state));

  it('is cancelled against its week, and without hours as always', () => {
    const changed = schedule(workweek, { changes: [[tuesday, closed('แพทย์ประชุม')]] });
    expect([dayState(changed, tuesday, at('2026-11-24T09:00')), dayState(changed, '2026-11-29', at('2026-11-24T09:00'))]).toEqual(['cancelled', 'none']);
    expect(hoursOn(changed, tuesday)).toEqual({ day: tuesday, ranges: [], usual: office, why: 'change', words: 'แพทย์ประชุม' });
  });

  it('knows the next day with hours', () => {
    expect(nextDayWithHours(schedule(workweek), '2026-11-27')).toBe('2026-11-30');
    expect(nextDayWithHours(schedule(emptyWeek), tuesday)).toBeNull();
  });
});

describe('the next change', () => {
  it('is the next edge of any schedule, at the latest midnight in Bangkok', () => {
    const afternoon = schedule({ ...emptyWeek, tue: [range('12:30', '15:00')] });
    const both = [schedule(workweek), afternoon];
    const next = (now: string) => changesAt(both, at(now))?.toISOString();
    expect(next('2026-11-24T07:00')).toBe(at('2026-11-24T08:30').toISOString());
    expect(next('2026-11-24T08:30')).toBe(at('2026-11-24T12:00').toISOString());
    expect(next('2026-11-24T12:00')).toBe(at('2026-11-24T12:30').toISOString());
    expect(next('2026-11-24T15:00')).toBe(at('2026-11-24T16:30').toISOString());
    expect(next('2026-11-24T16:30')).toBe('2026-11-24T17:00:00.000Z');
    expect(next('2026-11-24T23:59:59.999')).toBe('2026-11-24T17:00:00.000Z');
    expect(next('2026-11-25T00:00')).toBe(at('2026-11-25T08:30').toISOString());
  });

  it('ignores the edges of a day off, and is none without schedules', () => {
    expect(changesAt([schedule(workweek, { daysOff: [[tuesday, 'x']] })], at('2026-11-24T07:00'))).toEqual(at('2026-11-25T00:00'));
    expect(changesAt([], at('2026-11-24T07:00'))).toBeNull();
  });
});

it('counts a unit\'s own closed days among its days off', () => {
  const off = daysOffOf(new Map([['2026-12-10', 'วันรัฐธรรมนูญ']]), new Map([['2026-12-11', closed()], ['2026-12-12', { ranges: office, words: null }], ['2026-12-10', closed('ปิดทำความสะอาด')]]));
  expect([...off]).toEqual([['2026-12-10', 'ปิดทำความสะอาด'], ['2026-12-11', 'ปิดทำการ']]);
});
