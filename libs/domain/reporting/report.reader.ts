import { Injectable } from '@nestjs/common';
import type { Abilities, ReportLine, ReportView } from '@prongsai/kernel/contracts';
import { Clock, notFound, type Reason } from '@prongsai/kernel/core';
import { networkRoles, type NetworkRole } from '@prongsai/kernel/workflow';
import { networkAbility, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Tenant } from '@prongsai/domain/tenant';
import { AcceptReport } from './accept-report.verb';
import { AcknowledgeReport } from './acknowledge-report.verb';
import { DraftReport } from './draft-report.verb';
import { ReportFigures } from './figures/report-figures.reader';
import { MonitoringReport, type ReportFiguresFrozen } from './monitoring-report.entity';
import { ReportBook, type ReportPlace } from './report-book';
import { reportLine } from './report-line';
import { ReturnReport } from './return-report.verb';
import type { AfterRound } from './round-view';
import { Round } from './round.entity';
import { SendReport } from './send-report.verb';
import { SubmitReport } from './submit-report.verb';

/** Reads the reports of a unit, with what the actor may do; the console repeats no rule. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly book: ReportBook,
    private readonly figures: ReportFigures,
    private readonly draft: DraftReport,
    private readonly submit: SubmitReport,
    private readonly acknowledge: AcknowledgeReport,
    private readonly send: SendReport,
    private readonly accept: AcceptReport,
    private readonly giveBack: ReturnReport,
  ) {}

  /**
   * The network's rounds with the unit's state, the last due first; of one fiscal year (B.E.), or all that concern the unit:
   * a round that was due before the unit was opened is left out unless a report was begun. Answers at most `limit`.
   */
  async list(actor: TenantActor, filter: { fiscalYear?: number; after: AfterRound | null; limit: number }): Promise<ReportLine[]> {
    const { manager } = this.transaction;
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const query = manager.getRepository(Round).createQueryBuilder('round')
      .leftJoin(MonitoringReport, 'report', 'report.networkId = round.networkId and report.roundId = round.id and report.tenantId = :tenantId', actor)
      .where('round.networkId = :networkId', { networkId: tenant.networkId });
    if (filter.fiscalYear) query.andWhere('round.fiscalYear = :fiscalYear', filter);
    else query.andWhere('(round.dueToProvinceAt >= :openedAt or report.id is not null)', { openedAt: tenant.createdAt });
    if (filter.after) query.andWhere('(round.dueToProvinceAt, round.code) < (:dueAt::timestamptz, :code)', filter.after);
    const rounds = await query.orderBy('round.dueToProvinceAt', 'DESC').addOrderBy('round.code', 'DESC').limit(filter.limit).getMany();
    const reports = await manager.getRepository(MonitoringReport).findBy({ tenantId: actor.tenantId });
    const unit = { slug: tenant.slug, name: tenant.nameTh, openedAt: tenant.createdAt };
    return rounds.map((round) => reportLine(unit, round, reports.find((report) => report.roundId === round.id) ?? null, this.clock.now()));
  }

  /** One report. A network role sees the figures once they are sent, not before (SPEC 3). Throws NOT_FOUND. */
  async get(actor: TenantActor, place: ReportPlace): Promise<ReportView> {
    const { manager } = this.transaction;
    const round = await this.book.round(place);
    const report = await manager.getRepository(MonitoringReport).findOneBy({ tenantId: actor.tenantId, roundId: round.id });
    return this.view(actor, round, report);
  }

  /** The report of this id. Throws NOT_FOUND. */
  async getById(actor: TenantActor, id: string): Promise<ReportView> {
    const { manager } = this.transaction;
    const report = (await manager.getRepository(MonitoringReport).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    return this.view(actor, await manager.getRepository(Round).findOneByOrFail({ networkId: report.networkId, id: report.roundId }), report);
  }

  private async view(actor: TenantActor, round: Round, report: MonitoringReport | null): Promise<ReportView> {
    const tenant = await this.transaction.manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const frozen = report && (report.state === 'sent' || report.state === 'accepted') ? report.frozen : null;
    const figures = frozen ?? (actor.reach === 'unit' ? await this.figures.ofNow(round, report) : withheld(round));
    const names = await this.namesOf([report?.submittedBy, report?.acknowledgedBy]);
    return {
      ...reportLine({ slug: tenant.slug, name: tenant.nameTh, openedAt: tenant.createdAt }, round, report, this.clock.now()),
      ...figures,
      problems: report?.problems ?? null, suggestions: report?.suggestions ?? null, returnComment: report?.returnComment ?? null,
      submittedBy: names.get(report?.submittedBy ?? '') ?? null, acknowledgedBy: names.get(report?.acknowledgedBy ?? '') ?? null,
      acknowledgedAt: report?.acknowledgedAt?.toISOString() ?? null, acceptedAt: report?.acceptedAt?.toISOString() ?? null,
      frozen: frozen !== null, abilities: this.abilities(actor, round, report),
    };
  }

  private abilities(actor: TenantActor, round: Round, report: MonitoringReport | null): Abilities {
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    const state = { state: report?.state ?? ('open' as const), acknowledgedBy: report?.acknowledgedBy ?? null };
    // Accepting is done in the network: a network role that entered the unit is told what it may do there.
    const held = actor.roles.filter((role): role is NetworkRole => (networkRoles as readonly string[]).includes(role));
    const inNetwork = { ...actor, ability: networkAbility(held, 'network') };
    return {
      draft: ability(this.draft.reasons(actor, state)), submit: ability(this.submit.reasons(actor, state, round)),
      acknowledge: ability(this.acknowledge.reasons(actor, state)), send: ability(this.send.reasons(actor, state)),
      accept: ability(this.accept.reasons(inNetwork, state)), return: ability(this.giveBack.reasons(inNetwork, state)),
      // Whether the figures open the list of what they count.
      listCounted: ability(reasonsNotAllowed(actor, 'read', 'Publication')),
    };
  }

  private async namesOf(ids: Array<string | null | undefined>): Promise<Map<string, string>> {
    const known = ids.filter((id): id is string => Boolean(id));
    if (known.length === 0) return new Map();
    const people: Array<{ id: string; name: string }> = await this.transaction.manager.query('select id, name from account where id = any($1)', [known]);
    return new Map(people.map((person) => [person.id, person.name]));
  }
}

/** What a network role sees of figures that are not sent: none, which is not the same as nought. */
function withheld(round: Round): Omit<ReportFiguresFrozen, 'requests'> & { requests: null } {
  return { window: { from: round.windowFrom, until: round.windowUntil }, categories: [], requests: null, webMasters: [], register: [] };
}
