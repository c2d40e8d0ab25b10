import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { ClinicDayBody } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay } from '@prongsai/kernel/thai';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ClinicBook } from './clinic-book';
import { ClinicDay } from './clinic.entity';
import { hoursReasons } from './hours-reasons';

/** How far ahead a day may be changed. */
const daysAhead = 366;

/** Gives a clinic other hours on one calendar day, or none (งด). A second change of the day replaces the first. */
@Injectable()
export class ChangeClinicDay {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: ClinicBook,
  ) {}

  /** Why this actor cannot change a day. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Throws NOT_FOUND, 403, or INVALID for a day gone by or more than a year ahead. */
  async run(actor: TenantActor, id: string, { day, hours: ranges, words }: ClinicDayBody): Promise<void> {
    return this.transaction.act(actor, async () => {
      const clinic = await this.book.lock(actor, id);
      checkAllowed(actor, 'change', 'Hours');
      const today = bangkokDay(this.clock.now());
      if (day < today) throw wrongDay('เปลี่ยนวันที่ผ่านไปแล้วไม่ได้ เลือกวันนี้หรือวันข้างหน้า');
      if (day > addDays(today, daysAhead)) throw wrongDay('เลือกวันภายในหนึ่งปีข้างหน้า');
      await this.transaction.manager.getRepository(ClinicDay).upsert(
        { tenantId: actor.tenantId, clinicId: id, day, ranges, words: words ?? null, editedBy: actor.accountId, editedAt: this.clock.now() },
        ['tenantId', 'clinicId', 'day'],
      );
      await this.audit.record('clinic.day_changed', 'clinic', id, { name: clinic.name, day, cancelled: ranges.length === 0 });
    });
  }
}

function wrongDay(text: string): Refusal {
  return new Refusal('INVALID', { detail: text, errors: [{ path: 'day', code: 'day', text }] });
}
