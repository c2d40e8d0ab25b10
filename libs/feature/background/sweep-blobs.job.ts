import { Injectable } from '@nestjs/common';
import { SweepBlobs } from '@prongsai/domain/files';
import type { JobHandler } from '@prongsai/platform/jobs';

/** Every night: bytes that no file uses. */
@Injectable()
export class SweepBlobsJob implements JobHandler {
  readonly task = 'sweep-blobs';

  constructor(private readonly sweep: SweepBlobs) {}

  async run(): Promise<void> {
    await this.sweep.run();
  }
}
