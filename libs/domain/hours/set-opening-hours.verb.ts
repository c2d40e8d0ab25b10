import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { OpeningHoursBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { hoursReasons } from './hours-reasons';
import { OpeningDay, OpeningHours } from './opening-hours.entity';

/** Writes a unit's opening hours as a whole: its week, its note, its days that differ, what to bring. */
@Injectable()
export class SetOpeningHours {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Why this actor cannot set the hours. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Writes and counts the version up; version 0 says that none were there. Throws 403, or STALE with both versions when somebody was faster. */
  async run(actor: TenantActor, input: OpeningHoursBody): Promise<void> {
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      const hours = manager.getRepository(OpeningHours);
      const there = await hours.findOne({ where: { tenantId: actor.tenantId }, lock: { mode: 'pessimistic_write' } });
      checkAllowed(actor, 'change', 'Hours');
      const { version, days, ...fields } = input;
      if (version !== (there?.version ?? 0)) await this.refuseStale(actor, input);
      const row = { tenantId: actor.tenantId, ...fields, version: version + 1, editedBy: actor.accountId, editedAt: this.clock.now() };
      if (there) await hours.update({ tenantId: actor.tenantId }, row);
      // Two who write the first hours at once: the second waits here and finds that it was late.
      else if (!(await this.insertFirst(row))) await this.refuseStale(actor, input);
      await manager.getRepository(OpeningDay).delete({ tenantId: actor.tenantId });
      if (days.length > 0) await manager.getRepository(OpeningDay).insert(days.map(({ day, hours: ranges, words }) => ({ tenantId: actor.tenantId, day, ranges, words })));
      await this.audit.record('hours.set', 'opening_hours', actor.tenantId, { version: row.version, days: days.length });
    });
  }

  private async insertFirst(row: Omit<OpeningHours, never>): Promise<boolean> {
    const made = await this.transaction.manager.getRepository(OpeningHours).createQueryBuilder().insert().values(row).orIgnore().returning('tenant_id').execute();
    return (made.raw as unknown[]).length > 0;
  }

  private async refuseStale(actor: TenantActor, yours: OpeningHoursBody): Promise<never> {
    const { manager } = this.transaction;
    const current = await manager.getRepository(OpeningHours).findOneBy({ tenantId: actor.tenantId });
    const days = await manager.getRepository(OpeningDay).find({ where: { tenantId: actor.tenantId }, order: { day: 'ASC' } });
    throw new Refusal('STALE', {
      detail: 'เวลาทำการถูกแก้ไขไปแล้ว ตรวจทั้งสองฉบับแล้วเลือกฉบับที่จะใช้',
      extra: { current: current && { ...current, days: days.map(({ day, ranges, words }) => ({ day, hours: ranges, words })) }, yours },
    });
  }
}
