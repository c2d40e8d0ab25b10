import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import { readFileText, StoredFile } from '@prongsai/domain/files';
import { Tenant } from '@prongsai/domain/tenant';
import { In } from 'typeorm';
import { FileReading } from './file-reading.entity';
import { findPersonalData, type Found } from './finder/find-personal-data';

/** A file during which the process ended this often is not tried again. */
const mostTries = 3;

/** Reads one received file and keeps what personal data is in it. May run twice, and may be killed in between: the row says what is left to do. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Reads it, unless that is done or it was not let through. No transaction may be open. Throws only when the store or the database is away. */
  async run(scope: Scope & { tenantId: string }, fileId: string): Promise<void> {
    const begun = await this.begin(scope, fileId);
    if (!begun) return;
    const { file, tries, phone } = begun;
    if (tries > mostTries) return this.finish(scope, fileId, 'unreadable', []);
    const bytes = await this.store.get(blobKey(file.tenantId, file.sha256)).then(buffer).catch(async (error: unknown) => {
      // The store was away: that is no fault of the file.
      await this.transaction.act(scope, () => this.transaction.manager.getRepository(FileReading).update({ tenantId: scope.tenantId, fileId }, { tries: tries - 1 }));
      throw error;
    });
    const { pieces, isWhole } = await readFileText(bytes);
    await this.finish(scope, fileId, isWhole ? 'read' : 'unreadable', findPersonalData(pieces, phone ? [phone] : []));
  }

  /** Reads those of the files that nobody has read yet: what sending and publishing wait for. */
  async all(scope: Scope & { tenantId: string }, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const done = await this.transaction.act(scope, () => this.transaction.manager.getRepository(FileReading).findBy({ tenantId: scope.tenantId, fileId: In([...fileIds]) }));
    for (const id of fileIds) {
      if (!done.some(({ fileId, state }) => fileId === id && state !== 'waiting')) await this.run(scope, id);
    }
  }

  private begin(scope: Scope & { tenantId: string }, fileId: string): Promise<{ file: StoredFile; tries: number; phone: string | null } | null> {
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const { tenantId } = scope;
      const file = await manager.getRepository(StoredFile).findOneBy({ tenantId, id: fileId });
      if (file?.state !== 'ready') return null;
      const readings = manager.getRepository(FileReading);
      await readings.createQueryBuilder().insert().values({ tenantId, fileId, state: 'waiting', found: [], tries: 0, readAt: null }).orIgnore().execute();
      const reading = await readings.findOneOrFail({ where: { tenantId, fileId }, lock: { mode: 'pessimistic_write' } });
      if (reading.state !== 'waiting') return null;
      const tries = reading.tries + 1;
      await readings.update({ tenantId, fileId }, { tries });
      return { file, tries, phone: (await manager.getRepository(Tenant).findOneBy({ id: tenantId }))?.phone ?? null };
    });
  }

  private async finish(scope: Scope & { tenantId: string }, fileId: string, state: FileReading['state'], found: Found[]): Promise<void> {
    await this.transaction.act(scope, () =>
      this.transaction.manager.getRepository(FileReading).update({ tenantId: scope.tenantId, fileId, state: 'waiting' }, { state, found, readAt: this.clock.now() }));
  }
}
