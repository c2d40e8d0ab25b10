import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import { requestLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { inForceSql, Notifier } from '@prongsai/domain/people';
import { checkSeen, decisionReasons } from './decision-reasons';
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
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return decisionReasons('approve', actor, request);
  }

  /**
   * Allows it and assigns `webMasterId`, or the web master with the fewest open tasks. The assignment routes the
   * work; it is no permission. Throws 403, 409, or INVALID for a person who is no web master today.
   */
  async run(actor: TenantActor, id: string, webMasterId?: string, seenVersion?: number): Promise<PublicationRequest> {
    checkAllowed(actor, 'decide', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkNoReasons(this.reasons(actor, request));
      checkSeen(request, seenVersion);
      const assigned = await this.assign(webMasterId);
      const saved = await this.book.save(request, {
        state: requestLife.approve.to, decidedBy: actor.accountId, approvedBy: actor.accountId, decidedAt: this.clock.now(),
        webMasterId: assigned?.id ?? null, comment: null, refusalReason: null,
      });
      await this.audit.record('request.approved', 'request', id, { webMasterId: assigned?.id ?? null });
      const told = { kind: 'approved', title: `อนุญาตแล้ว “${request.title}”`, body: assigned ? `มอบหมาย ${assigned.name} นำขึ้นเผยแพร่` : '', path: `/t/@/requests/${id}` };
      await this.notifier.toAccount(request.requesterId, told);
      if (assigned && assigned.id !== request.requesterId) await this.notifier.toAccount(assigned.id, told);
      return saved;
    });
  }

  private async assign(webMasterId: string | undefined): Promise<{ id: string; name: string } | null> {
    const webMasters: Array<{ id: string; name: string }> = await this.transaction.manager.query(
      `select account.id, account.name,
              (select count(*)::int from publication_request waiting where waiting.web_master_id = account.id and waiting.state = 'approved') as waiting
       from appointment join account on account.id = appointment.account_id
       where appointment.role = 'web_master' and ${inForceSql('$1::date')}
       order by waiting, account.id`,
      [bangkokDay(this.clock.now())],
    );
    if (!webMasterId) return webMasters[0] ?? null;
    const chosen = webMasters.find((person) => person.id === webMasterId);
    if (!chosen) {
      throw new Refusal('INVALID', { errors: [{ path: 'webMasterId', code: 'not_web_master', text: 'ผู้ที่เลือกไม่ใช่ Web Master ที่มีคำสั่งแต่งตั้งวันนี้ เลือกจากรายการ' }] });
    }
    return chosen;
  }
}
