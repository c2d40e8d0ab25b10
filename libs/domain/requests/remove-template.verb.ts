import { Injectable } from '@nestjs/common';
import { isId, notFound, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { RequestTemplate } from './request-template.entity';

/** Throws a template away; requests that began with it stay as they are. */
@Injectable()
export class RemoveTemplate {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** It is its maker's, or the head's. */
  reasons(actor: TenantActor, template: Pick<RequestTemplate, 'madeBy'>): Reason[] {
    return reasonsNotAllowed(actor, 'write', 'Request', { requesterId: template.madeBy });
  }

  /** Throws NOT_FOUND or 403. */
  async run(actor: TenantActor, id: string): Promise<void> {
    await this.transaction.act(actor, async () => {
      if (!isId(id)) notFound();
      const templates = this.transaction.manager.getRepository(RequestTemplate);
      const template = (await templates.findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
      checkAllowed(actor, 'write', 'Request', { requesterId: template.madeBy });
      await templates.delete({ tenantId: actor.tenantId, id });
      await this.audit.record('template.removed', 'template', id, { name: template.name });
    });
  }
}
