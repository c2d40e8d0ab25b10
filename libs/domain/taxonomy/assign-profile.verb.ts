import { Injectable } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import type { TenantKind } from '@prongsai/kernel/workflow';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';

/** The profile that a kind of unit gets when nothing else is said (SPEC 5). */
export function defaultProfileOf(kind: TenantKind): string {
  return kind === 'hospital' ? 'bothong' : 'dho';
}

/** Gives a unit its categories from a fiscal year on. Runs inside the act that opens or changes the unit. */
@Injectable()
export class AssignProfile {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** `fiscalYear` is B.E. Throws INVALID for a profile that does not exist. */
  async run(scope: Scope, profileId: string, fiscalYear: number): Promise<void> {
    await this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const [known] = await manager.query('select 1 from category_profile where id = $1', [profileId]);
      if (!known) throw new Refusal('INVALID', { errors: [{ path: 'profile', code: 'unknown', text: 'ไม่มีชุดหมวดหมู่นี้ เลือกจากรายการ' }] });
      await manager.query(
        `insert into tenant_profile (fiscal_year, profile_id) values ($1, $2)
         on conflict (tenant_id, fiscal_year) do update set profile_id = excluded.profile_id`,
        [fiscalYear, profileId],
      );
      await this.audit.record('tenant.profile_assigned', 'tenant', scope.tenantId ?? null, { profileId, fiscalYear });
    });
  }
}
