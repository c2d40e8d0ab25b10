import { Injectable } from '@nestjs/common';
import { ClearQuarantine } from '@prongsai/domain/files';
import type { JobHandler } from '@prongsai/platform/jobs';

/** Every hour: what killed uploads left behind. */
@Injectable()
export class ClearQuarantineJob implements JobHandler {
  readonly task = 'clear-quarantine';

  constructor(private readonly clear: ClearQuarantine) {}

  async run(): Promise<void> {
    await this.clear.run();
  }
}
