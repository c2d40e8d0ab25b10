import { Injectable } from '@nestjs/common';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import { OpenPublicationPapers } from '@prongsai/domain/papers';
import { ExpirePublication } from '@prongsai/domain/publishing';
import { RemindSignature } from '@prongsai/domain/requests';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Records in one unit what time alone has done: periods that ended, signatures that are owed, requirements that lapsed. */
@Injectable()
export class PassTimeJob implements JobHandler {
  readonly task = 'pass-time';

  constructor(
    private readonly expire: ExpirePublication,
    private readonly remind: RemindSignature,
    private readonly judge: JudgeCompliance,
    private readonly papers: OpenPublicationPapers,
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
  ) {}

  async run(payload: JobPayload): Promise<void> {
    const scope = { tenantId: String(payload.tenantId), reach: 'unit' as const };
    for (const id of await this.expire.due(scope)) await this.expire.run(scope, id);
    await this.remind.run(scope);
    await this.judge.run(scope);
    // What waited for its day is on the site now, and its page can be kept.
    for (const publicationId of await this.papers.due(scope)) {
      await this.transaction.act(scope, () => this.outbox.enqueueLong('make-publication-papers', { publicationId }, `make-publication-papers:${publicationId}`));
    }
  }
}
