import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { contactFields, Tenant } from './tenant.entity';

/** Opens a unit's site to citizens (SPEC 3): two active web masters and the five contact fields first. */
@Injectable()
export class GoLive {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** What is still missing, in Thai; empty when the site may open. */
  reasons(tenant: Tenant): Reason[] {
    const reasons: Reason[] = [];
    if (tenant.state !== 'setting_up') reasons.push({ code: 'STATE', text: 'เว็บไซต์ของหน่วยงานเปิดแล้ว หรือถูกระงับอยู่' });
    if (tenant.activeWebMasters < tenant.minWebMasters) {
      reasons.push({ code: 'WEB_MASTERS', text: `ยังเปิดเว็บไม่ได้ มี Web Master ${tenant.activeWebMasters} คน ต้องมีอย่างน้อย ${tenant.minWebMasters} คน` });
    }
    const missing = Object.entries(contactFields).filter(([field]) => !tenant[field as keyof typeof contactFields]).map(([, words]) => words);
    if (missing.length > 0) reasons.push({ code: 'CONTACT', text: `ยังเปิดเว็บไม่ได้ ยังขาด: ${missing.join(' ')}` });
    return reasons;
  }

  /** Opens the site. Throws 409 with everything that is missing. */
  async run(actor: TenantActor): Promise<Tenant> {
    checkAllowed(actor, 'goLive', 'Tenant');
    return this.transaction.act(actor, async () => {
      const tenants = this.transaction.manager.getRepository(Tenant);
      const tenant = await tenants.findOneOrFail({ where: { id: actor.tenantId }, lock: { mode: 'for_no_key_update' } });
      checkNoReasons(this.reasons(tenant));
      await tenants.update({ id: tenant.id }, { state: 'live', wentLiveAt: this.clock.now() });
      await this.audit.record('tenant.went_live', 'tenant', tenant.id, { slug: tenant.slug });
      return { ...tenant, state: 'live' };
    });
  }
}
