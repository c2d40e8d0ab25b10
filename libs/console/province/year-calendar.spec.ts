import type { RoundView } from '@prongsai/kernel/contracts';
import { yearCalendar } from './year-calendar';

const round = (title: string, fiscalYear: number, dueOn: string): RoundView => ({
  id: title, fiscalYear, round: title, kind: 'follow_up', title, window: { from: '2025-10-01', until: dueOn },
  dueToSuperiorAt: `${dueOn}T16:59:59.000Z`, dueToProvinceAt: `${dueOn}T16:59:59.000Z`,
});
const rounds = [round('12', 2569, '2026-07-31'), round('6', 2569, '2026-02-28'), round('ปิดปี', 2569, '2026-10-31'), round('ปิดปีก่อน', 2568, '2025-10-31')];

it('runs from October to September with twelve months', () => {
  const { months } = yearCalendar(2569, new Date('2026-02-12T03:30:00Z'), []);
  expect(months.map(({ name }) => name)).toEqual(['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.']);
  expect([months[0]?.at, months[6]?.at]).toEqual([0, 49.9]);
});

it('puts today and what falls due inside the year on it, whatever year it reports on', () => {
  const { todayAt, marks } = yearCalendar(2569, new Date('2026-02-12T03:30:00Z'), rounds);
  expect(todayAt).toBe(36.7);
  expect(marks.map(({ id, at, left }) => [id, at, left])).toEqual([['ปิดปีก่อน', 8.2, -104], ['6', 41.1, 16], ['12', 83, 169]]);
});

it('counts days of Bangkok: the due day itself is today until midnight there', () => {
  expect(yearCalendar(2569, new Date('2026-02-28T16:59:59Z'), rounds).marks[1]?.left).toBe(0);
  expect(yearCalendar(2569, new Date('2026-02-28T17:00:00Z'), rounds).marks[1]?.left).toBe(-1);
});

it('keeps words apart, and inside the bar', () => {
  const close = [round('ก', 2569, '2026-03-01'), round('ข', 2569, '2026-03-20'), round('ค', 2569, '2026-09-01')];
  expect(yearCalendar(2569, new Date('2026-02-12T03:30:00Z'), close).marks.map(({ line, side }) => [line, side])).toEqual([[1, 'right'], [2, 'right'], [3, 'left']]);
});

it('holds today inside a year that is over', () => {
  expect(yearCalendar(2568, new Date('2026-02-12T03:30:00Z'), []).todayAt).toBe(100);
});
