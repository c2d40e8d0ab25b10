import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { FactMoment, FactSource, GatheredFacts, TermFact, WorkGroupFact } from '@prongsai/domain/compliance';

/** Appointed by day $2, and at $1 neither ended nor suspended. */
const held = `appointment.from_on <= $2::date and (appointment.ended_at is null or appointment.ended_at > $1)
  and (appointment.suspended_at is null or appointment.suspended_at > $1)`;

/** What people knows of a unit: its web masters' terms, and the data stewards of its work groups. */
@Injectable()
export class PeopleFacts implements FactSource {
  constructor(private readonly transaction: TenantTransaction) {}

  async gather({ instant, day }: FactMoment): Promise<Pick<GatheredFacts, 'webMasterTerms' | 'workGroups'>> {
    const { manager } = this.transaction;
    const webMasterTerms: TermFact[] = await manager.query(
      `select until_on::text as "untilOn" from appointment where tenant_id = app.tenant_id() and role = 'web_master' and ${held} order by until_on`,
      [instant, day],
    );
    // A steward's term ends by its date: nothing keeps it in force.
    const workGroups: WorkGroupFact[] = await manager.query(
      `select work_group.name, count(distinct appointment.account_id)::int as "dataStewards"
       from work_group
       left join appointment on appointment.tenant_id = work_group.tenant_id and appointment.work_group_id = work_group.id
         and appointment.role = 'data_steward' and ${held} and (appointment.until_on is null or appointment.until_on >= $2::date)
       where work_group.tenant_id = app.tenant_id()
       group by work_group.id, work_group.name order by work_group.name`,
      [instant, day],
    );
    return { webMasterTerms, workGroups };
  }
}
