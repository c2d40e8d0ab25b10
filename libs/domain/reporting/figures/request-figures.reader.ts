import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { ReportFiguresFrozen } from '../monitoring-report.entity';
import type { CountedWindow } from './report-window';

type RequestCounts = ReportFiguresFrozen['requests'];

/**
 * Counts what became of a unit's requests, from the trail of acts: a request that came back and was sent again was submitted
 * once and returned once. Runs in the unit's own transaction.
 */
@Injectable()
export class RequestFigures {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Requests by what was done with them in the window; refusals by reason, the most frequent first. */
  async count(window: CountedWindow): Promise<RequestCounts> {
    const { manager } = this.transaction;
    const parameters = [window.from, window.until];
    const [acts]: Array<Pick<RequestCounts, 'submitted' | 'approved' | 'refused' | 'returned'>> = await manager.query(
      `select count(distinct subject_id) filter (where act = 'request.submitted')::int as submitted,
              count(distinct subject_id) filter (where act in ('request.approved', 'request.approved_verbally'))::int as approved,
              count(distinct subject_id) filter (where act = 'request.refused')::int as refused,
              count(distinct subject_id) filter (where act = 'request.returned')::int as returned
       from audit_entry where chain_id = app.tenant_id() and subject_type = 'request' and at between $1 and $2`,
      parameters,
    );
    const refusals: RequestCounts['refusals'] = await manager.query(
      `select refusal_reason as reason, count(*)::int as count from publication_request
       where tenant_id = app.tenant_id() and state = 'refused' and decided_at between $1 and $2
       group by refusal_reason order by count(*) desc, refusal_reason`,
      parameters,
    );
    const [median]: Array<{ days: number | null }> = await manager.query(
      `select percentile_cont(0.5) within group (
                order by (request.published_at at time zone 'Asia/Bangkok')::date - (first.at at time zone 'Asia/Bangkok')::date) as days
       from publication_request request
       join lateral (
         select min(at) as at from audit_entry
         where chain_id = app.tenant_id() and subject_type = 'request' and subject_id = request.id::text and act = 'request.submitted') first on true
       where request.tenant_id = app.tenant_id() and request.published_at between $1 and $2`,
      parameters,
    );
    return { submitted: 0, approved: 0, refused: 0, returned: 0, ...acts, refusals, medianDaysToPublish: median?.days ?? null };
  }
}
