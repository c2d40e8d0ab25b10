import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** The recorder answered the owner by letter, or in another way that the system does not see. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    const reasons = reasonsNotAllowed(actor, 'write', 'Request', request);
    if (!request.answerOwedAt) reasons.push({ code: 'STATE', text: 'ไม่มีคำตอบที่ค้างแจ้งเจ้าของข้อมูลเป็นหนังสือ' });
    else if (request.answeredAt) reasons.push({ code: 'STATE', text: 'บันทึกว่าตอบเจ้าของข้อมูลแล้ว' });
    return reasons;
  }

  /** `note` says how: number and day of the letter. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string, note: string): Promise<PublicationRequest> {
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'write', 'Request', request);
      checkNoReasons(this.reasons(actor, request));
      const saved = await this.book.save(request, { answeredAt: this.clock.now(), answeredBy: actor.accountId, answerNote: note });
      await this.audit.record('request.answered', 'request', id, { note });
      return saved;
    });
  }
}
