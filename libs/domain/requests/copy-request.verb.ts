import { Injectable } from '@nestjs/common';
import { Clock, isId, newId, notFound } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { copiedFields } from './copied-fields';
import { mayKnow } from './may-know';
import { PublicationRequest, RequestFile } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Begins a request with what an earlier one held, a refused one as well (SPEC 6): fields and files, not its decisions. */
@Injectable()
export class CopyRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
  ) {}

  /** Answers the new draft; the actor is its requester. An end that has passed is left out. Throws NOT_FOUND or 403. */
  async run(actor: TenantActor, id: string): Promise<PublicationRequest> {
    checkAllowed(actor, 'write', 'Request', { requesterId: actor.accountId });
    return this.transaction.act(actor, async () => {
      if (!isId(id)) notFound();
      const requests = this.transaction.manager.getRepository(PublicationRequest);
      const source = (await requests.findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
      if (!mayKnow(actor, source)) notFound();
      const now = this.clock.now();
      const today = bangkokDay(now);
      const copy = requests.create({
        ...copiedFields(source), dataFrom: source.dataFrom, dataUntil: source.dataUntil, contact: source.contact, recorded: source.recorded,
        publishFrom: source.publishFrom && source.publishFrom > today ? source.publishFrom : today,
        publishUntil: source.publishUntil && source.publishUntil >= today ? source.publishUntil : null,
        tenantId: actor.tenantId, id: newId(), state: 'draft', version: 1, requesterId: actor.accountId, lastEditorId: actor.accountId, createdAt: now, editedAt: now,
      });
      await requests.insert(copy);
      const files = await this.book.filesOf(source.id);
      const usable = files.filter(({ state }) => state !== 'refused');
      if (usable.length > 0) {
        await this.transaction.manager.getRepository(RequestFile).insert(usable.map((file, position) => ({ tenantId: actor.tenantId, requestId: copy.id, fileId: file.id, position })));
      }
      await this.audit.record('request.created', 'request', copy.id, { copiedFrom: source.id });
      return copy;
    });
  }
}
