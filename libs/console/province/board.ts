import type { NetworkReportLine, RoundView } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';

/** What the board can be narrowed to beside the round. */
export const boardStates = ['waiting', 'arrived', 'notSent', 'returned', 'late'] as const;

const rules: Record<(typeof boardStates)[number], (line: NetworkReportLine) => boolean> = {
  waiting: ({ state }) => state === 'sent',
  arrived: ({ state }) => state === 'sent' || state === 'accepted',
  notSent: ({ state }) => state !== 'sent' && state !== 'accepted',
  returned: ({ state }) => state === 'returned',
  late: ({ late }) => late,
};

/** How the address names a round: `2570.six_month`. */
export function roundKey({ fiscalYear, round }: Pick<RoundView, 'fiscalYear' | 'round'>): string {
  return `${fiscalYear}.${round}`;
}

/** The fiscal year in a round's name in the address, or null when it names none. */
export function yearOfKey(key: string): number | null {
  const year = Number(/^(2[5-7]\d\d)\b/.exec(key)?.[1]);
  return Number.isInteger(year) ? year : null;
}

/** The round to begin with: where a report waits for an answer, else the one due next, else the last. Empty text without rounds. */
export function roundToShow(lines: readonly NetworkReportLine[], now: Date): string {
  const byDue = [...lines].sort((a, b) => (a.dueToProvinceAt < b.dueToProvinceAt ? -1 : 1));
  const line = byDue.find(rules.waiting) ?? byDue.find(({ dueToProvinceAt }) => new Date(dueToProvinceAt) >= now) ?? byDue.at(-1);
  return line ? roundKey(line) : '';
}

/** The lines of a round that are wanted: what waits for an answer first, then by name. */
export function linesWanted(lines: readonly NetworkReportLine[], round: string, state: string): NetworkReportLine[] {
  const rule = rules[state as keyof typeof rules] ?? (() => true);
  return lines.filter((line) => roundKey(line) === round && rule(line))
    .sort((a, b) => Number(rules.waiting(b)) - Number(rules.waiting(a)) || compareThai(a.tenant.name, b.tenant.name));
}

/** Units by name with their line of each round, for the view of a whole year. */
export function unitsByRound(lines: readonly NetworkReportLine[], state: string): Array<{ tenant: NetworkReportLine['tenant']; byRound: Map<string, NetworkReportLine> }> {
  const rule = rules[state as keyof typeof rules] ?? (() => true);
  const units = new Map<string, { tenant: NetworkReportLine['tenant']; byRound: Map<string, NetworkReportLine> }>();
  for (const line of lines) {
    const unit = units.get(line.tenant.slug) ?? { tenant: line.tenant, byRound: new Map<string, NetworkReportLine>() };
    unit.byRound.set(roundKey(line), line);
    units.set(line.tenant.slug, unit);
  }
  return [...units.values()].filter(({ byRound }) => [...byRound.values()].some(rule)).sort((a, b) => compareThai(a.tenant.name, b.tenant.name));
}
