import { Injectable } from '@nestjs/common';
import { checkNoReasons, type Reason } from '@prongsai/kernel/core';
import { requestLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ownerReasons } from './owner-reasons';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** The owner calls a request off before it is decided. */
@Injectable()
export class CancelRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return ownerReasons('cancel', actor, request);
  }

  /** Cancels it for good. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<PublicationRequest> {
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'write', 'Request', request);
      checkNoReasons(this.reasons(actor, request));
      const saved = await this.book.save(request, { state: requestLife.cancel.to });
      await this.audit.record('request.cancelled', 'request', id);
      return saved;
    });
  }
}
