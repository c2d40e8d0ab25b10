import { Injectable } from '@nestjs/common';
import { bangkokDay } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { latenessOf, type FactMoment, type FactSource, type GatheredFacts, type RoundFact } from '@prongsai/domain/compliance';
import { Tenant } from '@prongsai/domain/tenant';
import { MonitoringReport } from '../monitoring-report.entity';
import { Round } from '../round.entity';

/** What reporting knows of a unit: how far it is with the rounds of the year. */
@Injectable()
export class ReportingFacts implements FactSource {
  constructor(private readonly transaction: TenantTransaction) {}

  async gather({ fiscalYear, instant }: FactMoment): Promise<Pick<GatheredFacts, 'rounds'>> {
    const { manager } = this.transaction;
    const [tenant] = await manager.getRepository(Tenant).createQueryBuilder('tenant').where('tenant.id = app.tenant_id()').getMany();
    if (!tenant) throw new Error('facts are gathered in a unit\'s own transaction');
    const rounds = await manager.getRepository(Round).find({ where: { networkId: tenant.networkId, fiscalYear }, order: { dueToProvinceAt: 'ASC', code: 'ASC' } });
    const reports = await manager.getRepository(MonitoringReport).findBy({ tenantId: tenant.id });
    return { rounds: rounds.map((round) => factOf(round, reports.find((report) => report.roundId === round.id) ?? null, instant, tenant.createdAt)) };
  }
}

function factOf(round: Round, report: MonitoringReport | null, instant: Date, openedAt: Date): RoundFact {
  const { kind, windowFrom, dueToSuperiorAt, dueToProvinceAt } = round;
  const firstSubmittedAt = report?.firstSubmittedAt ?? null;
  const firstSentAt = report?.firstSentAt ?? null;
  const next = firstSubmittedAt ? dueToProvinceAt : dueToSuperiorAt < dueToProvinceAt ? dueToSuperiorAt : dueToProvinceAt;
  const last = dueToSuperiorAt > dueToProvinceAt ? dueToSuperiorAt : dueToProvinceAt;
  return {
    kind, windowFrom, dueOn: bangkokDay(next), lastDueOn: bangkokDay(last), state: report?.state ?? 'open',
    late: latenessOf({ dueToSuperiorAt, dueToProvinceAt, firstSubmittedAt, firstSentAt }, instant, openedAt).late,
    sentOn: firstSentAt ? bangkokDay(firstSentAt) : null,
  };
}
