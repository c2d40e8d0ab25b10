import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { DelegationView } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';
import type { Behalf } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Delegation } from './delegation.entity';
import { EndDelegation } from './end-delegation.verb';
import { delegationInForceSql } from './in-force';

/** Reads who acts for whom in a unit. */
@Injectable()
export class DelegationReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly end: EndDelegation,
  ) {}

  /** Those in force and to come, by their beginning, behind the id `after`. Answers at most `limit`. */
  async list(actor: TenantActor, after: string | null, limit: number): Promise<DelegationView[]> {
    const query = this.transaction.manager.getRepository(Delegation).createQueryBuilder('delegation')
      .where('delegation.tenantId = :tenantId and delegation.endedAt is null and delegation.endsAt > :now', { tenantId: actor.tenantId, now: this.clock.now() });
    if (after) query.andWhere('delegation.id > :after', { after });
    return this.views(actor, await query.orderBy('delegation.id').limit(limit).getMany());
  }

  /** As they are shown, with whether the actor may end each. */
  async views(actor: TenantActor, delegations: readonly Delegation[]): Promise<DelegationView[]> {
    const ids = [...new Set(delegations.flatMap(({ principalId, delegateId }) => [principalId, delegateId]))];
    const people: Array<{ id: string; name: string; position: string | null }> = await this.transaction.manager.query('select id, name, position from account where id = any($1)', [ids]);
    const person = (id: string) => people.find((one) => one.id === id) ?? { id, name: 'ไม่ทราบชื่อ', position: null };
    return delegations.map((delegation) => {
      const reasons = this.end.reasons(actor, delegation);
      return {
        id: delegation.id, principal: person(delegation.principalId), delegate: person(delegation.delegateId), role: delegation.role, kind: delegation.kind, orderNumber: delegation.orderNumber,
        from: bangkokDay(delegation.startsAt), until: bangkokDay(new Date(delegation.endsAt.getTime() - 1)), abilities: { end: { allowed: reasons.length === 0, reasons } },
      };
    });
  }

  /** For whom this person acts now. Runs inside the unit. */
  async findBehalf(accountId: string): Promise<Behalf[]> {
    const now = this.clock.now();
    return this.transaction.manager.query(
      `select delegation.id as "delegationId", delegation.principal_id as "principalId", account.name as "principalName", delegation.role, delegation.kind
       from delegation join account on account.id = delegation.principal_id and account.suspended_at is null
       where delegation.delegate_id = $1 and delegation.tenant_id = app.tenant_id() and ${delegationInForceSql('$2::timestamptz', '$3::date')} order by delegation.id`,
      [accountId, now, bangkokDay(now)],
    );
  }
}
