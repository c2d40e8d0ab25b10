import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import type { StoredFile } from '../stored-file.entity';
import { FilePreview } from './page-image.entity';

/** Files whose pages can be drawn. */
export function hasPages(file: Pick<StoredFile, 'mediaType'>): boolean {
  return file.mediaType === 'application/pdf';
}

/** Asks for pictures of a file's pages, once; the worker makes them. Inside the act that keeps or shows the file. */
@Injectable()
export class AskForPageImages {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Asks, unless it is no PDF or was asked for already. Needs an open transaction. */
  async run(file: Pick<StoredFile, 'id' | 'tenantId' | 'mediaType'>): Promise<void> {
    if (!hasPages(file)) return;
    const { raw } = await this.transaction.manager
      .createQueryBuilder().insert().into(FilePreview)
      .values({ tenantId: file.tenantId, fileId: file.id, previewId: newId(), state: 'waiting', reason: null, pageCount: 0, tries: 0, askedAt: this.clock.now(), madeAt: null })
      .orIgnore().returning('file_id').execute();
    if ((raw as unknown[]).length > 0) await this.outbox.enqueueLong('make-page-images', { fileId: file.id }, `make-page-images:${file.id}`);
  }
}
