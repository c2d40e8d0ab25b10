import { Injectable } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import type { HolidayBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Holiday } from './holiday.entity';

/** Adds a day off of the network: working days skip it, and units that follow the network's holidays are closed. */
@Injectable()
export class AddHoliday {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the day off. Due days that were counted before stay as they were told. Throws 403, or DUPLICATE for a day that is there. */
  async run(actor: NetworkActor, input: HolidayBody): Promise<Holiday> {
    checkAllowed(actor, 'write', 'Holiday');
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      const made: unknown[] = await manager.query('insert into holiday (network_id, day, name) values ($1, $2, $3) on conflict do nothing returning day', [
        actor.networkId, input.day, input.name,
      ]);
      if (made.length === 0) throw new Refusal('DUPLICATE', { detail: 'วันนี้เป็นวันหยุดอยู่แล้ว ถ้าชื่อไม่ถูก ให้ลบแล้วเพิ่มใหม่' });
      await this.audit.record('holiday.added', 'holiday', input.day, { name: input.name });
      return manager.getRepository(Holiday).create({ networkId: actor.networkId, ...input });
    });
  }
}
