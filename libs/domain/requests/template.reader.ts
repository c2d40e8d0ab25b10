import { Injectable } from '@nestjs/common';
import type { TemplateView } from '@prongsai/kernel/contracts';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { RemoveTemplate } from './remove-template.verb';
import { RequestTemplate } from './request-template.entity';

/** Reads a unit's templates. */
@Injectable()
export class TemplateReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly remove: RemoveTemplate,
  ) {}

  /** By id, oldest first, behind `after`. Answers at most `limit`. */
  async list(actor: TenantActor, after: string | null, limit: number): Promise<TemplateView[]> {
    const query = this.transaction.manager.getRepository(RequestTemplate).createQueryBuilder('template').where('template.tenantId = :tenantId', { tenantId: actor.tenantId });
    if (after) query.andWhere('template.id > :after', { after });
    return (await query.orderBy('template.id').limit(limit).getMany()).map((template) => this.view(actor, template));
  }

  view(actor: TenantActor, { id, name, fields, madeBy, madeAt }: RequestTemplate): TemplateView {
    const reasons = this.remove.reasons(actor, { madeBy });
    return { id, name, fields, madeAt: madeAt.toISOString(), abilities: { delete: { allowed: reasons.length === 0, reasons } } };
  }
}
