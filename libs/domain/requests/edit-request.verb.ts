import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { RequestPatch } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { ownerReasons } from './owner-reasons';
import { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Changes a draft or a returned request. */
@Injectable()
export class EditRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  /** Why this actor cannot edit the request now. */
  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return ownerReasons('edit', actor, request);
  }

  /** Writes the given fields and counts the version up. Throws STALE, with the version that is there, when it moved on. */
  async run(actor: TenantActor, id: string, patch: RequestPatch): Promise<PublicationRequest> {
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'write', 'Request', request);
      checkNoReasons(this.reasons(actor, request));
      const { version, fileIds, ...fields } = request.purpose === 'extend' ? onlyTheEnd(patch) : patch;
      if (version !== request.version) {
        throw new Refusal('STALE', {
          detail: 'เรื่องนี้ถูกแก้ไขไปแล้ว ตรวจทั้งสองฉบับแล้วเลือกฉบับที่จะใช้',
          extra: { current: { ...request, files: (await this.book.filesOf(id)).map((file) => ({ id: file.id, name: file.name })) }, yours: patch },
        });
      }
      if (fileIds) await this.book.attach(actor, id, fileIds);
      const saved = await this.book.save(request, {
        ...fields, version: request.version + 1, lastEditorId: actor.accountId, editedAt: this.clock.now(),
      } as Partial<PublicationRequest>);
      await this.audit.record('request.edited', 'request', id, { version: saved.version, fields: Object.keys(patch).filter((key) => key !== 'version') });
      return saved;
    });
  }
}

/** A request for a later end changes nothing else of what is shown. */
function onlyTheEnd({ version, publishUntil, remarks }: RequestPatch): RequestPatch {
  return { version, ...(publishUntil === undefined ? {} : { publishUntil }), ...(remarks === undefined ? {} : { remarks }) };
}
