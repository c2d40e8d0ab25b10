import { Injectable } from '@nestjs/common';
import type { Publication } from '@prongsai/domain/publishing';
import type { RequestFacts, WithdrawalNoticeFacts } from '../paper-facts';
import { PeopleFactsReader } from './people-facts.reader';

/** What the notice of a withdrawal says. Needs an open transaction of the unit. */
@Injectable()
export class WithdrawalFactsReader {
  constructor(private readonly people: PeopleFactsReader) {}

  async of(publication: Publication, told: RequestFacts): Promise<WithdrawalNoticeFacts> {
    const withdrawnAt = (publication.withdrawnAt ?? publication.publishedAt).toISOString();
    return {
      kind: 'withdrawal_notice', unit: told.unit, workGroup: told.workGroup, title: publication.title, category: told.category, requestNumber: told.number, link: told.link ?? '',
      publishedAt: publication.publishedAt.toISOString(), withdrawnAt, reason: publication.withdrawReason ?? '',
      webMaster: await this.people.person(publication.withdrawnBy, withdrawnAt), head: await this.people.head(publication.tenantId, null),
    };
  }
}
