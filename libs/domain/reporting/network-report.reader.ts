import { Injectable } from '@nestjs/common';
import type { NetworkReportLine, ReportView, RoundView } from '@prongsai/kernel/contracts';
import { Clock, type Reason } from '@prongsai/kernel/core';
import { networkRoles, type NetworkRole, type ReportState } from '@prongsai/kernel/workflow';
import { networkAbility, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AcceptReport } from './accept-report.verb';
import { NetworkReportDoor } from './network-report-door';
import { reportLine } from './report-line';
import { ReportReader } from './report.reader';
import { ReturnReport } from './return-report.verb';
import type { Round } from './round.entity';
import { roundView, type AfterRound } from './round-view';

type RoundRow = Omit<Round, 'networkId' | 'createdAt'>;

interface BoardRow extends Pick<Round, 'fiscalYear' | 'code' | 'title' | 'dueToSuperiorAt' | 'dueToProvinceAt'> {
  slug: string;
  name: string;
  openedAt: Date;
  id: string | null;
  state: ReportState | null;
  submittedAt: Date | null;
  sentAt: Date | null;
  firstSubmittedAt: Date | null;
  firstSentAt: Date | null;
  acknowledgedBy: string | null;
}

/** Reads rounds and reports of a network through the report views alone. */
@Injectable()
export class NetworkReportReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly door: NetworkReportDoor,
    private readonly reports: ReportReader,
    private readonly accept: AcceptReport,
    private readonly giveBack: ReturnReport,
  ) {}

  /**
   * Every unit of the network in every round of the fiscal year (B.E.), also those that have not begun: by due instant, round
   * and slug; or of one unit alone. Answers at most `limit` after the line `after`.
   */
  async list(actor: NetworkActor, filter: { fiscalYear: number; after: (AfterRound & { slug: string }) | null; slug?: string; limit: number }): Promise<NetworkReportLine[]> {
    // A text of its own for one unit: prepared for both, it would go through every unit.
    const ofOne = filter.slug === undefined ? '' : 'and unit.slug = $6';
    const rows: BoardRow[] = await this.transaction.report({ networkId: actor.networkId }, () =>
      this.transaction.manager.query(
        `select round.fiscal_year as "fiscalYear", round.code, round.title, round.due_to_superior_at as "dueToSuperiorAt", round.due_to_province_at as "dueToProvinceAt",
                unit.slug, unit.name_th as name, unit.created_at as "openedAt", report.id, report.state, report.submitted_at as "submittedAt", report.sent_at as "sentAt",
                report.first_submitted_at as "firstSubmittedAt", report.first_sent_at as "firstSentAt", report.acknowledged_by as "acknowledgedBy"
         from report.round round cross join report.unit unit
         left join report.monitoring_report report on report.tenant_id = unit.tenant_id and report.round_id = round.round_id
         where round.fiscal_year = $1 and ($2::timestamptz is null or (round.due_to_province_at, round.code, unit.slug) > ($2, $3, $4))
           ${ofOne}
         order by round.due_to_province_at, round.code, unit.slug limit $5`,
        [filter.fiscalYear, filter.after?.dueAt ?? null, filter.after?.code ?? null, filter.after?.slug ?? null, filter.limit, ...(filter.slug === undefined ? [] : [filter.slug])],
      ),
    );
    return rows.map((row) => this.line(actor, row));
  }

  /** The network's rounds, the last due first; of one fiscal year (B.E.) or all. Answers at most `limit`. */
  async listRounds(actor: NetworkActor, filter: { fiscalYear?: number; after: AfterRound | null; limit: number }): Promise<RoundView[]> {
    const rows: RoundRow[] = await this.transaction.report({ networkId: actor.networkId }, () =>
      this.transaction.manager.query(
        `select round_id as id, fiscal_year as "fiscalYear", code, kind, title, window_from as "windowFrom", window_until as "windowUntil",
                due_to_superior_at as "dueToSuperiorAt", due_to_province_at as "dueToProvinceAt"
         from report.round
         where ($1::integer is null or fiscal_year = $1) and ($2::timestamptz is null or (due_to_province_at, code) < ($2, $3))
         order by due_to_province_at desc, code desc limit $4`,
        [filter.fiscalYear ?? null, filter.after?.dueAt ?? null, filter.after?.code ?? null, filter.limit],
      ),
    );
    return rows.map(roundView);
  }

  /** One report of a unit of the network, as a network role sees it. Throws NOT_FOUND. */
  async get(actor: NetworkActor, id: string): Promise<ReportView> {
    const scope = await this.door.scopeOf(actor, id);
    const held = actor.roles.filter((role): role is NetworkRole => (networkRoles as readonly string[]).includes(role));
    const inUnit = { ...scope, name: actor.name, roles: held, ability: networkAbility(held, 'tenant') };
    return this.transaction.act(scope, () => this.reports.getById(inUnit, id));
  }

  private line(actor: NetworkActor, row: BoardRow): NetworkReportLine {
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    const { id, state, acknowledgedBy } = row;
    const report = id && state ? { ...row, id, state } : null;
    const known = { state: state ?? ('open' as const), acknowledgedBy };
    return {
      ...reportLine(row, row, report, this.clock.now()),
      abilities: { accept: ability(this.accept.reasons(actor, known)), return: ability(this.giveBack.reasons(actor, known)) },
    };
  }
}
