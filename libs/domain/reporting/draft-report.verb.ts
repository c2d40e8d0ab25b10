import { Injectable } from '@nestjs/common';
import type { ReportDraftBody } from '@prongsai/kernel/contracts';
import { checkNoReasons, type Reason } from '@prongsai/kernel/core';
import { reportLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import type { MonitoringReport } from './monitoring-report.entity';
import { ReportBook, type ReportPlace } from './report-book';
import { reportReasons } from './report-reasons';

/** ร่างรายงาน: a web master writes what the system cannot count, problems and suggestions. */
@Injectable()
export class DraftReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
    private readonly book: ReportBook,
  ) {}

  reasons(actor: TenantActor, report: Pick<MonitoringReport, 'state'>): Reason[] {
    return reportReasons('draft', actor, report);
  }

  /** Writes the given parts; what is left out stays. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, place: ReportPlace, input: ReportDraftBody): Promise<MonitoringReport> {
    checkAllowed(actor, 'draft', 'Report');
    return this.transaction.act(actor, async () => {
      const { report } = await this.book.lock(actor, place);
      checkNoReasons(this.reasons(actor, report));
      const change = {
        state: reportLife.draft.to,
        problems: input.problems === undefined ? report.problems : input.problems,
        suggestions: input.suggestions === undefined ? report.suggestions : input.suggestions,
      };
      // The console saves while one types: saying the same again leaves no trace.
      if (report.state === change.state && report.problems === change.problems && report.suggestions === change.suggestions) return report;
      const saved = await this.book.save(report, change);
      await this.audit.record('report.drafted', 'report', report.id, { ...place });
      return saved;
    });
  }
}
