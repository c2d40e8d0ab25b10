import fc from 'fast-check';
import {
  addDays, addMonths, addWorkingDays, bangkokDay, daysBetween, endOfBangkokDayExclusive, isCalendarDay, isWeekend, isWorkingDay,
  startOfBangkokDay, weekday, workingDaysBetween,
} from './calendar';

const instants = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2300-01-01T00:00:00Z'), noInvalidDate: true });
const days = instants.map((instant) => bangkokDay(instant));
const none: ReadonlySet<string> = new Set();

describe('calendar days of Asia/Bangkok', () => {
  it('turns at 17.00 UTC', () => {
    expect(bangkokDay(new Date('2026-02-27T16:59:59.999Z'))).toBe('2026-02-27');
    expect(bangkokDay(new Date('2026-02-27T17:00:00.000Z'))).toBe('2026-02-28');
  });

  it('begins and ends a day to the millisecond', () => {
    expect(startOfBangkokDay('2026-02-28').toISOString()).toBe('2026-02-27T17:00:00.000Z');
    expect(endOfBangkokDayExclusive('2026-02-28').toISOString()).toBe('2026-02-28T17:00:00.000Z');
  });

  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (day) => expect(isCalendarDay(day)).toBe(true));

  it.each(['2025-02-29', '1900-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '', '2026-01-01T00:00', ' 2026-01-01'])(
    '"%s" does not exist',
    (day) => expect(isCalendarDay(day)).toBe(false),
  );

  it('agrees with the time zone data of the platform', () => {
    const official = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok', year: 'numeric', month: '2-digit', day: '2-digit' });
    fc.assert(fc.property(instants, (instant) => expect(bangkokDay(instant)).toBe(official.format(instant))));
  });

  it('holds every instant inside its own day', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = bangkokDay(instant);
        expect(startOfBangkokDay(day).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(endOfBangkokDayExclusive(day).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });

  it('counts days there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
        expect(weekday(addDays(day, 7))).toBe(weekday(day));
      }),
    );
  });

  it('knows the weekend', () => {
    expect(weekday('2026-02-28')).toBe(6);
    expect(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map(isWeekend)).toEqual([false, true, true, false]);
  });

  it('skips weekends and holidays', () => {
    expect(addWorkingDays('2026-04-10', 1, none)).toBe('2026-04-13');
    const songkran = new Set(['2026-04-13', '2026-04-14', '2026-04-15']);
    expect(addWorkingDays('2026-04-10', 1, songkran)).toBe('2026-04-16');
    expect(addWorkingDays('2026-04-10', 3, songkran)).toBe('2026-04-20');
    expect(addWorkingDays('2026-04-11', 0, songkran)).toBe('2026-04-16');
    expect(addWorkingDays('2026-04-10', 0, songkran)).toBe('2026-04-10');
  });

  it('lands on a working day with exactly n of them behind', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 60 })), (day, n, offs) => {
        const holidays = new Set(offs.map((off) => addDays(day, off)));
        const end = addWorkingDays(day, n, holidays);
        const between = Array.from({ length: daysBetween(day, end) }, (_, index) => addDays(day, index + 1));
        expect(between.filter((one) => isWorkingDay(one, holidays))).toHaveLength(n);
        expect(isWorkingDay(end, holidays)).toBe(true);
      }),
    );
  });

  it('counts working days as it lands on them, and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 60 })), (day, n, offs) => {
        const holidays = new Set(offs.map((off) => addDays(day, off)));
        const end = addWorkingDays(day, n, holidays);
        expect(workingDaysBetween(day, end, holidays)).toBe(n);
        expect(workingDaysBetween(end, day, holidays)).toBe(-n);
        expect(workingDaysBetween(day, day, holidays)).toBe(0);
      }),
    );
    expect(workingDaysBetween('2026-04-10', '2026-04-12', none)).toBe(0);
    expect(workingDaysBetween('2026-04-10', '2026-04-17', new Set(['2026-04-13', '2026-04-14', '2026-04-15']))).toBe(2);
  });

  it('refuses what is no day', () => {
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2025-02-28', 0.5)).toThrow(RangeError);
    expect(() => addWorkingDays('2025-02-28', -1, none)).toThrow(RangeError);
    expect(() => bangkokDay(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 1, '2024-03-29'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2025-12-01', 12, '2026-12-01'],
  ])('%s plus %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

  it('throws for a day that does not exist', () => expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError));
});
