import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, notFound, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Tenant } from '@prongsai/domain/tenant';
import { Appointment } from './appointment.entity';

/** Ends a role. Refused when the unit would be left with fewer web masters than it must have. */
@Injectable()
export class EndAppointment {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Why the appointment cannot be ended now. The database's own CHECK repeats the rule of two for acts that race. */
  reasons(actor: TenantActor, appointment: Pick<Appointment, 'role' | 'suspendedAt'>, tenant: Pick<Tenant, 'state' | 'frozen' | 'activeWebMasters' | 'minWebMasters'>): Reason[] {
    const reasons = reasonsNotAllowed(actor, 'appoint', 'Member');
    const counts = appointment.role === 'web_master' && !appointment.suspendedAt;
    if (counts && tenant.state === 'live' && !tenant.frozen && tenant.activeWebMasters - 1 < tenant.minWebMasters) {
      reasons.push({
        code: 'TWO_WEB_MASTERS',
        text: `นำออกไม่ได้ เพราะจะเหลือ Web Master ${tenant.activeWebMasters - 1} คน ต้องมีอย่างน้อย ${tenant.minWebMasters} คน แต่งตั้งคนแทนก่อน`,
      });
    }
    return reasons;
  }

  /** Ends it from now on. Throws NOT_FOUND, or 409 `TWO_WEB_MASTERS`. */
  async run(actor: TenantActor, memberId: string, appointmentId: string): Promise<void> {
    checkAllowed(actor, 'appoint', 'Member');
    await this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      // The tenant's row first, always in this order, so that two endings queue instead of deadlocking.
      const tenant = await manager.getRepository(Tenant).findOneOrFail({ where: { id: actor.tenantId }, lock: { mode: 'for_no_key_update' } });
      const appointment =
        (await manager.getRepository(Appointment).findOne({
          where: { tenantId: actor.tenantId, id: appointmentId, memberId },
          lock: { mode: 'pessimistic_write' },
        })) ?? notFound();
      if (appointment.endedAt) notFound();
      checkNoReasons(this.reasons(actor, appointment, tenant));
      await manager.getRepository(Appointment).update({ tenantId: actor.tenantId, id: appointment.id }, { endedAt: this.clock.now() });
      await this.audit.record('appointment.ended', 'appointment', appointment.id, { accountId: appointment.accountId, role: appointment.role });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
    });
  }
}
