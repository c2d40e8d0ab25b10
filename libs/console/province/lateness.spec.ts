import { latenessText } from './lateness';

const due = '2026-02-28T16:59:59.000Z';
const late = (at: string) => latenessText(due, new Date(at))?.replaceAll('\u00a0', ' ') ?? null;

it('is in time to the last second of the day in Bangkok', () => {
  expect(late('2026-02-28T16:59:59.000Z')).toBeNull();
  expect(late('2026-02-28T16:59:59.999Z')).toBeNull();
  expect(late('2026-02-28T17:00:00.000Z')).toBe('ช้า 1 วินาที');
});

it('tells the two largest units', () => {
  expect(late('2026-02-28T17:01:05.000Z')).toBe('ช้า 1 นาที 6 วินาที');
  expect(late('2026-03-02T20:30:00.000Z')).toBe('ช้า 2 วัน 3 ชั่วโมง');
  expect(late('2026-03-02T17:00:00.000Z')).toBe('ช้า 2 วัน');
});
