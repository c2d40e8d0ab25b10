import { earlier, later, statusOfLapse } from './lapse';

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
