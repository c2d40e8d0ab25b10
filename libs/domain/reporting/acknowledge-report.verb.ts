import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { reportLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import type { MonitoringReport } from './monitoring-report.entity';
import { ReportBook, type ReportPlace } from './report-book';
import { reportReasons } from './report-reasons';

/** ผู้บังคับบัญชารับทราบ: the head takes note (MOIT 1 item 2.1). */
@Injectable()
export class AcknowledgeReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: ReportBook,
  ) {}

  reasons(actor: TenantActor, report: Pick<MonitoringReport, 'state'>): Reason[] {
    return reportReasons('acknowledge', actor, report);
  }

  /** Acknowledges it. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, place: ReportPlace): Promise<MonitoringReport> {
    checkAllowed(actor, 'acknowledge', 'Report');
    return this.transaction.act(actor, async () => {
      const { report } = await this.book.lock(actor, place);
      checkNoReasons(this.reasons(actor, report));
      const saved = await this.book.save(report, { state: reportLife.acknowledge.to, acknowledgedAt: this.clock.now(), acknowledgedBy: actor.accountId });
      await this.audit.record('report.acknowledged', 'report', report.id, { ...place });
      return saved;
    });
  }
}
