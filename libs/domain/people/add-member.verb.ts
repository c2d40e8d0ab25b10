import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import type { AddMemberBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { AppointMember } from './appoint-member.verb';
import { MakeAccount, type NewAccount } from './make-account.verb';
import { Member } from './member.entity';

/** Brings a person into the unit with a first appointment. */
@Injectable()
export class AddMember {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly makeAccount: MakeAccount,
    private readonly appoint: AppointMember,
  ) {}

  /** Answers the member's id, the same whether the address was known in the installation or not. */
  async run(actor: TenantActor, input: AddMemberBody, account: Partial<NewAccount> = {}): Promise<string> {
    checkAllowed(actor, 'appoint', 'Member');
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      const accountId = await this.makeAccount.run({ ...account, email: input.email, name: input.name, position: input.position ?? null });
      let member = await manager.getRepository(Member).findOneBy({ tenantId: actor.tenantId, accountId });
      if (!member) {
        member = manager.getRepository(Member).create({ tenantId: actor.tenantId, id: newId(), accountId, createdAt: this.clock.now(), suspendedAt: null, shownPublicly: false });
        await manager.getRepository(Member).insert(member);
        await this.audit.record('member.added', 'member', member.id, { accountId });
      }
      await this.appoint.run(actor, member.id, input.appointment);
      return member.id;
    });
  }
}
