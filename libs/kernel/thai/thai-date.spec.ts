import fc from 'fast-check';
import { bangkokDay } from './calendar';
import { formatThaiClock, formatThaiDate, formatThaiDateTime, formatThaiTime, parseThaiDate } from './thai-date';

const days = fc.date({ min: new Date('1958-01-01T00:00:00Z'), max: new Date('2300-01-01T00:00:00Z'), noInvalidDate: true }).map(bangkokDay);

describe('dates as readers see them', () => {
  it('has three styles with non-breaking spaces', () => {
    expect(formatThaiDate('2026-02-12', 'long')).toBe('12\u00a0กุมภาพันธ์\u00a02569');
    expect(formatThaiDate('2026-02-12', 'short')).toBe('12\u00a0ก.พ.\u00a02569');
    expect(formatThaiDate('2026-02-12', 'paper')).toBe('๑๒\u00a0กุมภาพันธ์\u00a0๒๕๖๙');
    expect(formatThaiDate(new Date('2026-02-11T17:00:00Z'), 'long')).toBe('12\u00a0กุมภาพันธ์\u00a02569');
  });

  it('writes times with a full stop', () => {
    const instant = new Date('2026-02-12T03:42:59Z');
    expect(formatThaiTime(instant)).toBe('10.42\u00a0น.');
    expect(formatThaiClock(new Date('2026-02-11T17:05:00Z'))).toBe('00.05');
    expect(formatThaiDateTime(instant)).toBe('12\u00a0กุมภาพันธ์\u00a02569 10.42\u00a0น.');
    expect(formatThaiDateTime(instant, 'paper')).toBe('๑๒\u00a0กุมภาพันธ์\u00a0๒๕๖๙ ๑๐.๔๒\u00a0น.');
  });

  it('refuses a day that does not exist', () => {
    expect(() => formatThaiDate('2026-02-29', 'long')).toThrow(RangeError);
  });
});

describe('dates as people type them', () => {
  it.each([
    ['1 ต.ค. 2569', '2026-10-01', false],
    ['1 ตค 2569', '2026-10-01', false],
    ['1 ต.ค. 69', '2026-10-01', true],
    ['1 ต.ค. พ.ศ. 69', '2026-10-01', false],
    ['1/10/69', '2026-10-01', true],
    ['01-10-2569', '2026-10-01', false],
    ['1.10.2569', '2026-10-01', false],
    ['1/10/2026', '2026-10-01', true],
    ['๑ ตุลาคม ๒๕๖๙', '2026-10-01', false],
    ['๑/๑๐/๖๙', '2026-10-01', true],
    ['  1\u00a0ตุลาคม  2569 ', '2026-10-01', false],
    ['1ตุลาคม2569', '2026-10-01', false],
    ['วันที่ 1 ตุลาคม พ.ศ. 2569', '2026-10-01', false],
    ['วันพฤหัสบดีที่ ๑ ตุลาคม พ.ศ.๒๕๖๙', '2026-10-01', false],
    ['1 ตุลาคม ค.ศ. 2026', '2026-10-01', false],
    ['2026-10-01', '2026-10-01', false],
    ['2569-10-01', '2026-10-01', false],
    ['29 ก.พ. 2567', '2024-02-29', false],
  ])('reads "%s"', (text, day, yearGuessed) => expect(parseThaiDate(text)).toEqual({ ok: true, day, yearGuessed }));

  it.each(['29 ก.พ. 2568', '31/4/69', '32 ม.ค. 2569', '1/13/2569', '2026-02-30', '0 ม.ค. 2569'])('there is no "%s"', (text) =>
    expect(parseThaiDate(text)).toEqual({ ok: false, reason: 'field.date.not_exist' }),
  );

  it.each(['', 'พรุ่งนี้', 'ตุลาคม 2569', '1 ตุลา 256', '1 Foo 2569', '1/10', '1/10/569', '1 ก.ก. 2569', '1/10/0069', '1 '.repeat(100)])(
    'cannot read "%s"',
    (text) => expect(parseThaiDate(text)).toEqual({ ok: false, reason: 'field.date.unreadable' }),
  );

  it('reads back what the three styles write', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('long' as const, 'short' as const, 'paper' as const), (day, style) =>
        expect(parseThaiDate(formatThaiDate(day, style))).toEqual({ ok: true, day, yearGuessed: false }),
      ),
    );
  });

  it('answers any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => expect(typeof parseThaiDate(text).ok).toBe('boolean')));
  });
});
