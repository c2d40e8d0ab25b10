import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay, formatThaiDate, isWorkingDay } from '@prongsai/kernel/thai';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { Notifier } from '@prongsai/domain/people';
import { TenantReader } from '@prongsai/domain/tenant';
import { PublicationRequest } from './publication-request.entity';

/** Reminds those who decide, once each working day, of what was allowed verbally and still owes a signature. */
@Injectable()
export class RemindSignature {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly notifier: Notifier,
    private readonly tenants: TenantReader,
  ) {}

  /** `scope` is the unit's own, with no person. Answers how many requests were reminded of; a repeat on the same day none. */
  async run(scope: Scope & { tenantId: string }): Promise<number> {
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const today = bangkokDay(this.clock.now());
      const owed: Array<{ id: string; title: string; said_at: Date; due_on: string }> = await manager.query(
        `select id, title, verbal_approved_at as said_at, verbal_due_on::text as due_on from publication_request
         where tenant_id = app.tenant_id() and verbal_due_on >= $1 and approved_by is null and state in ('approved_verbally', 'published') and verbal_reminded_on < $1
         order by id for update skip locked`,
        [today],
      );
      if (owed.length === 0) return 0;
      const isOff = !isWorkingDay(today, await this.tenants.listHolidays());
      for (const { id, title, said_at: saidAt, due_on: dueOn } of owed) {
        await manager.getRepository(PublicationRequest).update({ tenantId: scope.tenantId, id }, { verbalRemindedOn: today });
        if (isOff) continue;
        await this.notifier.toRoles(['approver', 'unit_head'], {
          kind: 'signature_reminder', title: `ยังไม่ได้ลงนาม “${title}”`,
          body: `เรื่อง “${title}” อนุญาตด้วยวาจาเมื่อ ${formatThaiDate(bangkokDay(saidAt), 'long')} ลงนามภายใน ${formatThaiDate(dueOn, 'long')} มิฉะนั้นรายการจะลงจากเว็บไซต์`, path: `/t/@/requests/${id}`,
        });
      }
      return isOff ? 0 : owed.length;
    });
  }
}
