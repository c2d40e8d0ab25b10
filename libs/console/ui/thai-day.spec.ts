import { dayText, daysLeft, daysLeftText, periodText, weekendText } from './thai-day';

const due = '2026-02-28T16:59:59.000Z';

describe('due days', () => {
  it('counts whole days of Asia/Bangkok', () => {
    expect(daysLeft(due, new Date('2026-02-12T03:00:00Z'))).toBe(16);
    expect(daysLeft(due, new Date('2026-02-27T17:00:00Z'))).toBe(0);
    expect(daysLeft(due, new Date('2026-02-28T17:00:00Z'))).toBe(-1);
  });

  it('says what is left in words', () => {
    expect(daysLeftText(due, new Date('2026-02-12T03:00:00Z'))).toBe('อีก\u00a016\u00a0วัน');
    expect(daysLeftText(due, new Date('2026-02-28T01:00:00Z'))).toBe('วันนี้');
    expect(daysLeftText(due, new Date('2026-03-03T01:00:00Z'))).toBe('เกินกำหนด\u00a03\u00a0วัน');
  });

  it('names the working day before a weekend, and only then', () => {
    expect(weekendText(due)).toBe('ตรงกับวันเสาร์ ควรส่งภายในวันศุกร์ที่\u00a027');
    expect(weekendText('2025-02-28T16:59:59.000Z')).toBeNull();
  });
});

describe('days on the screen', () => {
  it('writes the Buddhist era and a dash for none', () => {
    expect(dayText('2026-02-12')).toBe('12\u00a0ก.พ.\u00a02569');
    expect(dayText(null)).toBe('–');
  });

  it('writes one day once', () => {
    expect(periodText('2026-02-12', '2026-02-12')).toBe('12\u00a0ก.พ.\u00a02569');
    expect(periodText('2025-10-01', '2025-12-31')).toContain(' ถึง ');
    expect(periodText(null, null)).toBe('–');
  });
});
