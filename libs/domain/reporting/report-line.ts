import type { ReportLine } from '@prongsai/kernel/contracts';
import { latenessOf } from '@prongsai/domain/compliance';
import type { MonitoringReport } from './monitoring-report.entity';
import type { Round } from './round.entity';

type Done = Pick<MonitoringReport, 'id' | 'state' | 'submittedAt' | 'sentAt' | 'firstSubmittedAt' | 'firstSentAt'>;

/** The line of one round for one unit; null is a report that nobody has begun. Lateness is told at `now`. */
export function reportLine(
  unit: { slug: string; name: string; openedAt: Date },
  round: Pick<Round, 'fiscalYear' | 'code' | 'title' | 'dueToSuperiorAt' | 'dueToProvinceAt'>,
  report: Done | null,
  now: Date,
): ReportLine {
  const { dueToSuperiorAt, dueToProvinceAt } = round;
  const done = { firstSubmittedAt: report?.firstSubmittedAt ?? null, firstSentAt: report?.firstSentAt ?? null };
  return {
    id: report?.id ?? null, tenant: { slug: unit.slug, name: unit.name }, fiscalYear: round.fiscalYear, round: round.code, roundTitle: round.title,
    state: report?.state ?? 'open', dueToSuperiorAt: dueToSuperiorAt.toISOString(), submittedAt: report?.submittedAt?.toISOString() ?? null,
    dueToProvinceAt: dueToProvinceAt.toISOString(), sentAt: report?.sentAt?.toISOString() ?? null,
    ...latenessOf({ dueToSuperiorAt, dueToProvinceAt, ...done }, now, unit.openedAt),
  };
}
