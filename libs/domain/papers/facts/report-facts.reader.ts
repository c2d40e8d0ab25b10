import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { ReportFigures, Round, type MonitoringReport } from '@prongsai/domain/reporting';
import type { ReportFacts } from '../paper-facts';
import { PeopleFactsReader } from './people-facts.reader';
import { UnitFactsReader } from './unit-facts.reader';
import { deciderOf } from './unit-paper-facts.reader';

type ToldReport = Pick<MonitoringReport, 'state' | 'problems' | 'suggestions' | 'submittedAt' | 'submittedBy' | 'firstSubmittedAt' | 'acknowledgedAt' | 'acknowledgedBy' | 'sentAt' | 'frozen'>;

/** What memo, report and register of a round say: the figures of its sending, or as they stand now. Needs an open transaction of the unit. */
@Injectable()
export class ReportFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly units: UnitFactsReader,
    private readonly people: PeopleFactsReader,
    private readonly figures: ReportFigures,
  ) {}

  async of(tenantId: string, round: Round, report: ToldReport | null): Promise<ReportFacts> {
    const tenant = await this.units.tenant(tenantId);
    const unit = await this.units.of(tenant);
    const isSent = report?.state === 'sent' || report?.state === 'accepted';
    const figures = (isSent && report.frozen) || (await this.figures.ofNow(round, report));
    const reporter = await this.people.person(report?.submittedBy ?? null, report?.submittedAt?.toISOString() ?? null);
    const head = report?.acknowledgedBy ? await this.people.person(report.acknowledgedBy, report.acknowledgedAt?.toISOString() ?? null) : await this.people.head(tenantId, null);
    return {
      unit, fiscalYear: round.fiscalYear, round: { kind: round.kind, title: round.title }, window: figures.window, dueOn: bangkokDay(round.dueToSuperiorAt),
      categories: figures.categories, requests: figures.requests, register: figures.register, webMasters: await this.positionsOf(tenantId, figures.webMasters),
      decider: deciderOf(tenant, unit), problems: report?.problems ?? null, suggestions: report?.suggestions ?? null, reporter, head, via: await this.units.via(tenantId),
      link: null, late: Boolean(report?.firstSubmittedAt && report.firstSubmittedAt > round.dueToSuperiorAt), printedAt: this.clock.now().toISOString(),
      sentAt: isSent ? (report.sentAt?.toISOString() ?? null) : null,
    };
  }

  private async positionsOf(tenantId: string, webMasters: ReadonlyArray<Omit<ReportFacts['webMasters'][number], 'position'>>): Promise<ReportFacts['webMasters']> {
    const rows: Array<{ name: string; position: string | null }> = await this.transaction.manager.query(
      'select account.name, account.position from member join account on account.id = member.account_id where member.tenant_id = $1', [tenantId],
    );
    return webMasters.map((one) => ({ ...one, position: rows.find(({ name }) => name === one.name)?.position ?? null }));
  }
}
