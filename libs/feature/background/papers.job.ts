import { Injectable } from '@nestjs/common';
import { MakePaper, MakePublicationPapers, MakeReportPapers } from '@prongsai/domain/papers';
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

/** Makes memo, report and register of a report that was sent. */
@Injectable()
export class MakeReportPapersJob implements JobHandler {
  readonly task = 'make-report-papers';

  constructor(private readonly make: MakeReportPapers) {}

  async run(payload: JobPayload): Promise<void> {
    await this.make.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['reportId']));
  }
}

/** Makes one paper that was asked for by itself: an announcement or an order, drafted or signed. */
@Injectable()
export class MakePaperJob implements JobHandler {
  readonly task = 'make-paper';

  constructor(private readonly make: MakePaper) {}

  async run(payload: JobPayload): Promise<void> {
    await this.make.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['paperId']));
  }
}
