import { Injectable } from '@nestjs/common';
import type { PersonalDataView } from '@prongsai/kernel/contracts';
import { isId, notFound } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { CheckPersonalData } from '@prongsai/domain/personal-data';
import { mayKnow } from './may-know';
import { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** What the personal-data check says of a request, for those who may read it. */
@Injectable()
export class RequestFindingsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
    private readonly book: RequestBook,
    private readonly personalData: CheckPersonalData,
  ) {}

  /** Asks for what nobody has read yet, as of files from before there was a check. Throws NOT_FOUND. */
  async get(actor: TenantActor, id: string): Promise<PersonalDataView> {
    if (!isId(id)) notFound();
    const request = (await this.transaction.manager.getRepository(PublicationRequest).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    if (!mayKnow(actor, request)) notFound();
    const files = await this.book.filesOf(id);
    const view = await this.personalData.tell(request, files);
    const waiting = files.filter((file) => file.state === 'ready' && view.files.some((one) => one.id === file.id && one.state === 'waiting'));
    for (const { id: fileId } of waiting) await this.outbox.enqueueLong('read-file', { fileId }, `read-file:${fileId}`);
    return view;
  }
}
