import { Injectable } from '@nestjs/common';
import { newId, notFound } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { MonitoringReport } from './monitoring-report.entity';
import { Round } from './round.entity';

/** Which report of a unit: the fiscal year (B.E.) and the round's code. */
export interface ReportPlace {
  fiscalYear: number;
  round: string;
}

/** A report locked for an act, with its round. */
export interface HeldReport {
  round: Round;
  report: MonitoringReport;
}

/** Where reports are kept: finding the round, loading under lock. Used by the verbs of this room. */
@Injectable()
export class ReportBook {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The round of the unit's network. Throws NOT_FOUND. */
  async round(place: ReportPlace): Promise<Round> {
    return (await this.transaction.manager.getRepository(Round).findOneBy({ fiscalYear: place.fiscalYear, code: place.round })) ?? notFound();
  }

  /**
   * The unit's report of the round, locked until the act commits; one that nobody has begun is begun here, in state open,
   * and is gone again if the act is refused. Throws NOT_FOUND when there is no such round.
   */
  async lock(actor: TenantActor, place: ReportPlace): Promise<HeldReport> {
    const round = await this.round(place);
    const { manager } = this.transaction;
    const begun: unknown[] = await manager.query(
      `insert into monitoring_report (tenant_id, id, network_id, round_id, state) values ($1, $2, $3, $4, 'drafted')
       on conflict (tenant_id, round_id) do nothing returning id`,
      [actor.tenantId, newId(), round.networkId, round.id],
    );
    const report = await manager.getRepository(MonitoringReport).findOneOrFail({
      where: { tenantId: actor.tenantId, roundId: round.id }, lock: { mode: 'pessimistic_write' },
    });
    return { round, report: begun.length > 0 ? { ...report, state: 'open' } : report };
  }

  /** The report of this id in the transaction's unit, locked. Throws NOT_FOUND. */
  async lockById(tenantId: string, id: string): Promise<HeldReport> {
    const { manager } = this.transaction;
    const report = (await manager.getRepository(MonitoringReport).findOne({ where: { tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
    const round = await manager.getRepository(Round).findOneByOrFail({ networkId: report.networkId, id: report.roundId });
    return { round, report };
  }

  /** Writes the changed fields. */
  async save(report: MonitoringReport, change: Partial<MonitoringReport>): Promise<MonitoringReport> {
    await this.transaction.manager.getRepository(MonitoringReport).update({ tenantId: report.tenantId, id: report.id }, change);
    return { ...report, ...change };
  }
}
