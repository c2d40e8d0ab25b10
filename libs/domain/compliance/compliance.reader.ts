import { Injectable } from '@nestjs/common';
import type { TenantCompliance } from '@prongsai/kernel/contracts';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Tenant } from '@prongsai/domain/tenant';
import { RequirementStatusRow } from './requirement-status.entity';

/** Reads what a unit's requirements came to. */
@Injectable()
export class ComplianceReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The unit's requirements in the fiscal year (B.E.), in the order of the matrix; none in a year that was never judged. */
  async ofTenant(actor: TenantActor, fiscalYear: number): Promise<TenantCompliance> {
    const { manager } = this.transaction;
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const rows = await manager.getRepository(RequirementStatusRow).find({ where: { tenantId: actor.tenantId, fiscalYear }, order: { ord: 'ASC', code: 'ASC' } });
    return {
      fiscalYear, tenant: { slug: tenant.slug, name: tenant.nameTh }, judgedAt: rows[0]?.judgedAt.toISOString() ?? null,
      items: rows.map(({ code, title, status, dueOn, lapsesOn, facts }) => ({ code, title, status, dueOn, lapsesOn, facts })),
    };
  }
}
