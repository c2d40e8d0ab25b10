import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { refusalReasons, requestLife, type RefusalReason } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { checkSeen, decisionReasons, onBehalf, standInOf } from './decision-reasons';
import { OwnerAnswer } from './owner-answer';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** ไม่อนุญาต: final, with the reason told back to the owner (seeds 000 2.1.3, 001 3.2.2, 003 2.3, 004 2.2). */
@Injectable()
export class RefuseRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
    private readonly ownerAnswer: OwnerAnswer,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return decisionReasons('refuse', actor, request);
  }

  /** Refuses it. Throws 403 or 409. */
  async run(actor: TenantActor, id: string, reason: RefusalReason, comment: string | null, seenVersion?: number): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      checkSeen(request, seenVersion);
      const answer = await this.ownerAnswer.give(request, { title: `ไม่อนุญาตให้เผยแพร่ “${request.title}”`, body: `เหตุผล: ${[refusalReasons[reason], comment].filter(Boolean).join(' ')}` });
      const saved = await this.book.save(request, {
        state: requestLife.refuse.to, decidedBy: actor.accountId, ...standInOf(actor, request), decidedAt: this.clock.now(), refusalReason: reason, comment, ...answer,
      });
      await this.audit.record('request.refused', 'request', id, { ...onBehalf(actor, request), reason, comment });
      await this.notifier.toAccount(request.requesterId, {
        kind: 'refused', title: `ไม่อนุญาต “${request.title}”`, body: `เหตุผล: ${[refusalReasons[reason], comment].filter(Boolean).join(' ')}`, path: `/t/@/requests/${id}`,
      });
      return saved;
    });
  }
}
