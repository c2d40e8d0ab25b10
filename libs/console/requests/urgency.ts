import type { ReportLine, RequestLine } from '@prongsai/kernel/contracts';

export type TaskKind = 'returned' | 'decide' | 'publish' | 'publish_other' | 'draft';

/** Something that waits for this person. `since` is the instant from which it waits. */
export interface Task {
  kind: TaskKind;
  line: RequestLine;
  since: string;
}

const order: readonly TaskKind[] = ['returned', 'decide', 'publish', 'publish_other', 'draft'];

/** Whether the record says that this person can do it now. */
function can(abilities: RequestLine['abilities'], act: string): boolean {
  return abilities[act]?.allowed ?? false;
}

/** What a request asks of this person, by the record's own abilities; null when it asks nothing. */
function taskOf(line: RequestLine, accountId: string): Task | null {
  const { abilities, createdAt } = line;
  const mine = line.requester.id === accountId;
  if (line.state === 'returned' && mine && can(abilities, 'edit')) return { kind: 'returned', line, since: line.decidedAt ?? createdAt };
  if (can(abilities, 'approve')) return { kind: 'decide', line, since: line.submittedAt ?? createdAt };
  if (can(abilities, 'publish')) {
    return { kind: line.webMaster && line.webMaster.id !== accountId ? 'publish_other' : 'publish', line, since: line.decidedAt ?? createdAt };
  }
  if (line.state === 'draft' && mine && can(abilities, 'edit')) return { kind: 'draft', line, since: createdAt };
  return null;
}

/**
 * This person's tasks, the most urgent first: what came back, what waits for a decision, what waits to be published (own
 * before other people's), then drafts. Inside a kind the longest waiting comes first, among drafts the newest.
 */
export function tasksOf(lines: readonly RequestLine[], accountId: string): Task[] {
  const tasks = lines.map((line) => taskOf(line, accountId)).filter((task): task is Task => task !== null);
  return tasks.sort((a, b) => {
    const byKind = order.indexOf(a.kind) - order.indexOf(b.kind);
    if (byKind !== 0) return byKind;
    const byAge = a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
    return a.kind === 'draft' ? -byAge : byAge;
  });
}

/** The report to think of next: not yet with the province, due first. */
export function nextReport(lines: readonly ReportLine[]): ReportLine | null {
  const waiting = lines.filter(({ state }) => state !== 'sent' && state !== 'accepted');
  return waiting.sort((a, b) => (a.dueToSuperiorAt < b.dueToSuperiorAt ? -1 : 1))[0] ?? null;
}

/** How far a request has come, for the four steps of the framework: sent, considered, published, owner told. */
export function stepsOf(state: RequestLine['state']): { text: string; mark: 'done' | 'now' | '' }[] {
  const reached = { draft: 0, returned: 1, submitted: 1, approved: 2, refused: 4, cancelled: 0, published: 4 }[state];
  return ['ส่งคำขอ', 'พิจารณา', 'เผยแพร่', 'แจ้งกลับ'].map((text, index) => ({ text, mark: index < reached ? 'done' : index === reached ? 'now' : '' }));
}
