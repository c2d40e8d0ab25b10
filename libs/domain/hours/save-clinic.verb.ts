import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { ClinicPatch } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ClinicBook } from './clinic-book';
import { Clinic } from './clinic.entity';
import { hoursReasons } from './hours-reasons';

/** Changes a clinic of a unit. */
@Injectable()
export class SaveClinic {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: ClinicBook,
  ) {}

  /** Why this actor cannot save clinics. */
  reasons(actor: TenantActor): Reason[] {
    return hoursReasons(actor);
  }

  /** Changes a clinic and counts its version up. Throws NOT_FOUND, 403, DUPLICATE, or STALE with both versions. */
  async run(actor: TenantActor, id: string, patch: ClinicPatch): Promise<void> {
    return this.transaction.act(actor, async () => {
      const clinic = await this.book.lock(actor, id);
      checkAllowed(actor, 'change', 'Hours');
      const { version, order, ...fields } = patch;
      if (version !== clinic.version) {
        throw new Refusal('STALE', { detail: `คลินิก${clinic.name}ถูกแก้ไขไปแล้ว ตรวจทั้งสองฉบับแล้วเลือกฉบับที่จะใช้`, extra: { current: clinic, yours: patch } });
      }
      if (fields.name !== undefined) await this.book.checkName(actor, fields.name, id);
      await this.transaction.manager.getRepository(Clinic).update(
        { tenantId: actor.tenantId, id }, { ...fields, version: version + 1, editedBy: actor.accountId, editedAt: this.clock.now() },
      );
      if (order !== undefined) await this.book.place(actor, id, order);
      await this.audit.record('clinic.changed', 'clinic', id, { name: fields.name ?? clinic.name, fields: Object.keys(patch).filter((key) => key !== 'version') });
    });
  }
}
