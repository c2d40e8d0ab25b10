import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, isId, notFound, Refusal, type Reason } from '@prongsai/kernel/core';
import { publicationState, publicationStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { In } from 'typeorm';
import { Publication } from './publication.entity';

/** Another live item takes the place of this one: the old link leads to it from then on (SPEC 8). Both were approved by themselves. */
@Injectable()
export class SupersedePublication {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
  ) {}

  /** Why this actor cannot let another item take its place now. */
  reasons(actor: TenantActor, publication: Publication): Reason[] {
    const obstacle = publicationStateObstacle('supersede', publicationState(publication, this.clock.now()));
    return [...reasonsNotAllowed(actor, 'supersede', 'Publication'), ...(obstacle ? [{ code: 'STATE', text: obstacle }] : [])];
  }

  /**
   * Replaces it by `successorId`, a live item of the same unit. What is replaced never shows again, so that links cannot
   * lead in a circle. Throws NOT_FOUND, 403, 409, or INVALID for a successor that is not live.
   */
  async run(actor: TenantActor, id: string, successorId: string, reason: string): Promise<Publication> {
    checkAllowed(actor, 'supersede', 'Publication');
    return this.transaction.act(actor, async () => {
      const [publication, successor] = await this.lockBoth(actor, id, successorId);
      checkNoReasons(this.reasons(actor, publication));
      const now = this.clock.now();
      if (!successor || publicationState(successor, now) !== 'live') {
        throw new Refusal('INVALID', { errors: [{ path: 'successorId', code: 'not_live', text: 'รายการที่มาแทนต้องเผยแพร่อยู่ และไม่ใช่รายการเดียวกัน เลือกจากรายการที่เผยแพร่อยู่' }] });
      }
      const change = { supersededAt: now, supersededBy: actor.accountId, supersedeReason: reason, successorId: successor.id };
      await this.transaction.manager.getRepository(Publication).update({ tenantId: actor.tenantId, id }, change);
      await this.audit.record('publication.superseded', 'publication', id, { successorId: successor.id, successorCode: successor.code, reason });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      await this.notifier.toRoles(['web_master', 'unit_head'], {
        kind: 'superseded', title: `“${publication.title}” มี “${successor.title}” มาแทน`, body: `เหตุผล: ${reason}`, path: `/t/@/publications/${id}`,
      }, actor.accountId);
      return { ...publication, ...change };
    });
  }

  /** Both, locked always in the same order, so that two who replace one by the other do not wait for each other. Only the first must be there. */
  private async lockBoth(actor: TenantActor, id: string, successorId: string): Promise<[Publication, Publication | null]> {
    if (!isId(id)) notFound();
    const both = await this.transaction.manager.getRepository(Publication).find({
      where: { tenantId: actor.tenantId, id: In([id, successorId]) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' },
    });
    return [both.find((one) => one.id === id) ?? notFound(), both.find((one) => one.id === successorId && one.id !== id) ?? null];
  }
}
