import fc from 'fast-check';
import { addDays, bangkokDay, daysBetween } from './calendar';
import { buddhistYearOf, fiscalYearOf, fiscalYearWindow, halfOf, halfWindow, quarterOf, quarterWindow } from './fiscal-year';

const days = fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2300-01-01T00:00:00Z'), noInvalidDate: true }).map(bangkokDay);

describe('the fiscal year', () => {
  it('runs from 1 October 2568 to 30 September 2569 for 2569', () => {
    expect(fiscalYearWindow(2569)).toEqual({ from: '2025-10-01', until: '2026-09-30' });
    expect(fiscalYearOf('2025-09-30')).toBe(2568);
    expect(fiscalYearOf('2025-10-01')).toBe(2569);
    expect(fiscalYearOf('2026-09-30')).toBe(2569);
    expect(fiscalYearOf(new Date('2025-09-30T17:00:00Z'))).toBe(2569);
    expect(fiscalYearOf(new Date('2025-09-30T16:59:59Z'))).toBe(2568);
  });

  it('has the quarters of the MOIT month lists', () => {
    expect([1, 2, 3, 4].map((quarter) => quarterWindow(2569, quarter as 1 | 2 | 3 | 4))).toEqual([
      { from: '2025-10-01', until: '2025-12-31' },
      { from: '2026-01-01', until: '2026-03-31' },
      { from: '2026-04-01', until: '2026-06-30' },
      { from: '2026-07-01', until: '2026-09-30' },
    ]);
    expect(halfWindow(2567, 1)).toEqual({ from: '2023-10-01', until: '2024-03-31' });
    expect(halfWindow(2567, 2)).toEqual({ from: '2024-04-01', until: '2024-09-30' });
    expect(['2026-09-30', '2026-10-01', '2026-02-28', '2026-03-31', '2026-04-01'].map((day) => [quarterOf(day), halfOf(day)])).toEqual([
      [4, 2], [1, 1], [2, 1], [2, 1], [3, 2],
    ]);
  });

  it('counts calendar years of the Buddhist Era from January', () => {
    expect(buddhistYearOf('2026-10-01')).toBe(2569);
    expect(buddhistYearOf(new Date('2025-12-31T17:00:00Z'))).toBe(2569);
  });

  it('puts every day inside exactly one year, half and quarter', () => {
    fc.assert(
      fc.property(days, (day) => {
        const year = fiscalYearOf(day);
        for (const { from, until } of [fiscalYearWindow(year), halfWindow(year, halfOf(day)), quarterWindow(year, quarterOf(day))]) {
          expect(from <= day && day <= until).toBe(true);
        }
      }),
    );
  });

  it('leaves no day between two years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2400, max: 3000 }), (year) => {
        const { from, until } = fiscalYearWindow(year);
        expect(addDays(until, 1)).toBe(fiscalYearWindow(year + 1).from);
        expect([364, 365]).toContain(daysBetween(from, until));
      }),
    );
  });

  it('refuses what is no day or year', () => {
    expect(() => fiscalYearOf('2025-02-29')).toThrow(RangeError);
    expect(() => fiscalYearWindow(2569.5)).toThrow(RangeError);
  });
});
