import { Injectable } from '@nestjs/common';
import { Clock, newId, Refusal } from '@prongsai/kernel/core';
import type { OpenTenantBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Tenant } from './tenant.entity';
import { WorkGroup } from './work-group.entity';

/** Slugs that are hosts of the service itself (SPEC 3). */
export const reservedSlugs = ['console', 'www', 'api', 'mail'] as const;

/** How a unit decides on publishing, where its framework says so. */
export type Framework = Partial<
  Pick<Tenant, 'formVariant' | 'decidedBy' | 'verbalApprovalAllowed' | 'workingDaysToDecide' | 'workingDaysToPublish' | 'workingDaysToConfirm' | 'note' | 'parentId' | 'districtEn'>
>;

/** Opens a unit in the actor's network: one form, no DDL. The unit is set up by its own people afterwards. */
@Injectable()
export class OpenTenant {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** The scope in which a new unit is made: the network's, and the new unit's own id. */
  static scopeFor(actor: NetworkActor, tenantId = newId()) {
    return { accountId: actor.accountId, networkId: actor.networkId, tenantId, reach: 'network' as const, repeat: actor.repeat };
  }

  /** Answers the new unit, in state setting_up. Throws DUPLICATE for a slug in use, INVALID for a reserved one. */
  async run(actor: NetworkActor, scope: ReturnType<typeof OpenTenant.scopeFor>, input: OpenTenantBody, framework: Framework = {}): Promise<Tenant> {
    checkAllowed(actor, 'open', 'Tenant');
    if ((reservedSlugs as readonly string[]).includes(input.slug)) {
      throw new Refusal('INVALID', { errors: [{ path: 'slug', code: 'reserved', text: `ชื่อ ${input.slug} เป็นที่อยู่ของระบบ เลือกชื่ออื่น` }] });
    }
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const now = this.clock.now();
      const { name, nameEn, shortName, district, ...rest } = input;
      const tenant = manager.getRepository(Tenant).create({
        formVariant: 'regional', decidedBy: 'unit_head', verbalApprovalAllowed: false, workingDaysToDecide: 3, workingDaysToPublish: 1, workingDaysToConfirm: 3,
        ...rest, ...framework,
        id: scope.tenantId, networkId: scope.networkId, state: 'setting_up', minWebMasters: 2, createdAt: now,
        nameTh: name, shortNameTh: shortName, nameEn: nameEn ?? null, districtTh: district ?? null, intakeEmail: input.email ?? null,
      });
      // Another network's slug is invisible here: the unique key speaks, and the filter says DUPLICATE.
      await manager.getRepository(Tenant).insert(tenant);
      if (input.siteWorkGroup) {
        await manager.getRepository(WorkGroup).insert({ tenantId: tenant.id, id: newId(), name: input.siteWorkGroup, createdAt: now });
      }
      await this.audit.record('tenant.opened', 'tenant', tenant.id, { slug: tenant.slug, kind: tenant.kind });
      return manager.getRepository(Tenant).findOneByOrFail({ id: tenant.id });
    });
  }
}
