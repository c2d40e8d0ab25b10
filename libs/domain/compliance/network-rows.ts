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

/** One round of the network. */
export interface RoundRow {
  id: string;
  code: string;
  dueToSuperiorAt: Date;
  dueToProvinceAt: Date;
}

/** What one unit has begun of one round. */
export interface ReportRow {
  tenantId: string;
  roundId: string;
  state: ReportState;
  firstSubmittedAt: Date | null;
  firstSentAt: Date | null;
}

/** What the unit is called and how it stands. */
export function tenantOf({ slug, name, shortName, kind, state, frozen }: UnitRow): NetworkCompliance['items'][number]['tenant'] {
  return { slug, name, shortName, kind, state, frozen };
}

/** How far a unit opened at `openedAt` has come in each round, by its reports (`own`, by round), and whether that is late at `now`. */
export function reportsOf(
  rounds: readonly RoundRow[], own: ReadonlyMap<string, ReportRow> | undefined, openedAt: Date, now: Date,
): NetworkCompliance['items'][number]['reports'] {
  const reports: NetworkCompliance['items'][number]['reports'] = {};
  for (const { id, code, dueToSuperiorAt, dueToProvinceAt } of rounds) {
    const report = own?.get(id);
    const { firstSubmittedAt, firstSentAt } = report ?? { firstSubmittedAt: null, firstSentAt: null };
    reports[code] = { state: report?.state ?? 'open', late: latenessOf({ dueToSuperiorAt, dueToProvinceAt, firstSubmittedAt, firstSentAt }, now, openedAt).late };
  }
  return reports;
}

/** The provincial office first, then by kind and Thai name. */
export function byKindThenName(a: UnitRow, b: UnitRow): number {
  return tenantKinds.indexOf(a.kind) - tenantKinds.indexOf(b.kind) || compareThai(a.name, b.name);
}
