import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { formatThaiDate } from '@prongsai/kernel/thai';
import { requestLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { Assignment } from './assignment';
import { checkSeen, decisionReasons, onBehalf, standInOf } from './decision-reasons';
import { ExtendPublication } from './extend-publication.verb';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** อนุญาต: the head allows it and it goes to a web master (seed 000 2.1.2; seed 003 2.2). */
@Injectable()
export class ApproveRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
    private readonly assignment: Assignment,
    private readonly extension: ExtendPublication,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return decisionReasons('approve', actor, request);
  }

  /**
   * Allows it and assigns `webMasterId`, or the web master with the fewest open tasks. The assignment routes the
   * work; it is no permission. A later end needs nobody to put it online: it is there at once. Throws 403, 409, or INVALID for a person who is no web master today.
   */
  async run(actor: TenantActor, id: string, webMasterId?: string, seenVersion?: number): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      checkSeen(request, seenVersion);
      if (isExtension(request)) return this.allowExtension(actor, request);
      const assigned = await this.assignment.choose(webMasterId);
      const saved = await this.book.save(request, {
        state: requestLife.approve.to, decidedBy: actor.accountId, ...standInOf(actor, request), approvedBy: actor.accountId, decidedAt: this.clock.now(),
        webMasterId: assigned?.id ?? null, comment: null, refusalReason: null,
      });
      await this.audit.record('request.approved', 'request', id, { ...onBehalf(actor, request), webMasterId: assigned?.id ?? null });
      const told = { kind: 'approved', title: `อนุญาตแล้ว “${request.title}”`, body: assigned ? `มอบหมาย ${assigned.name} นำขึ้นเผยแพร่` : '', path: `/t/@/requests/${id}` };
      await this.notifier.toAccount(request.requesterId, told);
      if (assigned && assigned.id !== request.requesterId) await this.notifier.toAccount(assigned.id, told);
      return saved;
    });
  }

  private async allowExtension(actor: TenantActor, request: PublicationRequest & { forPublicationId: string }): Promise<PublicationRequest> {
    const now = this.clock.now();
    const saved = await this.book.save(request, {
      state: requestLife.publish.to, decidedBy: actor.accountId, ...standInOf(actor, request), approvedBy: actor.accountId, decidedAt: now, comment: null, refusalReason: null,
      publishedBy: request.requesterId, publishedAt: now, publicationId: request.forPublicationId,
    });
    await this.audit.record('request.approved', 'request', request.id, { ...onBehalf(actor, request), purpose: request.purpose });
    await this.extension.apply(actor, request);
    await this.notifier.toAccount(request.requesterId, {
      kind: 'extended', title: `อนุญาตให้ขยายเวลา “${request.title}”`,
      body: request.publishUntil ? `แสดงบนเว็บไซต์ถึง ${formatThaiDate(request.publishUntil, 'long')}` : 'แสดงบนเว็บไซต์โดยไม่มีวันครบกำหนด', path: `/t/@/publications/${request.forPublicationId}`,
    });
    return saved;
  }
}

function isExtension(request: PublicationRequest): request is PublicationRequest & { forPublicationId: string } {
  return request.purpose === 'extend';
}
