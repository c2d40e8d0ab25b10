import { Injectable } from '@nestjs/common';
import { MakePublicationPapers } from '@prongsai/domain/papers';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Makes the papers that prove one publication. */
@Injectable()
export class MakePublicationPapersJob implements JobHandler {
  readonly task = 'make-publication-papers';

  constructor(private readonly make: MakePublicationPapers) {}

  async run(payload: JobPayload): Promise<void> {
    await this.make.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['publicationId']));
  }
}
