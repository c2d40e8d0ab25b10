import { Injectable } from '@nestjs/common';
import type { ReportView } from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import type { MonitoringReport, ReportFiguresFrozen } from '../monitoring-report.entity';
import type { Round } from '../round.entity';
import { CategoryFigures } from './category-figures.reader';
import { RegisterReader } from './register.reader';
import { countedWindow, type CountedWindow } from './report-window';
import { RequestFigures } from './request-figures.reader';

type Acknowledged = Pick<MonitoringReport, 'acknowledgedBy' | 'acknowledgedAt'>;

/** A report writes itself: everything here is counted from what was done, nothing is typed (SPEC 12). */
@Injectable()
export class ReportFigures {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly categories: CategoryFigures,
    private readonly requests: RequestFigures,
    private readonly register: RegisterReader,
  ) {}

  /** The figures as they stand now; the window is shown whole. Runs in the unit's own transaction: others see no publication. */
  async ofNow(round: Round, report: Acknowledged | null): Promise<ReportFiguresFrozen> {
    const figures = await this.count(round, report, countedWindow({ from: round.windowFrom, until: round.windowUntil }, this.clock.now()));
    return { ...figures, window: { from: round.windowFrom, until: round.windowUntil } };
  }

  /** The figures of a sending at `sentAt`, with the window that they cover: it ends at the sending if that is earlier. */
  ofSending(round: Round, report: Acknowledged, sentAt: Date): Promise<ReportFiguresFrozen> {
    return this.count(round, report, countedWindow({ from: round.windowFrom, until: round.windowUntil }, sentAt));
  }

  private async count(round: Round, report: Acknowledged | null, window: CountedWindow): Promise<ReportFiguresFrozen> {
    return {
      window: window.days,
      categories: await this.categories.count(round.fiscalYear, window),
      requests: await this.requests.count(window),
      webMasters: await this.webMasters(window),
      register: await this.register.list(window, await this.acknowledgementOf(report)),
    };
  }

  /** Web masters on duty at the end of the counted window, in the order of their appointment (seed 003, 3.1). */
  private async webMasters(window: CountedWindow): Promise<ReportView['webMasters']> {
    const rows: Array<ReportView['webMasters'][number] & { inTerm: boolean }> = await this.transaction.manager.query(
      `select account.name, appointment.order_number as "orderNumber", appointment.from_on as "from",
              (appointment.until_on is null or appointment.until_on >= $2::date) as "inTerm"
       from appointment join account on account.id = appointment.account_id
       where appointment.tenant_id = app.tenant_id() and appointment.role = 'web_master' and appointment.from_on <= $2::date
         and (appointment.ended_at is null or appointment.ended_at > $1) and (appointment.suspended_at is null or appointment.suspended_at > $1)
       order by appointment.from_on, account.name`,
      [window.until, window.days.until],
    );
    const inTerm = rows.filter((row) => row.inTerm);
    // A term that ends by its date leaves the last two in force (SPEC 4).
    return (inTerm.length < 2 ? rows : inTerm).map(({ name, orderNumber, from }) => ({ name, orderNumber, from }));
  }

  private async acknowledgementOf(report: Acknowledged | null): Promise<{ by: string; at: Date } | null> {
    if (!report?.acknowledgedBy || !report.acknowledgedAt) return null;
    const [head]: Array<{ name: string }> = await this.transaction.manager.query('select name from account where id = $1', [report.acknowledgedBy]);
    return { by: head?.name ?? '', at: report.acknowledgedAt };
  }
}
