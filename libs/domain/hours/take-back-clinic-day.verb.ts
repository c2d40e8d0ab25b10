import { Injectable } from '@nestjs/common';
import { notFound, type Reason } from '@prongsai/kernel/core';
import { isCalendarDay } from '@prongsai/kernel/thai';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ClinicBook } from './clinic-book';
import { ClinicDay } from './clinic.entity';
import { hoursReasons } from './hours-reasons';

/** Takes the change of a clinic's day back: the day is as its week says again. */
@Injectable()
export class TakeBackClinicDay {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
    private readonly book: ClinicBook,
  ) {}

  /** Why this actor cannot take a change back. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Throws NOT_FOUND when the clinic or the change is not there, or 403. */
  async run(actor: TenantActor, id: string, day: string): Promise<void> {
    return this.transaction.act(actor, async () => {
      const clinic = await this.book.lock(actor, id);
      checkAllowed(actor, 'change', 'Hours');
      if (!isCalendarDay(day)) notFound();
      const { affected } = await this.transaction.manager.getRepository(ClinicDay).delete({ tenantId: actor.tenantId, clinicId: id, day });
      if (!affected) notFound();
      await this.audit.record('clinic.day_taken_back', 'clinic', id, { name: clinic.name, day });
    });
  }
}
