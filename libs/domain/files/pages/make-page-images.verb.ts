import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, previewPrefix, type ObjectStore } from '@prongsai/platform/storage';
import { StoredFile } from '../stored-file.entity';
import { drawPages, type Drawing } from './draw-pages';
import { FilePage, FilePreview } from './page-image.entity';

/** A document during which the process ended this often is not tried again. */
const mostTries = 3;

/** Key of one page's picture. */
export function pageKey(preview: Pick<FilePreview, 'tenantId' | 'previewId'>, number: number): string {
  return `${previewPrefix(preview.tenantId, preview.previewId)}${number}.webp`;
}

/** Draws the pages of one file and keeps them. May run twice, and may be killed in between: the row says what is left to do. */
@Injectable()
export class MakePageImages {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Makes them, unless that is done or nobody wants them any more. Throws only when the store or the database is away. */
  async run(scope: Scope & { tenantId: string }, fileId: string): Promise<void> {
    const begun = await this.begin(scope, fileId);
    if (!begun) return;
    const { preview, file } = begun;
    try {
      const drawing = preview.tries > mostTries ? ({ state: 'none', reason: 'heavy' } as const) : await drawPages(await buffer(await this.store.get(blobKey(file.tenantId, file.sha256))));
      if (drawing.state === 'ready') {
        for (const page of drawing.pages) await this.store.put(pageKey(preview, page.number), Readable.from([page.bytes]), { mediaType: 'image/webp' });
      }
      if (!(await this.finish(scope, preview, drawing))) await removePictures(this.store, preview.tenantId, preview.previewId);
    } catch (error) {
      // The store or the database was away: that is no fault of the document.
      await this.transaction.act(scope, () => this.transaction.manager.getRepository(FilePreview).update(keyOf(preview), { tries: preview.tries - 1 }));
      throw error;
    }
  }

  private begin(scope: Scope, fileId: string): Promise<{ preview: FilePreview; file: StoredFile } | null> {
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const preview = await manager.getRepository(FilePreview).findOne({ where: { fileId }, lock: { mode: 'pessimistic_write' } });
      const file = await manager.getRepository(StoredFile).findOneBy({ id: fileId });
      if (!preview || !file || preview.state !== 'waiting') return null;
      const tries = preview.tries + 1;
      await manager.getRepository(FilePreview).update(keyOf(preview), { tries });
      return { preview: { ...preview, tries }, file };
    });
  }

  /** Writes down what came of it; false when it was given up meanwhile. */
  private finish(scope: Scope, preview: FilePreview, drawing: Drawing): Promise<boolean> {
    const { tenantId, fileId } = preview;
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const pages = drawing.state === 'ready' ? drawing.pages : [];
      const { affected } = await manager.getRepository(FilePreview).update({ ...keyOf(preview), state: 'waiting' }, {
        state: drawing.state, reason: drawing.state === 'none' ? drawing.reason : null, pageCount: drawing.state === 'ready' ? drawing.count : 0, madeAt: this.clock.now(),
      });
      if (affected !== 1) return false;
      if (pages.length > 0) {
        await manager.getRepository(FilePage).insert(pages.map(({ number, width, height, words, bytes }) => ({ tenantId, fileId, number, width, height, words, size: bytes.length })));
      }
      return true;
    });
  }
}

const keyOf = ({ tenantId, fileId, previewId }: FilePreview) => ({ tenantId, fileId, previewId });

/** Takes every picture of a preview out of the store; no error when there is none. */
export async function removePictures(store: ObjectStore, tenantId: string, previewId: string): Promise<void> {
  const keys: string[] = [];
  for await (const { key } of store.list(previewPrefix(tenantId, previewId))) keys.push(key);
  for (const key of keys) await store.remove(key);
}
