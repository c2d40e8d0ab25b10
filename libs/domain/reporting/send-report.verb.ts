import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { reportLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { isLate } from '@prongsai/domain/compliance';
import { isQuiet, Notifier } from '@prongsai/domain/people';
import { TenantReader } from '@prongsai/domain/tenant';
import { ReportFigures } from './figures/report-figures.reader';
import type { MonitoringReport } from './monitoring-report.entity';
import { ReportBook, type ReportPlace } from './report-book';
import { reportReasons } from './report-reasons';
import { reportName, reportPath } from './round.entity';

/** ส่งจังหวัด: the head sends the acknowledged report; its figures are frozen at this instant (SPEC 12). */
@Injectable()
export class SendReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: ReportBook,
    private readonly figures: ReportFigures,
    private readonly notifier: Notifier,
    private readonly tenants: TenantReader,
  ) {}

  reasons(actor: TenantActor, report: Pick<MonitoringReport, 'state'>): Reason[] {
    return reportReasons('send', actor, report);
  }

  /** Sends it. Its first time decides whether it was late to the province. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, place: ReportPlace): Promise<MonitoringReport> {
    checkAllowed(actor, 'send', 'Report');
    return this.transaction.act(actor, async () => {
      const { round, report } = await this.book.lock(actor, place);
      checkNoReasons(this.reasons(actor, report));
      const now = this.clock.now();
      const firstSentAt = report.firstSentAt ?? now;
      const saved = await this.book.save(report, {
        state: reportLife.send.to, sentAt: now, sentBy: actor.accountId, firstSentAt, frozen: await this.figures.ofSending(round, report, now),
        acceptedAt: null, acceptedBy: null, returnedAt: null, returnComment: null,
      });
      await this.audit.record('report.sent', 'report', report.id, { ...place, late: isLate(firstSentAt, round.dueToProvinceAt) });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      // Papers of a history that is only told are made when somebody looks at them.
      if (!isQuiet()) await this.outbox.enqueueLong('make-report-papers', { reportId: report.id }, `make-report-papers:${report.id}`);
      const tenant = await this.tenants.get(actor.tenantId);
      await this.notifier.toSupervisors({
        kind: 'report_sent', title: `${tenant.shortNameTh} ส่ง${reportName(round)}`, body: 'ตรวจแล้วรับรายงาน หรือส่งกลับแก้ไข', path: reportPath(round),
      });
      return saved;
    });
  }
}
