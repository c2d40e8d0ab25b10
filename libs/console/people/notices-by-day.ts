import type { NoticeView } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';

/** Notices of one calendar day, the unread apart from the others. */
export interface NoticeDay {
  day: string;
  isUnread: boolean;
  notices: NoticeView[];
}

/** The unread first, then the rest; each by its day in Asia/Bangkok, in the order given. */
export function byDay(notices: readonly NoticeView[], isNew: (notice: NoticeView) => boolean): NoticeDay[] {
  const days = new Map<string, NoticeDay>();
  for (const unread of [true, false]) {
    for (const notice of notices.filter((one) => isNew(one) === unread)) {
      const day = bangkokDay(new Date(notice.createdAt));
      const key = `${unread} ${day}`;
      const group = days.get(key) ?? { day, isUnread: unread, notices: [] };
      group.notices.push(notice);
      days.set(key, group);
    }
  }
  return [...days.values()];
}
