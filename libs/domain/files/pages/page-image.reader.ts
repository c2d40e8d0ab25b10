import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { FilePagesView } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import { OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import type { StoredFile } from '../stored-file.entity';
import { AskForPageImages, hasPages } from './ask-for-page-images.verb';
import { pageKey } from './make-page-images.verb';
import { FilePage, FilePreview } from './page-image.entity';

/** Reads the pages of a file as pictures, for those who may read the file. */
@Injectable()
export class PageImageReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly ask: AskForPageImages,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /**
   * How far they are, with their words; `path` is where the file's pages stand in the API. A document from before there
   * were pictures, or one that was given up and is used again, is asked for here.
   */
  async get(file: StoredFile, path: string): Promise<FilePagesView> {
    if (!hasPages(file)) return { state: 'none', reason: 'kind', count: 0, pages: [] };
    if (file.state !== 'ready') return { state: file.state === 'checking' ? 'waiting' : 'none', reason: file.state === 'checking' ? null : 'kind', count: 0, pages: [] };
    const { manager } = this.transaction;
    const key = { tenantId: file.tenantId, fileId: file.id };
    const preview = await manager.getRepository(FilePreview).findOneBy(key);
    if (!preview) {
      await this.ask.run(file);
      return { state: 'waiting', reason: null, count: 0, pages: [] };
    }
    const pages = await manager.getRepository(FilePage).find({ where: key, order: { number: 'ASC' } });
    return {
      state: preview.state, reason: preview.reason, count: preview.pageCount,
      pages: pages.map(({ number, width, height, words }) => ({ number, width, height, text: words, url: `${path}/${number}` })),
    };
  }

  /** The place and size of one page's picture. Throws NOT_FOUND. */
  async find(file: StoredFile, number: number): Promise<{ key: string; size: number }> {
    const { manager } = this.transaction;
    const key = { tenantId: file.tenantId, fileId: file.id };
    const page = (await manager.getRepository(FilePage).findOneBy({ ...key, number })) ?? notFound();
    const preview = (await manager.getRepository(FilePreview).findOneBy(key)) ?? notFound();
    return { key: pageKey(preview, number), size: page.size };
  }

  /** The picture's bytes; outside the transaction. */
  open({ key }: { key: string }): Promise<Readable> {
    return this.store.get(key);
  }
}
