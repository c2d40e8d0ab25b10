import { Injectable } from '@nestjs/common';
import { Clock, isId, newId, notFound, Refusal } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { copiedFields } from './copied-fields';
import { mayKnow } from './may-know';
import { PublicationRequest } from './publication-request.entity';
import { RequestTemplate } from './request-template.entity';

/** Keeps what a request holds under a name, for everyone of the unit to begin with. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the template. Throws NOT_FOUND for a request that the actor may not know, 403, or DUPLICATE for a name in use. */
  async run(actor: TenantActor, requestId: string, name: string): Promise<RequestTemplate> {
    checkAllowed(actor, 'write', 'Request', { requesterId: actor.accountId });
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      if (!isId(requestId)) notFound();
      const request = (await manager.getRepository(PublicationRequest).findOneBy({ tenantId: actor.tenantId, id: requestId })) ?? notFound();
      if (!mayKnow(actor, request)) notFound();
      const template = { tenantId: actor.tenantId, id: newId(), name, fields: copiedFields(request), madeBy: actor.accountId, madeAt: this.clock.now() };
      const made: unknown[] = await manager.query(
        'insert into request_template (id, name, fields, made_by, made_at) values ($1, $2, $3::jsonb, $4, $5) on conflict (tenant_id, name) do nothing returning id',
        [template.id, name, JSON.stringify(template.fields), template.madeBy, template.madeAt],
      );
      if (made.length === 0) throw new Refusal('DUPLICATE', { detail: `มีแม่แบบชื่อ “${name}” อยู่แล้ว ใช้ชื่ออื่น หรือลบแม่แบบเดิมก่อน` });
      await this.audit.record('template.saved', 'template', template.id, { name, requestId });
      return manager.getRepository(RequestTemplate).create(template);
    });
  }
}
