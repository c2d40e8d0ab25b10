import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import { publicationState, publicationStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Publication } from './publication.entity';

/** "Checked, still right" (seed 003, ติดตามและปรับปรุงข้อมูล): one act that records name and date. */
@Injectable()
export class ConfirmCurrent {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /** Why this actor cannot confirm the item now. */
  reasons(actor: TenantActor, publication: Publication): Reason[] {
    const obstacle = publicationStateObstacle('confirmCurrent', publicationState(publication, this.clock.now()));
    return [...reasonsNotAllowed(actor, 'confirm', 'Publication'), ...(obstacle ? [{ code: 'STATE', text: obstacle }] : [])];
  }

  /** Records the check at the business time of now. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<Publication> {
    checkAllowed(actor, 'confirm', 'Publication');
    return this.transaction.act(actor, async () => {
      const publications = this.transaction.manager.getRepository(Publication);
      if (!isId(id)) notFound();
      const publication = (await publications.findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
      checkNoReasons(this.reasons(actor, publication));
      const change = { confirmedCurrentAt: this.clock.now(), confirmedCurrentBy: actor.accountId };
      await publications.update({ tenantId: actor.tenantId, id }, change);
      await this.audit.record('publication.confirmed', 'publication', id);
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      return { ...publication, ...change };
    });
  }
}
