import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import type { RequestInput } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Begins a request. Nothing needs to be filled in yet: a draft is saved as it is typed. */
@Injectable()
export class CreateRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  /** Answers the draft; the actor is its requester. Throws 403, or INVALID for files that are not the actor's. */
  async run(actor: TenantActor, input: RequestInput): Promise<PublicationRequest> {
    checkAllowed(actor, 'write', 'Request', { requesterId: actor.accountId });
    return this.transaction.act(actor, async () => {
      const requests = this.transaction.manager.getRepository(PublicationRequest);
      const now = this.clock.now();
      const { fileIds, ...fields } = input;
      const request = requests.create({
        intakeChannel: 'console', requirementCodes: [], recorded: false, ...fields,
        tenantId: actor.tenantId, id: newId(), state: 'draft', version: 1,
        requesterId: actor.accountId, lastEditorId: actor.accountId, createdAt: now, editedAt: now,
      });
      await requests.insert(request);
      if (fileIds?.length) await this.book.attach(actor, request.id, fileIds);
      await this.audit.record('request.created', 'request', request.id);
      return request;
    });
  }
}
