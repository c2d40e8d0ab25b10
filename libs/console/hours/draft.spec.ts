import type { OpeningHoursView } from '@prongsai/kernel/contracts';
import { emptyWeek, weekdayKeys } from '@prongsai/kernel/thai';
import { atFields, clinicBody, clinicDraft, openingBody, openingDraft, readWeek, withMondayCopied } from './draft';

const office = [{ from: '08:30', until: '12:00' }, { from: '13:00', until: '16:30' }];
const view: OpeningHoursView = {
  version: 3, weekly: { ...Object.fromEntries(weekdayKeys.map((key) => [key, [...emptyWeek[key]]])), mon: office } as OpeningHoursView['weekly'], closedOnHolidays: true, note: null, keeper: 'งานผู้ป่วยนอก',
  hints: ['บัตรประชาชน', 'ยาที่กินอยู่'], days: [{ day: '2026-12-11', hours: [], words: 'อบรม' }], holidays: [], editedBy: null, editedAt: null, abilities: {},
};

describe('opening hours as they are typed', () => {
  it('come back as they were when nothing is touched', () => {
    const { version, weekly, closedOnHolidays, note, keeper, hints, days } = view;
    expect(openingBody(openingDraft(view))).toEqual({ problems: [], body: { version, weekly, closedOnHolidays, note, keeper, hints, days } });
  });

  it('begin with the usual note where nothing was entered', () => expect(openingDraft({ ...view, version: 0 }).note).toBe('เว้นวันหยุดราชการ'));

  it('take Monday\'s hours until Friday and leave the weekend', () => {
    const week = withMondayCopied({ ...openingDraft(view).week, sat: '9-12' });
    expect([week.fri, week.sat, week.sun]).toEqual(['08.30–12.00, 13.00–16.30', '9-12', '']);
    expect(readWeek(week).fri).toEqual(office);
  });

  it('name every field that cannot be read, and send nothing', () => {
    const draft = openingDraft(view);
    const typed = openingBody({ ...draft, week: { ...draft.week, tue: 'เช้า' }, days: [{ day: null, unread: null, hours: '16-8', words: '' }] });
    expect(typed.body).toBeNull();
    expect(typed.problems.map(({ path }) => path)).toEqual(['weekly.tue', 'days.0.day', 'days.0.hours']);
    expect(typed.problems[0]?.text).toMatch(/^วันอังคาร: อ่านเวลา/);
  });

  it('leave empty lines of hints out', () => expect(openingBody({ ...openingDraft(view), hints: ' ก \n\n ข' }).body?.hints).toEqual(['ก', 'ข']));
});

describe('a clinic as it is typed', () => {
  it('is sent with empty words as none', () => {
    expect(clinicBody({ ...clinicDraft(null), name: 'ทันตกรรม', week: { ...clinicDraft(null).week, mon: '๘.๓๐-๑๒' } }).body).toEqual({
      name: 'ทันตกรรม', appointment: null, phoneExtension: null, closesWithUnit: true, weekly: { ...view.weekly, mon: [{ from: '08:30', until: '12:00' }] },
    });
  });
});

it('brings what the server found to the field that holds it', () => {
  const text = 'x';
  expect(atFields([{ path: 'weekly.mon.1.from', text }, { path: 'hints.2', text }, { path: 'days.0.hours.0.until', text }, { path: 'days.0.day', text }, { path: 'name', text }]).map(({ path }) => path)).toEqual([
    'weekly.mon', 'hints', 'days.0.hours', 'days.0.day', 'name',
  ]);
});
