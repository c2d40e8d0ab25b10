import type { ReportLine, RequestLine } from '@prongsai/kernel/contracts';

/** The report to think of next: not yet with the province, due first. */
export function nextReport(lines: readonly ReportLine[]): ReportLine | null {
  const waiting = lines.filter(({ state }) => state !== 'sent' && state !== 'accepted');
  return waiting.sort((a, b) => (a.dueToSuperiorAt < b.dueToSuperiorAt ? -1 : 1))[0] ?? null;
}

const steps = ['sent', 'considered', 'published', 'told'] as const;
export type Step = (typeof steps)[number];

/** How far a request has come, for the four steps of the framework: sent, considered, published, owner told. */
export function stepsOf(state: RequestLine['state']): { step: Step; mark: 'done' | 'now' | '' }[] {
  const reached = { draft: 0, returned: 0, submitted: 1, approved_verbally: 2, approved: 2, refused: 4, cancelled: 0, published: 4 }[state];
  return steps.map((step, index) => ({ step, mark: index < reached ? 'done' : index === reached ? 'now' : '' }));
}
