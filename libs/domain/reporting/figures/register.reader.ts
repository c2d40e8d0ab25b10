import { Injectable } from '@nestjs/common';
import type { ReportView } from '@prongsai/kernel/contracts';
import { bangkokDay, compareThai, formatThaiDate } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import type { CountedWindow } from './report-window';

type RegisterRow = ReportView['register'][number];

interface Row {
  workGroup: string | null;
  submittedAt: Date;
  title: string;
  details: string | null;
  files: number;
  publishedAt: Date;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  decidedAt: Date;
  decidedBy: string;
  byHead: boolean;
}

/** What a cell of the register holds; the item itself has the rest. */
const summaryLength = 300;

/** The register of publications, per work group (annex of seed 000). Runs in the unit's own transaction. */
@Injectable()
export class RegisterReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * One line for each act of publishing in the window: by Thai name of the group, then by publication and number. The head's
   * note of a line is the decision where the head decided, else `acknowledged`, the head's note of the whole report.
   */
  async list(window: CountedWindow, acknowledged: { by: string; at: Date } | null): Promise<RegisterRow[]> {
    const rows: Row[] = await this.transaction.manager.query(
      `select work_group.name as "workGroup", request.submitted_at as "submittedAt", publication.title, publication.details,
              (select count(*)::int from publication_file file where file.tenant_id = publication.tenant_id and file.publication_id = publication.id) as files,
              publication.published_at as "publishedAt", publication.withdrawn_at as "withdrawnAt", publication.withdraw_reason as "withdrawReason",
              request.decided_at as "decidedAt", decider.name as "decidedBy",
              exists (select from appointment head where head.tenant_id = request.tenant_id and head.account_id = request.approved_by and head.role = 'unit_head'
                      and head.from_on <= (request.decided_at at time zone 'Asia/Bangkok')::date and (head.ended_at is null or head.ended_at > request.decided_at)) as "byHead"
       from publication
       join publication_request request on request.tenant_id = publication.tenant_id and request.id = publication.request_id
       join account decider on decider.id = coalesce(request.approved_by, request.verbal_approver_id)
       left join work_group on work_group.tenant_id = publication.tenant_id and work_group.id = publication.work_group_id
       where publication.tenant_id = app.tenant_id() and publication.published_at between $1 and $2
       order by publication.published_at, request.fiscal_year, request.number`,
      [window.from, window.until],
    );
    const lines = rows.map((row) => lineOf(row, window.until, acknowledged));
    return lines.sort((a, b) => compareThai(a.workGroup, b.workGroup));
  }
}

function lineOf(row: Row, until: Date, acknowledged: { by: string; at: Date } | null): RegisterRow {
  const noted = row.byHead ? { by: row.decidedBy, at: row.decidedAt } : acknowledged;
  const details = (row.details ?? '').replace(/\s+/g, ' ').trim();
  const short = details.length > summaryLength ? `${details.slice(0, summaryLength).trimEnd()}…` : details;
  const files = row.files > 0 ? `เอกสารแนบ ${row.files} รายการ` : '';
  // What happened after the window is for the next report to say.
  const withdrawn = row.withdrawnAt && row.withdrawnAt <= until ? `นำลงเมื่อ ${formatThaiDate(row.withdrawnAt, 'short')} เนื่องจาก ${row.withdrawReason ?? ''}` : '';
  return {
    workGroup: row.workGroup ?? 'ไม่ระบุกลุ่มงาน', date: bangkokDay(row.submittedAt), topic: row.title,
    summary: [short, files, withdrawn].filter(Boolean).join(' ').trim(), publishedOn: bangkokDay(row.publishedAt),
    acknowledgedBy: noted?.by ?? null, acknowledgedOn: noted ? bangkokDay(noted.at) : null,
  };
}
