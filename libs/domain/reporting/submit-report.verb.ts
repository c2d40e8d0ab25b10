import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { bangkokDay, formatThaiDate } from '@prongsai/kernel/thai';
import { reportLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { isLate } from '@prongsai/domain/compliance';
import { Notifier } from '@prongsai/domain/people';
import type { MonitoringReport } from './monitoring-report.entity';
import { ReportBook, type ReportPlace } from './report-book';
import { reportReasons } from './report-reasons';
import { reportName, reportPath, type Round } from './round.entity';

/** เสนอผู้บังคับบัญชา: the reporter signs the report and puts it to the head (seed 000, 4.5). */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: ReportBook,
    private readonly notifier: Notifier,
  ) {}

  reasons(actor: TenantActor, report: Pick<MonitoringReport, 'state'>, round: Pick<Round, 'windowFrom'>): Reason[] {
    const reasons = reportReasons('submit', actor, report);
    if (bangkokDay(this.clock.now()) < round.windowFrom) {
      reasons.push({ code: 'NOT_BEGUN', text: `ยังเสนอไม่ได้ ช่วงที่รายงานเริ่ม ${formatThaiDate(round.windowFrom, 'long')}` });
    }
    return reasons;
  }

  /** Submits it, also without a draft. Its first time decides whether it was late to the superior. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, place: ReportPlace): Promise<MonitoringReport> {
    checkAllowed(actor, 'submit', 'Report');
    return this.transaction.act(actor, async () => {
      const { round, report } = await this.book.lock(actor, place);
      checkNoReasons(this.reasons(actor, report, round));
      const now = this.clock.now();
      const firstSubmittedAt = report.firstSubmittedAt ?? now;
      const saved = await this.book.save(report, {
        state: reportLife.submit.to, submittedAt: now, submittedBy: actor.accountId, firstSubmittedAt,
        // What came back goes the whole way again.
        acknowledgedAt: null, acknowledgedBy: null, sentAt: null, sentBy: null,
      });
      await this.audit.record('report.submitted', 'report', report.id, { ...place, late: isLate(firstSubmittedAt, round.dueToSuperiorAt) });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      await this.notifier.toRoles(['unit_head'], {
        kind: 'report_submitted', title: `${reportName(round)} เสนอท่านเพื่อโปรดทราบ`, body: `ผู้รายงาน ${actor.name}`, path: reportPath(round),
      }, actor.accountId);
      return saved;
    });
  }
}
