import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newId, Refusal, type FieldError, type Reason } from '@prongsai/kernel/core';
import type { DelegationBody } from '@prongsai/kernel/contracts';
import { bangkokDay, endOfBangkokDayExclusive, formatThaiDate, startOfBangkokDay } from '@prongsai/kernel/thai';
import { roleWords } from '@prongsai/kernel/workflow';
import { checkAllowed, isAllowed, ownRolesOf, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Delegation } from './delegation.entity';
import { inForceSql } from './in-force';
import { Notifier } from './notifier';

/** Lets somebody act for an approver or head for a while. It ends by itself at the end of its last day. */
@Injectable()
export class GiveDelegation {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly notifier: Notifier,
  ) {}

  /** Why this actor cannot let somebody act for `principalId`: one's own power is one's own; another's is the head's or the network's to give, never a stand-in's. */
  reasons(actor: TenantActor, principalId: string): Reason[] {
    if (actor.accountId === principalId) return [];
    if (actor.reach === 'network' ? isAllowed(actor.ability, 'appoint', 'Member') : ownRolesOf(actor).includes('unit_head')) return [];
    return [{ code: 'NOT_YOURS', text: 'มอบได้เฉพาะหน้าที่ของท่านเอง หน้าที่ของผู้อื่นมอบโดยหัวหน้าหน่วยงาน ผู้ปฏิบัติหน้าที่แทนมอบต่อไม่ได้' }];
  }

  /** Answers the delegation. Throws 403, 409, or INVALID with every person or day that is not right. */
  async run(actor: TenantActor, input: DelegationBody): Promise<Delegation> {
    checkAllowed(actor, 'delegate', 'Member');
    checkNoReasons(this.reasons(actor, input.principalId));
    return this.transaction.act(actor, async () => {
      const now = this.clock.now();
      const today = bangkokDay(now);
      const errors = [...daysWrong(input, today), ...(await this.peopleWrong(input, today))];
      if (errors.length > 0) throw new Refusal('INVALID', { detail: errors[0]?.text, errors });
      const opens = startOfBangkokDay(input.from);
      const delegations = this.transaction.manager.getRepository(Delegation);
      const delegation = delegations.create({
        tenantId: actor.tenantId, id: newId(), principalId: input.principalId, delegateId: input.delegateId, role: input.role, kind: input.kind, orderNumber: input.orderNumber ?? null,
        startsAt: opens, endsAt: endOfBangkokDayExclusive(input.until), givenBy: actor.accountId, givenAt: now, endedAt: null,
      });
      await delegations.insert(delegation);
      await this.audit.record('delegation.given', 'delegation', delegation.id, {
        principalId: input.principalId, delegateId: input.delegateId, role: input.role, kind: input.kind, orderNumber: delegation.orderNumber, from: input.from, until: input.until,
      });
      const message = { kind: 'delegation', title: `มอบหมายให้ทำหน้าที่${roleWords[input.role]}แทน`, body: `${formatThaiDate(input.from, 'long')} ถึง ${formatThaiDate(input.until, 'long')} สิ้นสุดเองเมื่อสิ้นวันสุดท้าย`, path: '/t/@/people' };
      for (const person of [input.principalId, input.delegateId]) if (person !== actor.accountId) await this.notifier.toAccount(person, message);
      return delegation;
    });
  }

  private async peopleWrong({ principalId, delegateId, role }: DelegationBody, today: string): Promise<FieldError[]> {
    const { manager } = this.transaction;
    const held: unknown[] = await manager.query(`select 1 from appointment where account_id = $1 and role = $2 and ${inForceSql('$3::date')}`, [principalId, role, today]);
    const member: unknown[] = await manager.query('select 1 from member where account_id = $1 and tenant_id = app.tenant_id() and suspended_at is null', [delegateId]);
    return [
      ...(held.length > 0 ? [] : [{ path: 'principalId', code: 'not_held', text: `ผู้ที่เลือกไม่ได้ทำหน้าที่${roleWords[role]}อยู่วันนี้ เลือกจากรายการ` }]),
      ...(member.length > 0 ? [] : [{ path: 'delegateId', code: 'not_member', text: 'ผู้ทำหน้าที่แทนต้องเป็นคนทำงานของหน่วยงาน เลือกจากรายการ' }]),
      ...(principalId === delegateId ? [{ path: 'delegateId', code: 'same', text: 'มอบให้ตนเองไม่ได้ เลือกผู้อื่น' }] : []),
    ];
  }
}

function daysWrong({ from, until }: DelegationBody, today: string): FieldError[] {
  return [
    ...(from < today ? [{ path: 'from', code: 'past', text: 'วันเริ่มผ่านไปแล้ว เริ่มวันนี้หรือหลังจากนี้' }] : []),
    ...(until < from ? [{ path: 'until', code: 'reversed', text: 'วันสิ้นสุดอยู่ก่อนวันเริ่ม ตรวจวันที่ทั้งสองช่อง' }] : []),
  ];
}
