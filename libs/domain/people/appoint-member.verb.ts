import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newId, notFound, Refusal, type Reason } from '@prongsai/kernel/core';
import type { AppointBody } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Appointment } from './appointment.entity';
import { Member } from './member.entity';

/** Gives a member a role, by order and for a period (seed 000 4.1; MOIT 1). */
@Injectable()
export class AppointMember {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Answers the appointment. Throws NOT_FOUND for a member of another unit, DUPLICATE when the role is held already. */
  async run(actor: TenantActor, memberId: string, input: AppointBody): Promise<Appointment> {
    checkAllowed(actor, 'appoint', 'Member');
    const today = bangkokDay(this.clock.now());
    const fromOn = input.from ?? today;
    if (input.until && input.until < fromOn) {
      throw new Refusal('INVALID', { errors: [{ path: 'until', code: 'reversed', text: 'วันสิ้นสุดอยู่ก่อนวันเริ่ม ตรวจวันที่ทั้งสองช่อง' }] });
    }
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      const member = (await manager.getRepository(Member).findOneBy({ tenantId: actor.tenantId, id: memberId })) ?? notFound();
      checkNoReasons(this.reasons(member, input, fromOn, today));
      const appointment = manager.getRepository(Appointment).create({
        tenantId: actor.tenantId, id: newId(), memberId: member.id, accountId: member.accountId, role: input.role,
        workGroupId: input.workGroupId ?? null, orderNumber: input.orderNumber ?? null, fromOn, untilOn: input.until ?? null,
        createdAt: this.clock.now(), endedAt: null, suspendedAt: null,
      });
      await manager.getRepository(Appointment).insert(appointment);
      await this.audit.record('appointment.made', 'appointment', appointment.id, {
        accountId: member.accountId, role: appointment.role, orderNumber: appointment.orderNumber, from: fromOn, until: appointment.untilOn,
      });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      return appointment;
    });
  }

  private reasons(member: Member, input: AppointBody, fromOn: string, today: string): Reason[] {
    if (member.suspendedAt) return [{ code: 'SUSPENDED', text: 'บัญชีนี้ถูกระงับอยู่ แต่งตั้งผู้อื่น' }];
    // The counter of the rule of two counts from the appointment on, so it may not begin later.
    if (input.role === 'web_master' && fromOn > today) {
      return [{ code: 'FUTURE', text: 'วันที่แต่งตั้ง Web Master ต้องไม่อยู่ในอนาคต บันทึกเมื่อถึงวันที่คำสั่งมีผล' }];
    }
    return [];
  }
}
