import { Injectable } from '@nestjs/common';
import { checkNoReasons, type Reason } from '@prongsai/kernel/core';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Throws a draft away that was never sent; what has a number is cancelled instead, so that the series has no holes. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    const sent = request.state !== 'draft' || request.number !== null;
    return [...reasonsNotAllowed(actor, 'write', 'Request', request), ...(sent ? [{ code: 'STATE', text: 'ลบได้เฉพาะร่างที่ยังไม่เคยส่ง ใช้ยกเลิกแทน' }] : [])];
  }

  /** Deletes the draft; its uploads stay their uploader's. Throws NOT_FOUND, 403 or 409. */
  async run(actor: TenantActor, id: string): Promise<void> {
    await this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'write', 'Request', request);
      checkNoReasons(this.reasons(actor, request));
      const files = await this.book.filesOf(id);
      await this.transaction.manager.getRepository(PublicationRequest).delete({ tenantId: actor.tenantId, id });
      await this.book.letGo(files.map((file) => file.id));
      await this.audit.record('request.deleted', 'request', id);
    });
  }
}
