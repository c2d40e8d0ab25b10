import { daysBetween } from '@prongsai/kernel/thai';

export type EndingGroup = 'today' | 'week' | 'month' | 'later' | 'open';
export const endingGroups: readonly EndingGroup[] = ['today', 'week', 'month', 'later', 'open'];

/** When an item comes down, seen from `today` (ISO days): the warnings of SPEC 8 are 30, 7 and 1 days before. */
export function endingGroupOf(publishUntil: string | null, today: string): EndingGroup {
  if (!publishUntil) return 'open';
  const left = daysBetween(today, publishUntil);
  if (left <= 0) return 'today';
  if (left <= 7) return 'week';
  return left <= 30 ? 'month' : 'later';
}
