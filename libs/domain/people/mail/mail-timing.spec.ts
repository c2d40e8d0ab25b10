import { mailTiming, type MailWish } from './mail-timing';

/** Tuesday 24 November 2026 in Bangkok. */
const at = (clock: string, day = '2026-11-24') => new Date(`${day}T${clock}:00+07:00`);
const wish = (more: Partial<MailWish>): MailWish => ({ pace: 'at_once', quietFrom: null, quietUntil: null, ...more });
const overnight = { quietFrom: 20 * 60, quietUntil: 6 * 60 };

describe('when a mail goes', () => {
  it.each([
    ['at once', '10:00', {}, null, null],
    ['at once outside the quiet hours', '19:59', overnight, null, null],
    ['once the quiet hours end, next morning', '20:00', overnight, at('06:00', '2026-11-25'), null],
    ['once the quiet hours end, this morning', '05:59', overnight, at('06:00'), null],
    ['at their very end', '06:00', overnight, null, null],
    ['after a pause by day', '12:30', { quietFrom: 12 * 60, quietUntil: 13 * 60 }, at('13:00'), null],
    ['today at eight', '07:59', { pace: 'daily' as const }, at('08:00'), 'daily'],
    ['tomorrow at eight', '08:00', { pace: 'daily' as const }, at('08:00', '2026-11-25'), 'daily'],
    ['on Monday at eight', '10:00', { pace: 'weekly' as const }, at('08:00', '2026-11-30'), 'weekly'],
    ['at eight, or later when that is quiet', '10:00', { pace: 'daily' as const, quietFrom: 22 * 60, quietUntil: 9 * 60 }, at('09:00', '2026-11-25'), 'daily'],
  ])('%s', (_, clock, more, dueAt, digest) => {
    expect(mailTiming(at(clock), wish(more), 'published')).toEqual({ dueAt, digest });
  });

  it('on Monday before eight of the same day', () => {
    expect(mailTiming(at('07:00', '2026-11-30'), wish({ pace: 'weekly' }), 'published').dueAt).toEqual(at('08:00', '2026-11-30'));
  });

  it('at once when it is urgent, by night and with a digest', () => {
    for (const kind of ['signature_owed', 'signature_reminder', 'deadline_today']) expect(mailTiming(at('23:00'), wish({ pace: 'weekly', ...overnight }), kind)).toEqual({ dueAt: null, digest: null });
  });
});
