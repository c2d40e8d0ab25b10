import { Injectable } from '@nestjs/common';
import type { RequestFiguresView } from '@prongsai/kernel/contracts';
import { bangkokDay, endOfBangkokDayExclusive, fiscalYearWindow, startOfBangkokDay, workingDaysBetween } from '@prongsai/kernel/thai';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { TenantReader } from '@prongsai/domain/tenant';

interface Row {
  submittedAt: Date;
  decidedAt: Date | null;
  publishedAt: Date | null;
  isUrgent: boolean;
}

/** How quickly a unit decides and publishes, in working days against its framework, and how much of it was urgent (SPEC 3 and 6). */
@Injectable()
export class UnitFiguresReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantReader,
  ) {}

  /**
   * Of the requests that were first sent to their last decision in a fiscal year (B.E.). Working days run from the last
   * sending to the decision, spoken or written, and from there to publishing; a later end is allowed, not published.
   */
  async get(actor: TenantActor, fiscalYear: number): Promise<RequestFiguresView> {
    const tenant = await this.tenants.get(actor.tenantId);
    const holidays = await this.tenants.listHolidays();
    const { from, until } = fiscalYearWindow(fiscalYear);
    const rows: Row[] = await this.transaction.manager.query(
      `select submitted_at as "submittedAt", coalesce(verbal_approved_at, decided_at) as "decidedAt", case when purpose is distinct from 'extend' then published_at end as "publishedAt", verbal_approver_id is not null as "isUrgent"
       from publication_request
       where tenant_id = app.tenant_id() and submitted_at >= $1 and submitted_at < $2 and state <> 'cancelled'`,
      [startOfBangkokDay(from), endOfBangkokDayExclusive(until)],
    );
    const days = (start: Date, end: Date) => Math.max(0, workingDaysBetween(bangkokDay(start), bangkokDay(end), holidays));
    const toDecide = rows.flatMap(({ submittedAt, decidedAt }) => (decidedAt ? [days(submittedAt, decidedAt)] : []));
    const toPublish = rows.flatMap(({ decidedAt, publishedAt }) => (decidedAt && publishedAt ? [days(decidedAt, publishedAt)] : []));
    const urgent = rows.filter(({ isUrgent }) => isUrgent).length;
    return {
      fiscalYear, sent: rows.length, urgent, urgentShare: rows.length === 0 ? null : urgent / rows.length,
      decided: { count: toDecide.length, inTime: within(toDecide, tenant.workingDaysToDecide), medianDays: medianOf(toDecide), allowedDays: tenant.workingDaysToDecide },
      published: { count: toPublish.length, inTime: within(toPublish, tenant.workingDaysToPublish), medianDays: medianOf(toPublish), allowedDays: tenant.workingDaysToPublish },
    };
  }
}

function within(days: readonly number[], allowed: number): number {
  return days.filter((one) => one <= allowed).length;
}

function medianOf(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? (sorted[Math.floor(middle)] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
