import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import { publicationState, publicationStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { isQuiet, Notifier } from '@prongsai/domain/people';
import { Publication } from './publication.entity';

/** Takes an item down before its time, with an explanation for citizens (seed 000 4.2; SPEC 8). */
@Injectable()
export class WithdrawPublication {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
  ) {}

  /** Why the item cannot be taken down by this actor now. */
  reasons(actor: TenantActor, publication: Publication): Reason[] {
    const obstacle = publicationStateObstacle('withdraw', publicationState(publication, this.clock.now()));
    return [...reasonsNotAllowed(actor, 'withdraw', 'Publication'), ...(obstacle ? [{ code: 'STATE', text: obstacle }] : [])];
  }

  /**
   * Takes it down at once. `reason` is shown on the permanent link; `inError` says that it should never have been shown:
   * then the link tells nothing of it, and the reason stays in the office. Throws NOT_FOUND, 403 or 409.
   */
  async run(actor: TenantActor, id: string, reason: string, inError = false): Promise<Publication> {
    checkAllowed(actor, 'withdraw', 'Publication');
    return this.transaction.act(actor, async () => {
      const publications = this.transaction.manager.getRepository(Publication);
      if (!isId(id)) notFound();
      const publication = (await publications.findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
      checkNoReasons(this.reasons(actor, publication));
      const change = { withdrawnAt: this.clock.now(), withdrawnBy: actor.accountId, withdrawReason: reason, withdrawnInError: inError };
      await publications.update({ tenantId: actor.tenantId, id }, change);
      await this.audit.record('publication.withdrawn', 'publication', id, { reason, ...(inError ? { inError } : {}) });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      // The notice to the head; of a history that is only told it is made when somebody looks.
      if (!isQuiet()) await this.outbox.enqueueLong('make-publication-papers', { publicationId: id }, `make-publication-papers:${id}`);
      await this.notifier.toRoles(['web_master', 'unit_head'], {
        kind: 'withdrawn', title: `นำ “${publication.title}” ลงจากเว็บไซต์${inError ? ' เพราะเผยแพร่โดยผิดพลาด' : ''}`, body: `เหตุผล: ${reason}`, path: `/t/@/publications/${id}`,
      }, actor.accountId);
      return { ...publication, ...change };
    });
  }
}
