import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { requestLife, requestStateObstacle, takeBackMinutes } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { deciderReasons, onBehalf } from './decision-reasons';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Takes an approval back for a while, as long as no web master has published on it (SPEC 6); the request waits for a decision again. */
@Injectable()
export class TakeBackApproval {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
  ) {}

  /** Why it cannot be taken back by this actor now. A confirmed spoken approval stays: it was given twice. */
  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    const reasons = deciderReasons(actor, request);
    const obstacle = requestStateObstacle('takeBack', request.state);
    if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
    else if (request.verbalApproverId) reasons.push({ code: 'CONFIRMED', text: 'ถอนผลไม่ได้ เรื่องนี้ลงนามยืนยันการอนุญาตด้วยวาจาแล้ว' });
    else if (!request.decidedAt || this.clock.now().getTime() > request.decidedAt.getTime() + takeBackMinutes * 60_000) {
      reasons.push({ code: 'TOO_LATE', text: `ถอนผลการพิจารณาไม่ได้แล้ว เกิน ${takeBackMinutes} นาทีแล้ว ถ้าไม่ควรเผยแพร่ ให้นำลงเมื่อเผยแพร่แล้ว` });
    }
    return reasons;
  }

  /** Takes it back. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      const saved = await this.book.save(request, { state: requestLife.takeBack.to, decidedBy: null, decidedFor: null, decidedAs: null, decidedAt: null, approvedBy: null, webMasterId: null });
      await this.audit.record('request.taken_back', 'request', id, { ...onBehalf(actor, request), approvedBy: request.approvedBy, webMasterId: request.webMasterId });
      const told = { kind: 'taken_back', title: `ถอนผลอนุญาต “${request.title}”`, body: 'เรื่องกลับไปรอพิจารณา ยังไม่ต้องนำขึ้นเผยแพร่', path: `/t/@/requests/${id}` };
      for (const person of new Set([request.requesterId, ...(request.webMasterId ? [request.webMasterId] : [])])) await this.notifier.toAccount(person, told);
      return saved;
    });
  }
}
