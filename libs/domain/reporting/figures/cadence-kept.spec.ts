import { cadenceKept } from './cadence-kept';

describe('cadenceKept', () => {
  const year = { from: '2023-10-01', until: '2024-09-30' };

  it('asks for one touch in every calendar month, the edges included', () => {
    const touched = ['2023-10-31', '2023-11-01', '2023-12-15', '2024-01-31', '2024-02-29', '2024-03-01', '2024-04-30', '2024-05-05', '2024-06-30', '2024-07-01', '2024-08-08', '2024-09-30'];
    expect(cadenceKept(touched, 'monthly', year)).toBe(true);
    expect(cadenceKept(touched.filter((day) => day !== '2024-02-29'), 'monthly', year)).toBe(false);
  });

  it('asks for one touch in every fiscal quarter', () => {
    expect(cadenceKept(['2023-12-31', '2024-01-01', '2024-04-01', '2024-09-30'], 'quarterly', year)).toBe(true);
    expect(cadenceKept(['2023-12-31', '2024-01-01', '2024-09-30'], 'quarterly', year)).toBe(false);
  });

  it('judges whole periods only', () => {
    // October to January are over; February is not, and in a leap year the window ends before the month.
    const touched = ['2023-10-02', '2023-11-02', '2023-12-02', '2024-01-02'];
    expect(cadenceKept(touched, 'monthly', { from: '2023-10-01', until: '2024-02-28' })).toBe(true);
    expect(cadenceKept(touched, 'monthly', { from: '2023-10-01', until: '2024-02-29' })).toBe(false);
    expect(cadenceKept([], 'quarterly', { from: '2023-10-01', until: '2023-12-30' })).toBeNull();
    expect(cadenceKept(['2023-11-01'], 'quarterly', { from: '2023-10-01', until: '2023-12-31' })).toBe(true);
    expect(cadenceKept([], 'monthly', { from: '2024-04-15', until: '2024-05-20' })).toBeNull();
  });

  it('judges the year at its end, and nothing as needed', () => {
    expect(cadenceKept([], 'yearly', { from: '2023-10-01', until: '2024-09-29' })).toBeNull();
    expect(cadenceKept(['2024-09-30'], 'yearly', year)).toBe(true);
    expect(cadenceKept([], 'as_needed', year)).toBeNull();
  });
});
