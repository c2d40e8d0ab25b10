import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { requestLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { checkSeen, decisionReasons, onBehalf, standInOf } from './decision-reasons';
import { OwnerAnswer } from './owner-answer';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** ส่งกลับแก้ไข: asks the owner for changes; the request comes back by sending it again. */
@Injectable()
export class ReturnRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
    private readonly ownerAnswer: OwnerAnswer,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return decisionReasons('return', actor, request);
  }

  /** Returns it with the advice that the owner reads. Throws 403 or 409. */
  async run(actor: TenantActor, id: string, comment: string, seenVersion?: number): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      checkSeen(request, seenVersion);
      const answer = await this.ownerAnswer.give(request, { title: `ขอให้แก้ไขข้อมูลก่อนเผยแพร่ “${request.title}”`, body: comment });
      const saved = await this.book.save(request, { state: requestLife.return.to, decidedBy: actor.accountId, ...standInOf(actor, request), decidedAt: this.clock.now(), comment, ...answer });
      await this.audit.record('request.returned', 'request', id, { ...onBehalf(actor, request), comment });
      await this.notifier.toAccount(request.requesterId, { kind: 'returned', title: `ส่งกลับแก้ไข “${request.title}”`, body: `${comment} แก้แล้วส่งใหม่ได้`, path: `/t/@/requests/${id}` });
      return saved;
    });
  }
}
