import { Injectable } from '@nestjs/common';
import { Outbox, TenantTransaction, type Scope } from '@prongsai/platform/db';
import { MonitoringReport, Round } from '@prongsai/domain/reporting';
import { ReportFactsReader } from './facts/report-facts.reader';
import { MakePaper } from './make-paper.verb';
import { Paper } from './paper.entity';
import { PaperBook } from './paper-book';

export const reportPaperKinds = ['report_memo', 'monitoring_report', 'report_register'] as const;

/** Makes memo, report and register of a report that was sent; sent again, it gets the next edition. */
@Injectable()
export class MakeReportPapers {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    private readonly book: PaperBook,
    private readonly facts: ReportFactsReader,
    private readonly make: MakePaper,
  ) {}

  /** Throws while the store or the database is away. */
  async run(scope: Scope & { tenantId: string }, reportId: string): Promise<void> {
    for (const { id, state } of await this.open(scope, reportId)) if (state === 'waiting') await this.make.run(scope, id);
  }

  /** Asks for the papers of a sent report that has none. Needs an open transaction. */
  async ask(tenantId: string, report: Pick<MonitoringReport, 'id' | 'state'>): Promise<void> {
    if (report.state !== 'sent' && report.state !== 'accepted') return;
    if (await this.transaction.manager.getRepository(Paper).existsBy({ tenantId, reportId: report.id })) return;
    await this.outbox.enqueueLong('make-report-papers', { reportId: report.id }, `make-report-papers:${report.id}`);
  }

  private open(scope: Scope & { tenantId: string }, reportId: string): Promise<Paper[]> {
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 14))', [reportId]);
      const { tenantId } = scope;
      const report = await manager.getRepository(MonitoringReport).findOneBy({ tenantId, id: reportId });
      if (!report?.sentAt || (report.state !== 'sent' && report.state !== 'accepted')) return [];
      const round = await manager.getRepository(Round).findOneByOrFail({ networkId: report.networkId, id: report.roundId });
      const last = await manager.getRepository(Paper).findOne({ where: { tenantId, reportId, kind: 'monitoring_report' }, order: { edition: 'DESC' } });
      const isOfThisSending = last?.facts.kind === 'monitoring_report' && last.facts.sentAt === report.sentAt.toISOString();
      const edition = isOfThisSending ? last.edition : (last?.edition ?? 0) + 1;
      const facts = await this.facts.of(tenantId, round, report);
      const title = `${round.title} ปีงบประมาณ ${round.fiscalYear}`;
      const requirementCodes = round.kind === 'six_month' || round.kind === 'twelve_month' ? [`report_${round.kind}`] : [];
      const papers: Paper[] = [];
      for (const kind of reportPaperKinds) {
        papers.push(await this.book.open({ tenantId, kind, subjectId: reportId, edition, fiscalYear: round.fiscalYear, title, reportId, requirementCodes, facts: { ...facts, kind } }));
      }
      return papers;
    });
  }
}
