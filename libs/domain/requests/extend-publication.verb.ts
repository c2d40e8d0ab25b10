import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { changeReasons, PublicationBook, type PendingChange, type Publication } from '@prongsai/domain/publishing';
import { ChangeBook } from './change-book';
import type { PublicationRequest } from './publication-request.entity';
import { SubmitRequest } from './submit-request.verb';

/** ขยายเวลา: a web master asks for a later end with a reason; it moves when an approver allows it (SPEC 4). */
@Injectable()
export class ExtendPublication {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly publications: PublicationBook,
    private readonly changes: ChangeBook,
    private readonly submit: SubmitRequest,
  ) {}

  /** Why this actor cannot ask for a later end now; what is wrong with the day is told by asking. */
  reasons(actor: TenantActor, publication: Publication, pending: PendingChange | undefined): Reason[] {
    return changeReasons('extend', actor, publication, pending, this.clock.now());
  }

  /** Opens the short request and sends it. `until` is an ISO day, null for no end. Throws NOT_FOUND, 403, 409, or INVALID for a day that is not later. */
  async run(actor: TenantActor, id: string, until: string | null, reason: string): Promise<PublicationRequest> {
    checkAllowed(actor, 'extend', 'Publication');
    return this.transaction.act(actor, async () => {
      const publication = await this.publications.lock(actor, id);
      checkNoReasons(this.reasons(actor, publication, (await this.publications.pendingOf([id])).get(id)));
      checkLater(publication, until);
      const request = await this.changes.open(actor, publication, 'extend', { publishUntil: until, remarks: reason });
      return this.submit.run(actor, request.id);
    });
  }

  /** Moves the end as the request that was just allowed says. Throws 409 when the item is no longer live, or the day no longer later. */
  async apply(actor: TenantActor, request: PublicationRequest & { forPublicationId: string }): Promise<void> {
    const publication = await this.publications.lockFor('extend', actor, request.forPublicationId, this.clock.now());
    checkLater(publication, request.publishUntil);
    await this.publications.moveEnd(publication, request.publishUntil);
    await this.audit.record('publication.extended', 'publication', publication.id, { from: publication.publishUntil, until: request.publishUntil, requestId: request.id, reason: request.remarks });
    await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
  }
}

function checkLater({ publishUntil }: Publication, until: string | null): void {
  if (publishUntil !== null && (until === null || until > publishUntil)) return;
  throw new Refusal('INVALID', { errors: [{ path: 'publishUntil', code: 'not_later', text: 'วันครบกำหนดใหม่ต้องอยู่หลังวันครบกำหนดเดิม เลือกวันที่หลังจากนั้น' }] });
}
