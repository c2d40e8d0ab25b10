import { countedWindow } from './report-window';

const window = { from: '2025-10-01', until: '2026-02-28' };
const at = (text: string) => new Date(`${text}+07:00`);

describe('countedWindow', () => {
  it('ends at the sending when that is earlier', () => {
    const counted = countedWindow(window, at('2026-02-10T09:30:00'));
    expect(counted.from).toEqual(at('2025-10-01T00:00:00'));
    expect(counted.until).toEqual(at('2026-02-10T09:30:00'));
    expect(counted.days).toEqual({ from: '2025-10-01', until: '2026-02-10' });
    expect(counted.wholeDays).toEqual({ from: '2025-10-01', until: '2026-02-09' });
  });

  it('is whole once its last day is over, with what came down in that very instant', () => {
    const counted = countedWindow(window, at('2026-06-01T00:00:00'));
    expect(counted.until).toEqual(at('2026-02-28T23:59:59.999'));
    expect(counted.endsUntil).toEqual(at('2026-03-01T00:00:00'));
    expect(counted.days).toEqual(window);
    expect(counted.wholeDays).toEqual(window);
  });

  it('is the last day until its last millisecond', () => {
    expect(countedWindow(window, at('2026-02-28T23:59:59.999')).wholeDays.until).toBe('2026-02-27');
    expect(countedWindow(window, at('2026-03-01T00:00:00')).wholeDays.until).toBe('2026-02-28');
  });

  it('has counted nothing before it begins', () => {
    const counted = countedWindow(window, at('2025-09-30T12:00:00'));
    expect(counted.until < counted.from).toBe(true);
    expect(counted.days).toEqual({ from: '2025-10-01', until: '2025-10-01' });
  });
});
