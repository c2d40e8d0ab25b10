import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { changeReasons, PublicationBook, type PendingChange, type Publication } from '@prongsai/domain/publishing';
import { ChangeBook } from './change-book';
import type { PublicationRequest } from './publication-request.entity';

/** ฉบับใหม่: begins a request that holds what the item says now; once approved and published, the same link shows it (SPEC 6 and 8). */
@Injectable()
export class ReplacePublication {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly publications: PublicationBook,
    private readonly changes: ChangeBook,
  ) {}

  /** Why this actor cannot begin a new version of it now. */
  reasons(actor: TenantActor, publication: Publication, pending: PendingChange | undefined): Reason[] {
    return changeReasons('revise', actor, publication, pending, this.clock.now());
  }

  /** Answers the draft; the actor is its requester. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<PublicationRequest> {
    checkAllowed(actor, 'write', 'Request', { requesterId: actor.accountId });
    return this.transaction.act(actor, async () => {
      const publication = await this.publications.lock(actor, id);
      checkNoReasons(this.reasons(actor, publication, (await this.publications.pendingOf([id])).get(id)));
      return this.changes.open(actor, publication, 'revise', {});
    });
  }
}
