import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';
import { inForceSql } from '@prongsai/domain/people';
import type { AppointedPerson, PersonFacts } from '../paper-facts';

/** Persons as papers name them. Needs an open transaction of the unit. */
@Injectable()
export class PeopleFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** A person with the instant of the act, if it was done. */
  async person(id: string | null, signedAt: string | null): Promise<PersonFacts> {
    const [known]: Array<{ name: string; position: string | null }> = id ? await this.transaction.manager.query('select name, position from account where id = $1', [id]) : [];
    return known ? { ...known, signedAt } : { name: null, position: null, signedAt: null };
  }

  /** The head of the unit today. */
  async head(tenantId: string, signedAt: string | null): Promise<PersonFacts> {
    const [head] = await this.appointed(tenantId, 'unit_head');
    return { name: head?.name ?? null, position: head?.position ?? null, signedAt: head ? signedAt : null };
  }

  /** Who holds a role today, in the order of their appointment. */
  async appointed(tenantId: string, role: TenantRole): Promise<AppointedPerson[]> {
    return this.transaction.manager.query(
      `select account.name, account.position, work_group.name as "workGroup"
       from appointment join account on account.id = appointment.account_id
       left join work_group on work_group.tenant_id = appointment.tenant_id and work_group.id = appointment.work_group_id
       where appointment.tenant_id = $1 and appointment.role = $2 and ${inForceSql('$3::date')}
       order by appointment.from_on, account.name`,
      [tenantId, role, bangkokDay(this.clock.now())],
    );
  }
}
