import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Delegation } from './delegation.entity';
import { GiveDelegation } from './give-delegation.verb';

/** Ends acting for somebody before its time. */
@Injectable()
export class EndDelegation {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly give: GiveDelegation,
  ) {}

  /** Whoever could give it may end it. */
  reasons(actor: TenantActor, delegation: Pick<Delegation, 'principalId' | 'endsAt' | 'endedAt'>): Reason[] {
    const isOver = delegation.endedAt !== null || delegation.endsAt <= this.clock.now();
    return [...this.give.reasons(actor, delegation.principalId), ...(isOver ? [{ code: 'STATE', text: 'การมอบหมายนี้สิ้นสุดแล้ว' }] : [])];
  }

  /** Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<void> {
    checkAllowed(actor, 'delegate', 'Member');
    await this.transaction.act(actor, async () => {
      if (!isId(id)) notFound();
      const delegations = this.transaction.manager.getRepository(Delegation);
      const delegation = (await delegations.findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
      checkNoReasons(this.reasons(actor, delegation));
      await delegations.update({ tenantId: actor.tenantId, id }, { endedAt: this.clock.now() });
      await this.audit.record('delegation.ended', 'delegation', id, { principalId: delegation.principalId, delegateId: delegation.delegateId, role: delegation.role });
    });
  }
}
