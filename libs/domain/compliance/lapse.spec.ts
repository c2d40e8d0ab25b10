import { addMonths, earlier, lapseDay, later, statusOfLapse } from './lapse';

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

describe('lapseDay', () => {
  it('follows the cadences that the documents print, and never lapses as needed', () => {
    expect(lapseDay('2026-03-31', 'monthly')).toBe('2026-04-30');
    expect(lapseDay('2026-03-31', 'quarterly')).toBe('2026-06-30');
    expect(lapseDay('2026-03-31', 'yearly')).toBe('2027-03-31');
    expect(lapseDay('2026-03-31', 'as_needed')).toBeNull();
  });
});

describe('statusOfLapse', () => {
  it.each([
    ['2026-02-13', 'met'],
    ['2026-02-14', 'due_soon'],
    ['2026-02-28', 'due_soon'],
    ['2026-03-01', 'overdue'],
  ])('on %s, what lapses on 28 February is %s', (day, status) => expect(statusOfLapse('2026-02-28', day)).toBe(status));

  it('counts 29 February where there is one', () => {
    expect(statusOfLapse('2024-02-29', '2024-02-29')).toBe('due_soon');
    expect(statusOfLapse('2024-02-28', '2024-02-29')).toBe('overdue');
  });

  it('is met for what never lapses', () => expect(statusOfLapse(null, '2026-01-01')).toBe('met'));
});

describe('earlier and later', () => {
  it('take null for never', () => {
    expect(earlier(null, '2026-01-01')).toBe('2026-01-01');
    expect(earlier('2026-01-02', '2026-01-01')).toBe('2026-01-01');
    expect(earlier(null, null)).toBeNull();
    expect(later(null, '2026-01-01')).toBeNull();
    expect(later('2026-01-02', '2026-01-01')).toBe('2026-01-02');
  });
});
