import type { PublicationView, RequestLine, WorkView } from '@prongsai/kernel/contracts';
import { daysBetween } from '@prongsai/kernel/thai';
import { useQuery } from '@tanstack/react-query';
import { can } from './abilities';
import { callApi, tenantPath } from './api';
import { tenantKey } from './tenant-data';

type RequestTaskKind = 'returned' | 'decide' | 'sign' | 'answer' | 'publish' | 'publish_other' | 'draft';

/** Something that waits for this person. `since` is the instant from which it waits. */
export type Task =
  | { kind: RequestTaskKind; id: string; line: RequestLine; since: string }
  | { kind: 'ending' | 'ending_later'; id: string; item: PublicationView; since: string }
  | { kind: 'report'; id: string; report: WorkView['reports'][number]; since: string };

export type TaskKind = Task['kind'];

/** What comes down within a week is a task of today; the first warning, 30 days before, is only told. */
const urgentDays = 7;

const order: readonly TaskKind[] = ['returned', 'sign', 'decide', 'report', 'publish', 'answer', 'ending', 'publish_other', 'ending_later', 'draft'];
const urgent: ReadonlySet<TaskKind> = new Set(['returned', 'sign', 'decide', 'report', 'publish', 'answer', 'ending']);

/** What waits for the signed-in person in this unit; the same reading for the navigation and for my work. */
export function useWork(slug: string, enabled = true) {
  return useQuery({
    queryKey: tenantKey(slug, 'work'), enabled,
    queryFn: ({ signal }) => callApi<WorkView>('GET', tenantPath(slug, 'work'), undefined, signal),
  });
}

/** What a request asks of this person, by the record's own abilities; null when it asks nothing. */
function taskOf(line: RequestLine, accountId: string): Task | null {
  const { abilities, createdAt, id } = line;
  const mine = line.requester.id === accountId;
  if (line.state === 'returned' && mine && can(abilities, 'edit')) return { kind: 'returned', id, line, since: line.decidedAt ?? createdAt };
  if (can(abilities, 'approve')) return { kind: 'decide', id, line, since: line.submittedAt ?? createdAt };
  if (can(abilities, 'confirm-approval')) return { kind: 'sign', id, line, since: line.verbal?.approvedAt ?? createdAt };
  if (can(abilities, 'publish')) {
    return { kind: line.webMaster && line.webMaster.id !== accountId ? 'publish_other' : 'publish', id, line, since: line.decidedAt ?? createdAt };
  }
  if (can(abilities, 'answered')) return { kind: 'answer', id, line, since: line.answer?.owedAt ?? createdAt };
  if (line.state === 'draft' && mine && can(abilities, 'edit')) return { kind: 'draft', id, line, since: createdAt };
  return null;
}

/**
 * This person's tasks, the most urgent first: what came back, signatures that are owed, what waits for a decision, reports, what waits to be
 * published (own before other people's), what comes down soon, then drafts. Inside a kind the longest waiting comes
 * first, among drafts the newest. `today` is an ISO day.
 */
export function tasksOf(work: Pick<WorkView, 'requests' | 'ending' | 'reports'>, accountId: string, today: string): Task[] {
  const tasks: Task[] = [
    ...work.requests.map((line) => taskOf(line, accountId)).filter((task): task is Task => task !== null),
    ...work.reports.map((report): Task => ({ kind: 'report', id: `${report.fiscalYear}/${report.round}`, report, since: report.dueToSuperiorAt })),
    ...work.ending.map((item): Task => ({
      kind: daysBetween(today, item.publishUntil ?? today) <= urgentDays ? 'ending' : 'ending_later', id: item.id, item, since: item.publishUntil ?? today,
    })),
  ];
  return tasks.sort((a, b) => {
    const byKind = order.indexOf(a.kind) - order.indexOf(b.kind);
    if (byKind !== 0) return byKind;
    const byAge = a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
    return a.kind === 'draft' ? -byAge : byAge;
  });
}

/** Whether it should be done before anything else. */
export function isUrgent({ kind }: Task): boolean {
  return urgent.has(kind);
}
