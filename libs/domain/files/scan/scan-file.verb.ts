import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { Outbox, TenantTransaction, type Scope } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { virusRefusal } from '../content';
import { AskForPageImages } from '../pages/ask-for-page-images.verb';
import { StoredFile } from '../stored-file.entity';
import { RemoveUnusedBlob } from '../sweep-blobs.verb';
import { VIRUS_SCANNER, type ScanResult, type VirusScanner } from './virus-scanner';

/** Has one waiting file scanned. May run twice, and may be killed in between: the row says what is left to do. */
@Injectable()
export class ScanFile {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly notifier: Notifier,
    private readonly pageImages: AskForPageImages,
    private readonly outbox: Outbox,
    private readonly removeUnused: RemoveUnusedBlob,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner | null,
  ) {}

  /**
   * Lets the file through or refuses it and removes its bytes. Throws `ScannerAway`, or the store's error: the file goes
   * on waiting then. Where the scanner has been taken away altogether, it is let through as what it is: not scanned.
   */
  async run(scope: Scope & { tenantId: string }, fileId: string): Promise<void> {
    const file = await this.transaction.act(scope, () => this.transaction.manager.getRepository(StoredFile).findOneBy({ tenantId: scope.tenantId, id: fileId }));
    if (file?.state === 'checking') {
      const result = this.scanner && (await this.scanner.scan(await this.store.get(blobKey(file.tenantId, file.sha256))));
      await this.transaction.act(scope, () => this.decide(file, result));
      if (result?.virus) await this.removeUnused.run(scope, file.sha256);
    }
    // Killed between refusing and removing.
    if (file?.state === 'refused') await this.removeUnused.run(scope, file.sha256);
  }

  private async decide({ tenantId, id }: StoredFile, result: ScanResult | null): Promise<void> {
    const files = this.transaction.manager.getRepository(StoredFile);
    const file = await files.findOne({ where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
    if (file?.state !== 'checking') return;
    const scannedAt = this.clock.now();
    if (!result?.virus) {
      await files.update({ tenantId, id }, { state: 'ready', ...(result ? { scan: 'clean', scannedAt } : { scan: 'not_scanned' }) });
      await this.pageImages.run(file);
      return this.outbox.enqueueLong('read-file', { fileId: id }, `read-file:${id}`);
    }
    await files.update({ tenantId, id }, { state: 'refused', scan: 'infected', keptSha256: null, scannedAt });
    await this.audit.record('file.infected', 'file', id, { name: file.name, sha256: file.sha256, virus: result.virus.slice(0, 200) });
    await this.notifier.toAccount(file.uploadedBy, { kind: 'file_refused', title: `ไม่รับ “${file.name}”`, body: virusRefusal(file.name).message, path: '/t/@' });
  }
}
