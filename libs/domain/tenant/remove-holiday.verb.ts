import { Injectable } from '@nestjs/common';
import { isCalendarDay } from '@prongsai/kernel/thai';
import { notFound } from '@prongsai/kernel/core';
import { checkAllowed, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Holiday } from './holiday.entity';

/** Takes a day off out of the network's list. */
@Injectable()
export class RemoveHoliday {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** `day` is ISO. Throws 403, or NOT_FOUND for a day that is no holiday of the network. */
  async run(actor: NetworkActor, day: string): Promise<void> {
    checkAllowed(actor, 'write', 'Holiday');
    if (!isCalendarDay(day)) notFound();
    await this.transaction.act(actor, async () => {
      const holidays = this.transaction.manager.getRepository(Holiday);
      const there = (await holidays.findOneBy({ networkId: actor.networkId, day })) ?? notFound();
      const { affected } = await holidays.delete({ networkId: actor.networkId, day });
      if (!affected) notFound();
      await this.audit.record('holiday.removed', 'holiday', day, { name: there.name });
    });
  }
}
