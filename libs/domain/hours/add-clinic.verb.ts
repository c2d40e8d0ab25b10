import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newId, type Reason } from '@prongsai/kernel/core';
import type { ClinicBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ClinicBook } from './clinic-book';
import { Clinic } from './clinic.entity';
import { hoursReasons } from './hours-reasons';

/** A table of clinics stays readable up to here; more are a mistake. */
const mostClinics = 60;

/** Adds a clinic to a unit's table. */
@Injectable()
export class AddClinic {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: ClinicBook,
  ) {}

  /** Why this actor cannot add clinics. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Answers the new clinic's id. Throws 403, DUPLICATE for a name in use, or 409 when there are too many. */
  async run(actor: TenantActor, input: ClinicBody): Promise<string> {
    return this.transaction.act(actor, async () => {
      checkAllowed(actor, 'change', 'Hours');
      const count = await this.book.count(actor);
      if (count >= mostClinics) checkNoReasons([{ code: 'TOO_MANY', text: `ลงได้ไม่เกิน ${mostClinics} คลินิก ลบคลินิกที่เลิกแล้วก่อน` }]);
      await this.book.checkName(actor, input.name, null);
      const { order, ...fields } = input;
      const id = newId();
      await this.transaction.manager.getRepository(Clinic).insert({
        ...fields, tenantId: actor.tenantId, id, version: 1, ord: count + 1, editedBy: actor.accountId, editedAt: this.clock.now(),
      });
      if (order !== undefined) await this.book.place(actor, id, order);
      await this.audit.record('clinic.added', 'clinic', id, { name: input.name });
      return id;
    });
  }
}
