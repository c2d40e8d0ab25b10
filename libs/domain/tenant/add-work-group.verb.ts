import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newId } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { WorkGroup } from './work-group.entity';

/** Adds a section to a unit; in a hospital it then needs two data stewards of its own (seed 004, 4.1). */
@Injectable()
export class AddWorkGroup {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Answers the new group. Throws 403, or 409 when the unit has one of this name. */
  async run(actor: TenantActor, name: string): Promise<WorkGroup> {
    checkAllowed(actor, 'change', 'Tenant');
    return this.transaction.act(actor, async () => {
      const groups = this.transaction.manager.getRepository(WorkGroup);
      if (await groups.existsBy({ tenantId: actor.tenantId, name })) checkNoReasons([{ code: 'DUPLICATE', text: `มีกลุ่มงานชื่อ “${name}” อยู่แล้ว` }]);
      const group = groups.create({ tenantId: actor.tenantId, id: newId(), name, createdAt: this.clock.now() });
      await groups.insert(group);
      await this.audit.record('tenant.work_group_added', 'work_group', group.id, { name });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      return group;
    });
  }
}
