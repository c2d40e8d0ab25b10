import { Injectable } from '@nestjs/common';
import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import { Clock, notFound } from '@prongsai/kernel/core';
import { compareThai } from '@prongsai/kernel/thai';
import { tenantKinds, type ReportState, type RequirementStatus, type TenantKind, type TenantState } from '@prongsai/kernel/workflow';
import type { NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { latenessOf } from './lateness';

interface UnitRow {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  kind: TenantKind;
  state: TenantState;
  frozen: boolean;
  webMasters: number;
  openedAt: Date;
  statuses: Record<string, RequirementStatus> | null;
}

interface RoundRow {
  id: string;
  code: string;
  dueToSuperiorAt: Date;
  dueToProvinceAt: Date;
}

interface ReportRow {
  tenantId: string;
  roundId: string;
  state: ReportState;
  firstSubmittedAt: Date | null;
  firstSentAt: Date | null;
}

/** The province's matrix: every unit against every requirement. Reads kept summaries through the report views alone. */
@Injectable()
export class NetworkComplianceReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Every unit of the actor's network in the fiscal year (B.E.), provincial office first, then by Thai name. Throws NOT_FOUND. */
  async ofNetwork(actor: NetworkActor, fiscalYear: number): Promise<NetworkCompliance> {
    return this.transaction.report({ networkId: actor.networkId }, async () => {
      const { manager } = this.transaction;
      const [network]: Array<{ slug: string; name: string }> = await manager.query('select slug, name_th as name from report.network');
      const units: UnitRow[] = await manager.query(
        `select unit.tenant_id as id, unit.slug, unit.name_th as name, unit.short_name_th as "shortName", unit.kind, unit.state, unit.frozen,
                unit.active_web_masters as "webMasters", unit.created_at as "openedAt", kept.statuses
         from report.unit unit
         left join (select tenant_id, json_object_agg(code, status) as statuses from report.requirement where fiscal_year = $1 group by tenant_id) kept
           on kept.tenant_id = unit.tenant_id`,
        [fiscalYear],
      );
      const requirements: Array<{ code: string; title: string }> = await manager.query(
        'select code, min(title) as title from report.requirement where fiscal_year = $1 group by code order by min(ord), code',
        [fiscalYear],
      );
      const rounds: RoundRow[] = await manager.query(
        `select round_id as id, code, due_to_superior_at as "dueToSuperiorAt", due_to_province_at as "dueToProvinceAt"
         from report.round where fiscal_year = $1 order by due_to_province_at, code`,
        [fiscalYear],
      );
      const reports: ReportRow[] = await manager.query(
        `select tenant_id as "tenantId", round_id as "roundId", state, first_submitted_at as "firstSubmittedAt", first_sent_at as "firstSentAt"
         from report.monitoring_report where round_id = any($1)`,
        [rounds.map((round) => round.id)],
      );
      const ofUnit = new Map<string, ReportRow[]>();
      for (const report of reports) ofUnit.set(report.tenantId, [...(ofUnit.get(report.tenantId) ?? []), report]);
      return {
        fiscalYear, network: network ?? notFound(), at: this.clock.now().toISOString(), requirements,
        items: units.sort(byKindThenName).map((unit) => this.item(unit, rounds, ofUnit.get(unit.id) ?? [])),
      };
    });
  }

  private item(unit: UnitRow, rounds: RoundRow[], reports: ReportRow[]): NetworkCompliance['items'][number] {
    const now = this.clock.now();
    const { slug, name, shortName, kind, state, frozen } = unit;
    const own = new Map(reports.map((report) => [report.roundId, report]));
    return {
      tenant: { slug, name, shortName, kind, state, frozen }, statuses: unit.statuses ?? {}, webMasters: unit.webMasters,
      reports: Object.fromEntries(rounds.map((round) => {
        const report = own.get(round.id);
        const done = { firstSubmittedAt: report?.firstSubmittedAt ?? null, firstSentAt: report?.firstSentAt ?? null };
        return [round.code, { state: report?.state ?? 'open', late: latenessOf({ ...round, ...done }, now, unit.openedAt).late }];
      })),
    };
  }
}

function byKindThenName(a: UnitRow, b: UnitRow): number {
  return tenantKinds.indexOf(a.kind) - tenantKinds.indexOf(b.kind) || compareThai(a.name, b.name);
}
