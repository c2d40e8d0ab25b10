import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import { lockBlob } from './lock-blob';
import { StoredBlob, StoredFile } from './stored-file.entity';

/** An upload is done within minutes; what has no row after a day never gets one. */
const abandonedAfterMs = 24 * 3_600_000;
const batch = 500;

/** Takes one blob away when no file uses it: its row and its bytes, together with respect to every upload. */
@Injectable()
export class RemoveUnusedBlob {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Whether it was taken away. */
  run(scope: Scope & { tenantId: string }, sha256: string): Promise<boolean> {
    const { tenantId } = scope;
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const key = blobKey(tenantId, sha256);
      await lockBlob(manager, key);
      if (await manager.getRepository(StoredFile).existsBy({ tenantId, keptSha256: sha256 })) return false;
      await manager.getRepository(StoredBlob).delete({ tenantId, sha256 });
      await this.store.remove(key);
      return true;
    });
  }
}

/** Removes blobs that no file uses: an upload was killed between storing its bytes and writing its row. */
@Injectable()
export class SweepBlobs {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly remove: RemoveUnusedBlob,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Answers how many were removed. Looks at those older than a day only, and leaves what belongs to no unit of this database alone. */
  async run(): Promise<number> {
    let removed = 0;
    let tenantId = '';
    let hashes: string[] = [];
    for await (const { key, storedAt } of this.store.list('tenants/')) {
      const [, owner = '', sha256 = ''] = /^tenants\/([0-9a-f-]{36})\/blobs\/([0-9a-f]{64})$/.exec(key) ?? [];
      if (!owner || this.clock.now().getTime() - storedAt.getTime() < abandonedAfterMs) continue;
      if (owner !== tenantId || hashes.length >= batch) {
        removed += await this.sweep(tenantId, hashes);
        [tenantId, hashes] = [owner, []];
      }
      hashes.push(sha256);
    }
    return removed + (await this.sweep(tenantId, hashes));
  }

  private async sweep(tenantId: string, hashes: string[]): Promise<number> {
    if (hashes.length === 0) return 0;
    const scope = { tenantId, reach: 'unit' as const };
    const unused = await this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      const [unit] = await manager.query('select 1 from tenant where id = $1', [tenantId]);
      if (!unit) return [];
      const used = await manager.getRepository(StoredFile).find({ select: { keptSha256: true }, where: { tenantId, keptSha256: In(hashes) } });
      return hashes.filter((sha256) => !used.some(({ keptSha256 }) => keptSha256 === sha256));
    });
    let removed = 0;
    for (const sha256 of unused) if (await this.remove.run(scope, sha256)) removed += 1;
    return removed;
  }
}
