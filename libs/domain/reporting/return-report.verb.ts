import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { reportLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type Actor, type NetworkActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import type { MonitoringReport } from './monitoring-report.entity';
import { NetworkReportDoor } from './network-report-door';
import { ReportBook } from './report-book';
import { reportReasons } from './report-reasons';
import { reportName, reportPath } from './round.entity';

/** จังหวัดส่งกลับแก้ไข: a supervisor sends a report back with advice; it goes the whole way again. */
@Injectable()
export class ReturnReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: ReportBook,
    private readonly notifier: Notifier,
    private readonly door: NetworkReportDoor,
  ) {}

  reasons(actor: Actor, report: Pick<MonitoringReport, 'state'>): Reason[] {
    return reportReasons('return', actor, report);
  }

  /** Returns it with the advice that the unit reads. Throws NOT_FOUND for a report of another network, 403 or 409. */
  async run(actor: NetworkActor, id: string, comment: string): Promise<{ id: string }> {
    checkAllowed(actor, 'accept', 'NetworkReport');
    const scope = await this.door.scopeOf(actor, id);
    return this.transaction.act({ ...scope, repeat: actor.repeat }, async () => {
      const { round, report } = await this.book.lockById(scope.tenantId, id);
      checkNoReasons(this.reasons(actor, report));
      await this.book.save(report, { state: reportLife.return.to, returnedAt: this.clock.now(), returnComment: comment });
      await this.audit.record('report.returned', 'report', id, { fiscalYear: round.fiscalYear, round: round.code, comment });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      await this.notifier.toRoles(['unit_head', 'approver', 'web_master'], {
        kind: 'report_returned', title: `จังหวัดส่ง${reportName(round)} กลับแก้ไข`, body: comment, path: reportPath(round),
      }, actor.accountId);
      return { id };
    });
  }
}
