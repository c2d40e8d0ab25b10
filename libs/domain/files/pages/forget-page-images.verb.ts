import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isId } from '@prongsai/kernel/core';
import { Outbox, TenantTransaction, type Scope } from '@prongsai/platform/db';
import { OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import { removePictures } from './make-page-images.verb';
import { FilePreview } from './page-image.entity';

/** Gives up the pictures of files that nothing uses any more: their rows in the act, their bytes by the worker. */
@Injectable()
export class ForgetPageImages {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
  ) {}

  /** Needs an open transaction. A file that is shown again later is drawn again. */
  async run(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const previews = this.transaction.manager.getRepository(FilePreview);
    for (const { tenantId, fileId, previewId } of await previews.findBy({ fileId: In([...fileIds]) })) {
      await previews.delete({ tenantId, fileId });
      await this.outbox.enqueueLong('remove-page-images', { previewId }, `remove-page-images:${previewId}`);
    }
  }
}

/** Takes the pictures of a preview that was given up out of the store. */
@Injectable()
export class RemovePageImages {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Does nothing for a preview that is in use, whatever asked for it. */
  async run(scope: Scope & { tenantId: string }, previewId: string): Promise<void> {
    if (!isId(previewId)) return;
    const isUsed = await this.transaction.act(scope, () => this.transaction.manager.getRepository(FilePreview).existsBy({ tenantId: scope.tenantId, previewId }));
    if (!isUsed) await removePictures(this.store, scope.tenantId, previewId);
  }
}
