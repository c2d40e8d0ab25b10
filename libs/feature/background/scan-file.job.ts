import { Injectable } from '@nestjs/common';
import { AskForWaitingScans, ScanFile } from '@prongsai/domain/files';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Has one received file scanned for viruses; fails, and is tried again ever later, while the scanner is away. */
@Injectable()
export class ScanFileJob implements JobHandler {
  readonly task = 'scan-file';

  constructor(private readonly scan: ScanFile) {}

  async run(payload: JobPayload): Promise<void> {
    await this.scan.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['fileId']));
  }
}

/** Every five minutes: whatever still waits for the scanner. */
@Injectable()
export class ScanWaitingJob implements JobHandler {
  readonly task = 'scan-waiting';

  constructor(private readonly ask: AskForWaitingScans) {}

  async run(): Promise<void> {
    await this.ask.run();
  }
}
