import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';
import { tenantKinds, type ReportState, type TenantKind, type TenantState } from '@prongsai/kernel/workflow';
import { latenessOf } from './lateness';

/** One unit as the report views show it. */
export interface UnitRow {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  kind: TenantKind;
  state: TenantState;
  frozen: boolean;
  webMasters: number;
  openedAt: Date;
}

/** One round with one unit's report in it; a unit that has not begun has no state. */
export interface RoundRow {
  code: string;
  dueToSuperiorAt: Date;
  dueToProvinceAt: Date;
  state: ReportState | null;
  firstSubmittedAt: Date | null;
  firstSentAt: Date | null;
}

/** What the unit is called and how it stands. */
export function tenantOf({ slug, name, shortName, kind, state, frozen }: UnitRow): NetworkCompliance['items'][number]['tenant'] {
  return { slug, name, shortName, kind, state, frozen };
}

/** How far a unit opened at `openedAt` has come in each round, and whether that is late at `now`. */
export function reportsOf(rounds: readonly RoundRow[], openedAt: Date, now: Date): NetworkCompliance['items'][number]['reports'] {
  return Object.fromEntries(rounds.map((round) => [round.code, { state: round.state ?? 'open', late: latenessOf(round, now, openedAt).late }]));
}

/** The provincial office first, then by kind and Thai name. */
export function byKindThenName(a: UnitRow, b: UnitRow): number {
  return tenantKinds.indexOf(a.kind) - tenantKinds.indexOf(b.kind) || compareThai(a.name, b.name);
}
