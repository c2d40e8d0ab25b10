import { Injectable } from '@nestjs/common';
import { isId, notFound } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Member } from './member.entity';

/** The office decides whether a person's name, position and roles stand on its public page of people, or no longer. */
@Injectable()
export class ShowMember {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** A repeat changes and records nothing. Throws 403, or NOT_FOUND for a member of another unit. */
  async run(actor: TenantActor, memberId: string, isShown: boolean): Promise<void> {
    checkAllowed(actor, 'appoint', 'Member');
    if (!isId(memberId)) notFound();
    await this.transaction.act(actor, async () => {
      const members = this.transaction.manager.getRepository(Member);
      const member = (await members.findOne({ where: { tenantId: actor.tenantId, id: memberId }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
      if (member.shownPublicly === isShown) return;
      await members.update({ tenantId: actor.tenantId, id: memberId }, { shownPublicly: isShown });
      await this.audit.record(isShown ? 'member.shown' : 'member.hidden', 'member', memberId, { accountId: member.accountId });
    });
  }
}
