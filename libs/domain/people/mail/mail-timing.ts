import { addDays, bangkokDay, startOfBangkokDay, weekday } from '@prongsai/kernel/thai';
import type { MailPace } from '@prongsai/kernel/workflow';

/** When a person wants mail. Minutes count from midnight in Asia/Bangkok; a quiet period may go over midnight. */
export interface MailWish {
  pace: MailPace;
  quietFrom: number | null;
  quietUntil: number | null;
}

/** What holds for whoever chose nothing. */
export const usualWish: MailWish = { pace: 'at_once', quietFrom: null, quietUntil: null };

/** Hour of a digest in Asia/Bangkok, in minutes after midnight. */
const digestAt = 8 * 60;
const monday = 1;
const minuteMs = 60_000;

/** What cannot wait for a digest or the morning: a signature that is owed, a deadline that is today, too few web masters. */
const urgentKinds: ReadonlySet<string> = new Set(['signature_owed', 'signature_reminder', 'approved_verbally', 'deadline_today', 'web_master_short']);

/** Whether a notice of this kind is mailed at once whatever its reader chose. */
export function isUrgentKind(kind: string): boolean {
  return urgentKinds.has(kind);
}

/** What its reader has to act on; everything else is told for information. */
const askingKinds: ReadonlySet<string> = new Set([
  ...urgentKinds, 'to_approve', 'approved', 'returned', 'answer_owed', 'file_refused', 'report_submitted', 'report_returned', 'report_sent',
]);

/** Whether a notice of this kind asks its reader for an act. */
export function isAskingKind(kind: string): boolean {
  return askingKinds.has(kind);
}

/** When a mail about something of this kind goes: `dueAt` is null for now; `digest` names the digest that it waits for. */
export function mailTiming(now: Date, wish: MailWish, kind: string): { dueAt: Date | null; digest: 'daily' | 'weekly' | null } {
  if (isUrgentKind(kind)) return { dueAt: null, digest: null };
  if (wish.pace === 'at_once') {
    const free = afterQuiet(now, wish);
    return { dueAt: free > now ? free : null, digest: null };
  }
  return { dueAt: afterQuiet(nextDigest(now, wish.pace), wish), digest: wish.pace };
}

/** The next 08:00 in Asia/Bangkok after `now`; of a Monday for the weekly digest. */
function nextDigest(now: Date, pace: 'daily' | 'weekly'): Date {
  let day = bangkokDay(now);
  while (instantOf(day, digestAt) <= now || (pace === 'weekly' && weekday(day) !== monday)) day = addDays(day, 1);
  return instantOf(day, digestAt);
}

/** `at`, or the end of the quiet period that it falls into. */
function afterQuiet(at: Date, { quietFrom: from, quietUntil: until }: MailWish): Date {
  if (from === null || until === null) return at;
  const day = bangkokDay(at);
  const minute = (at.getTime() - startOfBangkokDay(day).getTime()) / minuteMs;
  const isOvernight = from > until;
  const isQuiet = isOvernight ? minute >= from || minute < until : minute >= from && minute < until;
  if (!isQuiet) return at;
  return instantOf(isOvernight && minute >= from ? addDays(day, 1) : day, until);
}

function instantOf(day: string, minute: number): Date {
  return new Date(startOfBangkokDay(day).getTime() + minute * minuteMs);
}
