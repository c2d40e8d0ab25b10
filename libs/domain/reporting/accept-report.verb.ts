import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { formatThaiDate } from '@prongsai/kernel/thai';
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

/** จังหวัดรับรายงาน: a supervisor accepts what a unit of the network sent. */
@Injectable()
export class AcceptReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: ReportBook,
    private readonly notifier: Notifier,
    private readonly door: NetworkReportDoor,
  ) {}

  /** Whoever acknowledged the report does not accept it (SPEC 3): a head of the provincial office may hold both roles. */
  reasons(actor: Actor, report: Pick<MonitoringReport, 'state' | 'acknowledgedBy'>): Reason[] {
    const reasons = reportReasons('accept', actor, report);
    if (actor.accountId && actor.accountId === report.acknowledgedBy) {
      reasons.push({ code: 'SAME_PERSON', text: 'ท่านเป็นผู้รับทราบรายงานฉบับนี้ในฐานะหัวหน้าหน่วยงาน ผู้อื่นต้องเป็นผู้รับรายงาน' });
    }
    return reasons;
  }

  /** Accepts it. Throws NOT_FOUND for a report of another network, 403, or 409, `SAME_PERSON` for its own acknowledger. */
  async run(actor: NetworkActor, id: string): Promise<{ id: string }> {
    checkAllowed(actor, 'accept', 'NetworkReport');
    const scope = await this.door.scopeOf(actor, id);
    return this.transaction.act({ ...scope, repeat: actor.repeat }, async () => {
      const { round, report } = await this.book.lockById(scope.tenantId, id);
      checkNoReasons(this.reasons(actor, report));
      const now = this.clock.now();
      await this.book.save(report, { state: reportLife.accept.to, acceptedAt: now, acceptedBy: actor.accountId });
      await this.audit.record('report.accepted', 'report', id, { fiscalYear: round.fiscalYear, round: round.code });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      await this.notifier.toRoles(['unit_head', 'approver', 'web_master'], {
        kind: 'report_accepted', title: `จังหวัดรับ${reportName(round)} แล้ว เมื่อ ${formatThaiDate(now, 'long')}`, body: `ผู้รับรายงาน ${actor.name}`, path: reportPath(round),
      }, actor.accountId);
      return { id };
    });
  }
}
