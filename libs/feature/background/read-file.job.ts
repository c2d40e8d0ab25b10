import { Injectable } from '@nestjs/common';
import { ReadFile } from '@prongsai/domain/personal-data';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Looks for personal data in one received file. */
@Injectable()
export class ReadFileJob implements JobHandler {
  readonly task = 'read-file';

  constructor(private readonly read: ReadFile) {}

  async run(payload: JobPayload): Promise<void> {
    await this.read.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['fileId']));
  }
}
