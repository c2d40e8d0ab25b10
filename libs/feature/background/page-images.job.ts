import { Injectable } from '@nestjs/common';
import { MakePageImages, RemovePageImages } from '@prongsai/domain/files';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Draws the pages of one received document, so that a phone can show it. */
@Injectable()
export class MakePageImagesJob implements JobHandler {
  readonly task = 'make-page-images';

  constructor(private readonly make: MakePageImages) {}

  async run(payload: JobPayload): Promise<void> {
    await this.make.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['fileId']));
  }
}

/** Takes the pictures away that nobody needs any more. */
@Injectable()
export class RemovePageImagesJob implements JobHandler {
  readonly task = 'remove-page-images';

  constructor(private readonly remove: RemovePageImages) {}

  async run(payload: JobPayload): Promise<void> {
    await this.remove.run({ tenantId: String(payload.tenantId), reach: 'unit' }, String(payload['previewId']));
  }
}
