import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { endOfBangkokDayExclusive, formatThaiDate } from '@prongsai/kernel/thai';
import { publicationState, requestLife, requestStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { Publication } from '@prongsai/domain/publishing';
import { checkSeen, deciderReasons, onBehalf, standInOf } from './decision-reasons';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** The written approval of what was allowed verbally; what is published stays until its own end from then on (SPEC 6 and 8). */
@Injectable()
export class ConfirmApproval {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
  ) {}

  /** Why this actor cannot sign it now. Once the item has come down, a signature does not bring it back. */
  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    const reasons = deciderReasons(actor, request);
    const verb = request.state === 'published' ? 'confirmPublished' : 'confirmApproval';
    const obstacle = requestStateObstacle(verb, request.state);
    if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
    else if (!request.verbalDueOn || request.approvedBy) reasons.push({ code: 'STATE', text: 'เรื่องนี้ไม่มีการอนุญาตด้วยวาจาที่รอลงนาม' });
    else if (request.state === 'published' && endOfBangkokDayExclusive(request.verbalDueOn) <= this.clock.now()) {
      reasons.push({ code: 'SIGNATURE_LATE', text: `พ้นกำหนดลงนาม ${formatThaiDate(request.verbalDueOn, 'long')} รายการลงจากเว็บไซต์แล้ว ถ้ายังต้องเผยแพร่ ให้คัดลอกเป็นคำขอใหม่` });
    }
    return reasons;
  }

  /** Signs it. Throws NOT_FOUND, 403, 409, or STALE for another version than was seen. */
  async run(actor: TenantActor, id: string, seenVersion?: number): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      checkSeen(request, seenVersion);
      const now = this.clock.now();
      const { publicationId } = request;
      if (publicationId) {
        await this.keepUntilItsEnd(actor, publicationId);
        // Form and memo are made anew, with the signature.
        await this.outbox.enqueueLong('make-publication-papers', { publicationId }, `make-publication-papers:${publicationId}`);
      }
      const saved = await this.book.save(request, {
        state: request.state === 'published' ? requestLife.confirmPublished.to : requestLife.confirmApproval.to,
        decidedBy: actor.accountId, ...standInOf(actor, request), decidedAt: now, approvedBy: actor.accountId, verbalConfirmedAt: now,
      });
      await this.audit.record('request.confirmed', 'request', id, { ...onBehalf(actor, request), verbalApproverId: request.verbalApproverId, dueOn: request.verbalDueOn });
      const told = { kind: 'confirmed', title: `ลงนามแล้ว “${request.title}”`, body: 'การอนุญาตด้วยวาจาได้รับการยืนยันเป็นหนังสือแล้ว', path: `/t/@/requests/${id}` };
      for (const person of new Set([request.requesterId, ...(request.webMasterId ? [request.webMasterId] : [])])) await this.notifier.toAccount(person, told);
      return saved;
    });
  }

  /** What has ended or come down for another reason stays so. */
  private async keepUntilItsEnd(actor: TenantActor, publicationId: string): Promise<void> {
    const publications = this.transaction.manager.getRepository(Publication);
    const where = { tenantId: actor.tenantId, id: publicationId };
    const publication = await publications.findOneOrFail({ where, lock: { mode: 'pessimistic_write' } });
    const state = publicationState(publication, this.clock.now());
    const goesOn = state === 'live' || state === 'scheduled';
    await publications.update(where, {
      approvalDueAt: null, ...(goesOn ? { liveUntil: publication.publishUntil ? endOfBangkokDayExclusive(publication.publishUntil) : null } : {}),
    });
    await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
  }
}
