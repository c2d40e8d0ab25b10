import { lapseDay, suggestedEnd } from './cadence-days';

describe('lapseDay', () => {
  it('follows the cadences that the documents print, and never lapses as needed', () => {
    expect(lapseDay('2026-03-31', 'monthly')).toBe('2026-04-30');
    expect(lapseDay('2026-03-31', 'quarterly')).toBe('2026-06-30');
    expect(lapseDay('2026-03-31', 'yearly')).toBe('2027-03-31');
    expect(lapseDay('2026-03-31', 'as_needed')).toBeNull();
  });
});

describe('suggestedEnd', () => {
  it('keeps what is renewed in turns for this fiscal year and the next', () => {
    expect(suggestedEnd('2026-09-30', 'monthly')).toBe('2027-09-30');
    expect(suggestedEnd('2026-10-01', 'quarterly')).toBe('2028-09-30');
    expect(suggestedEnd('2026-02-12', 'yearly')).toBe('2027-09-30');
  });

  it('suggests no end for what is renewed as needed', () => expect(suggestedEnd('2026-02-12', 'as_needed')).toBeNull());
});
