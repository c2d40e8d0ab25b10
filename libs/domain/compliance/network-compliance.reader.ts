import { Injectable } from '@nestjs/common';
import type { NetworkCompliance, NetworkComplianceCounts } from '@prongsai/kernel/contracts';
import { Clock, notFound } from '@prongsai/kernel/core';
import { requirementStatuses, type RequirementStatus } from '@prongsai/kernel/workflow';
import type { NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { byKindThenName, reportsOf, tenantOf, type ReportRow, type RoundRow, type UnitRow } from './network-rows';

type JudgedUnit = UnitRow & { statuses: Record<string, RequirementStatus> | null };

/** What the province sees. Reads kept summaries through the report views alone: the same speed however much is published. */
@Injectable()
export class NetworkComplianceReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Every unit of the actor's network in the fiscal year (B.E.), provincial office first, then by Thai name. Throws NOT_FOUND. */
  async ofNetwork(actor: NetworkActor, fiscalYear: number): Promise<NetworkCompliance> {
    return this.read(actor, async (now) => {
      const asked = this.query<JudgedUnit>(
        `select unit.tenant_id as id, unit.slug, unit.name_th as name, unit.short_name_th as "shortName", unit.kind, unit.state, unit.frozen,
                unit.active_web_masters as "webMasters", unit.created_at as "openedAt", kept.statuses
         from report.unit unit
         left join report.summary kept on kept.tenant_id = unit.tenant_id and kept.fiscal_year = $1`,
        [fiscalYear],
      );
      const [units, rounds, network] = await Promise.all([asked, this.query<RoundRow>(
        `select round_id as id, code, due_to_superior_at as "dueToSuperiorAt", due_to_province_at as "dueToProvinceAt"
         from report.round where fiscal_year = $1 order by due_to_province_at, code`,
        [fiscalYear],
      ), this.network()]);
      const [requirements, reports] = await Promise.all([this.requirements(fiscalYear, units), this.query<ReportRow>(
        `select tenant_id as "tenantId", round_id as "roundId", state, first_submitted_at as "firstSubmittedAt", first_sent_at as "firstSentAt"
         from report.monitoring_report where round_id = any($1)`,
        [rounds.map((round) => round.id)],
      )]);
      const ofUnit = new Map<string, Map<string, ReportRow>>();
      for (const report of reports) {
        const own = ofUnit.get(report.tenantId) ?? new Map<string, ReportRow>();
        ofUnit.set(report.tenantId, own.set(report.roundId, report));
      }
      return {
        fiscalYear, network, at: now.toISOString(), requirements,
        items: units.sort(byKindThenName).map((unit) => ({
          tenant: tenantOf(unit), statuses: unit.statuses ?? {}, webMasters: unit.webMasters, reports: reportsOf(rounds, ofUnit.get(unit.id), unit.openedAt, now),
        })),
      };
    });
  }

  /** The figures above the matrix, added up by the database. Throws NOT_FOUND. */
  async countsOf(actor: NetworkActor, fiscalYear: number): Promise<NetworkComplianceCounts> {
    return this.read(actor, async (now) => {
      const [sums] = await this.query<Record<RequirementStatus | 'units' | 'withoutGaps' | 'webMastersShort', number>>(
        `select count(*)::int as units, (count(*) filter (where coalesce(kept.missing + kept.overdue, 0) = 0))::int as "withoutGaps",
                (count(*) filter (where unit.frozen or unit.active_web_masters < unit.min_web_masters))::int as "webMastersShort",
                ${requirementStatuses.map((status) => `coalesce(sum(kept.${status}), 0)::int as ${status}`).join(', ')}
         from report.unit unit left join report.summary kept on kept.tenant_id = unit.tenant_id and kept.fiscal_year = $1`,
        [fiscalYear],
      );
      const rounds = await this.query<{ code: string; withProvince: number }>(
        `select code, (select count(*)::int from report.monitoring_report report where report.round_id = round.round_id and report.state in ('sent', 'accepted')) as "withProvince"
         from report.round round where fiscal_year = $1 order by due_to_province_at, code`,
        [fiscalYear],
      );
      const { units, withoutGaps, webMastersShort, ...statuses } = sums ?? notFound();
      return {
        fiscalYear, network: await this.network(), at: now.toISOString(), units, withoutGaps, webMastersShort, statuses,
        reports: Object.fromEntries(rounds.map(({ code, withProvince }) => [code, { withProvince }])),
      };
    });
  }

  private read<T>(actor: NetworkActor, work: (now: Date) => Promise<T>): Promise<T> {
    return this.transaction.report({ networkId: actor.networkId }, () => work(this.clock.now()));
  }

  private query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.transaction.manager.query(sql, parameters);
  }

  private async network(): Promise<{ slug: string; name: string }> {
    const [network] = await this.query<{ slug: string; name: string }>('select slug, name_th as name from report.network');
    return network ?? notFound();
  }

  /** The columns of the matrix: every requirement that some unit was judged on, each with the title of one of its rows. */
  private requirements(fiscalYear: number, units: readonly JudgedUnit[]): Promise<Array<{ code: string; title: string }>> {
    const codes = new Set<string>();
    for (const { statuses } of units) for (const code in statuses) codes.add(code);
    // One look into the index for each code: gathering titles from all rows would read every unit's every requirement.
    return this.query(
      `select wanted.code, known.title from unnest($2::text[]) as wanted (code)
       cross join lateral (select ord, title from report.requirement where fiscal_year = $1 and code = wanted.code limit 1) known
       order by known.ord, wanted.code`,
      [fiscalYear, [...codes]],
    );
  }
}
