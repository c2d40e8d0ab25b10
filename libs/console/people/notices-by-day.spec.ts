import type { NoticeView } from '@prongsai/kernel/contracts';
import { byDay } from './notices-by-day';

const notice = (id: string, createdAt: string, readAt: string | null): NoticeView => ({ id, kind: 'published', title: id, body: '', link: null, to: { id: 'me', name: 'me' }, createdAt, readAt });

describe('notices of a person', () => {
  it('stand by their day in Bangkok, the unread before all that was read', () => {
    const told = [
      notice('d', '2026-05-03T01:00:00Z', '2026-05-03T02:00:00Z'), notice('c', '2026-05-02T17:30:00Z', null), notice('b', '2026-05-02T10:00:00Z', null), notice('a', '2026-05-01T10:00:00Z', '2026-05-02T02:00:00Z'),
    ];
    expect(byDay(told, ({ readAt }) => readAt === null).map(({ isUnread, day, notices }) => [isUnread, day, notices.map(({ id }) => id)])).toEqual([
      [true, '2026-05-03', ['c']], [true, '2026-05-02', ['b']], [false, '2026-05-03', ['d']], [false, '2026-05-01', ['a']],
    ]);
  });
});
