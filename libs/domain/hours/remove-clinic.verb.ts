import { Injectable } from '@nestjs/common';
import type { Reason } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ClinicBook } from './clinic-book';
import { Clinic } from './clinic.entity';
import { hoursReasons } from './hours-reasons';

/** Takes a clinic out of the unit's table for good, with its changed days. */
@Injectable()
export class RemoveClinic {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
    private readonly book: ClinicBook,
  ) {}

  /** Why this actor cannot remove clinics. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Throws NOT_FOUND or 403. */
  async run(actor: TenantActor, id: string): Promise<void> {
    return this.transaction.act(actor, async () => {
      const clinic = await this.book.lock(actor, id);
      checkAllowed(actor, 'change', 'Hours');
      await this.transaction.manager.getRepository(Clinic).delete({ tenantId: actor.tenantId, id });
      await this.book.place(actor, id, null);
      await this.audit.record('clinic.removed', 'clinic', id, { name: clinic.name });
    });
  }
}
