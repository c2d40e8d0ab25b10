import { Injectable } from '@nestjs/common';
import type { PersonalDataView } from '@prongsai/kernel/contracts';
import { isId, notFound } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { CheckPersonalData } from '@prongsai/domain/personal-data';
import { mayKnow } from './may-know';
import { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** What the personal-data check says of a request, for those who may read it. */
@Injectable()
export class RequestFindingsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly book: RequestBook,
    private readonly personalData: CheckPersonalData,
  ) {}

  /** Throws NOT_FOUND. */
  async get(actor: TenantActor, id: string): Promise<PersonalDataView> {
    if (!isId(id)) notFound();
    const request = (await this.transaction.manager.getRepository(PublicationRequest).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    if (!mayKnow(actor, request)) notFound();
    return this.personalData.tell(request, await this.book.filesOf(id));
  }
}
