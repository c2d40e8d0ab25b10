import { Injectable } from '@nestjs/common';
import { isId } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ReadFile } from '@prongsai/domain/personal-data';
import { RequestBook } from './request-book';

/** Sending and publishing wait until every file of the request has been read; the worker has mostly done it before. */
@Injectable()
export class ReadRequestFiles {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly book: RequestBook,
    private readonly readFile: ReadFile,
  ) {}

  /** Before the act itself: no transaction may be open. Another unit's request has no files here. */
  async run({ tenantId }: TenantActor, id: string): Promise<void> {
    if (!isId(id)) return;
    const scope = { tenantId, reach: 'unit' as const };
    const files = await this.transaction.act(scope, () => this.book.filesOf(id));
    await this.readFile.all(scope, files.filter(({ state }) => state === 'ready').map((file) => file.id));
  }
}
