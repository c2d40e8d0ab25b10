import { Injectable } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import type { ChangeTenantBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { contactFields, Tenant } from './tenant.entity';

/** Changes what a unit says of itself: its contact fields, who runs its site, who decides and in how many working days. */
@Injectable()
export class ChangeTenant {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** Writes the given fields. A unit that is open may not lose one of the five contact fields. Throws 403 or INVALID. */
  async run(actor: TenantActor, input: ChangeTenantBody): Promise<void> {
    checkAllowed(actor, 'change', 'Tenant');
    await this.transaction.act(actor, async () => {
      const tenants = this.transaction.manager.getRepository(Tenant);
      const tenant = await tenants.findOneOrFail({ where: { id: actor.tenantId }, lock: { mode: 'for_no_key_update' } });
      const lost = Object.entries(contactFields).filter(([field]) => field in input && !input[field as keyof ChangeTenantBody]);
      if (tenant.state === 'live' && lost.length > 0) {
        throw new Refusal('INVALID', { errors: lost.map(([path, words]) => ({ path, code: 'missing', text: `เว็บไซต์ที่เปิดแล้วต้องมี${words} ระบุก่อนบันทึก` })) });
      }
      if (Object.keys(input).length === 0) return;
      await tenants.update({ id: tenant.id }, input);
      await this.audit.record('tenant.changed', 'tenant', tenant.id, { fields: Object.keys(input) });
    });
  }
}
