import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, notFound } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Tenant } from '@prongsai/domain/tenant';
import { Member } from './member.entity';
import { Notifier } from './notifier';

/**
 * Suspends a person in a unit for safety, a network administrator's act. It may leave fewer than two web masters:
 * publishing then freezes and the head is told (SPEC 4).
 */
@Injectable()
export class SuspendMember {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
  ) {}

  /** Answers whether publishing froze. A second suspension changes nothing. Throws NOT_FOUND. */
  async run(actor: TenantActor, memberId: string): Promise<{ frozen: boolean }> {
    checkAllowed(actor, 'suspend', 'Member');
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      await manager.getRepository(Tenant).findOneOrFail({ where: { id: actor.tenantId }, lock: { mode: 'for_no_key_update' } });
      const member = (await manager.getRepository(Member).findOneBy({ tenantId: actor.tenantId, id: memberId })) ?? notFound();
      if (member.suspendedAt) checkNoReasons([{ code: 'SUSPENDED', text: 'บัญชีนี้ถูกระงับอยู่แล้ว' }]);
      const now = this.clock.now();
      await manager.getRepository(Member).update({ tenantId: actor.tenantId, id: memberId }, { suspendedAt: now });
      await manager.query(
        'update appointment set suspended_at = $1 where tenant_id = $2 and account_id = $3 and ended_at is null and suspended_at is null',
        [now, actor.tenantId, member.accountId],
      );
      await this.audit.record('member.suspended', 'member', memberId, { accountId: member.accountId });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
      if (tenant.frozen) {
        await this.notifier.toRoles(['unit_head'], {
          kind: 'web_master_short',
          title: `${tenant.shortNameTh} มี Web Master ${tenant.activeWebMasters} คน ต้องมีอย่างน้อย ${tenant.minWebMasters} คน`,
          body: 'พักการเผยแพร่ไว้จนกว่าจะแต่งตั้ง Web Master ครบ',
          path: `/t/@/people`,
        });
      }
      return { frozen: tenant.frozen };
    });
  }
}
