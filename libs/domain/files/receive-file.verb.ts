import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, newId, Refusal } from '@prongsai/kernel/core';
import { formatFileSize } from '@prongsai/kernel/thai';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, quarantineKey, type ObjectStore } from '@prongsai/platform/storage';
import { AuditTrail } from '@prongsai/domain/audit';
import { cleanFileName, judgeFile, type FileVerdict } from './content';
import { ByteLimit, FileOverLimit } from './byte-limit';
import { Lane } from './lane';
import { lockBlob } from './lock-blob';
import { AskForPageImages } from './pages/ask-for-page-images.verb';
import { VIRUS_SCANNER, type VirusScanner } from './scan/virus-scanner';
import { StoredBlob, StoredFile } from './stored-file.entity';

/** Largest file in bytes: 4 MB, as the frameworks say (seeds 000 and 001, 2.7). */
export const maxFileBytes = 4 * 1024 * 1024;

/** Opening a file takes its bytes and more in memory: one is opened at a time, whoever sends it; the others wait in the store. */
const opening = new Lane(1);

type Accepted = Extract<FileVerdict, { verdict: 'accepted' }>;

/** Receives one file: streamed into quarantine, hashed on the way, judged by its content, and only then kept. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly pageImages: AskForPageImages,
    private readonly outbox: Outbox,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner | null,
  ) {}

  /** Answers the stored file. Throws FILE_TOO_LARGE or FILE_REFUSED with a Thai reason; nothing of a refused file stays. */
  async run(actor: TenantActor, input: { name: string; stream: Readable }): Promise<StoredFile> {
    checkAllowed(actor, 'upload', 'File');
    const name = cleanFileName(input.name);
    const waiting = quarantineKey(actor.tenantId, newId());
    try {
      const received = await this.store.put(waiting, input.stream.pipe(new ByteLimit(maxFileBytes, input.stream)));
      const judgement = await opening.run(() => judgeFile({ name, size: received.size, open: (range) => this.store.get(waiting, range) }));
      if (judgement.verdict === 'refused') {
        throw new Refusal('FILE_REFUSED', { detail: judgement.message, errors: [{ path: 'file', code: judgement.code, text: judgement.message }] });
      }
      return await this.keep(actor, waiting, received.sha256, judgement, received.size);
    } catch (error) {
      if (error instanceof FileOverLimit) {
        throw new Refusal('FILE_TOO_LARGE', { detail: `“${name}” ใหญ่เกิน ${formatFileSize(maxFileBytes)} ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่` });
      }
      throw error;
    } finally {
      // What cannot be removed now is cleared away later.
      await this.store.remove(waiting).catch(() => undefined);
    }
  }

  private async keep(actor: TenantActor, waiting: string, receivedSha256: string, { anew, name, mediaType, extension }: Accepted, receivedSize: number): Promise<StoredFile> {
    const sha256 = anew ? createHash('sha256').update(anew).digest('hex') : receivedSha256;
    const size = anew?.length ?? receivedSize;
    // A body that is streamed cannot be part of the repeat key's fingerprint before it has been read.
    const repeat = actor.repeat && { ...actor.repeat, fingerprint: `${actor.repeat.fingerprint}:${receivedSha256}` };
    return this.transaction.act({ ...actor, repeat }, async () => {
      const { manager } = this.transaction;
      const key = blobKey(actor.tenantId, sha256);
      const createdAt = this.clock.now();
      // From here on nobody takes these bytes away for having no row.
      await lockBlob(manager, key);
      if (anew) await this.store.put(key, Readable.from([anew]), { mediaType });
      else await this.store.move(waiting, key);
      await manager
        .createQueryBuilder().insert().into(StoredBlob)
        .values({ tenantId: actor.tenantId, sha256, size, storageKey: key, createdAt })
        .orIgnore().execute();
      const row = manager.getRepository(StoredFile).create({
        name, mediaType, extension, size, sha256, keptSha256: sha256, receivedSha256, tenantId: actor.tenantId, id: newId(), uploadedBy: actor.accountId, createdAt,
        ...(this.scanner ? { state: 'checking', scan: 'waiting' } : { state: 'ready', scan: 'not_scanned' }), scannedAt: null,
      });
      await manager.getRepository(StoredFile).insert(row);
      await this.audit.record('file.uploaded', 'file', row.id, { name: row.name, size: row.size, sha256: row.sha256 });
      // Nothing is drawn, and nothing is sent on, before the scanner has let it through.
      if (this.scanner) await this.outbox.enqueue('scan-file', { fileId: row.id }, `scan-file:${row.id}`);
      else {
        await this.pageImages.run(row);
        await this.outbox.enqueueLong('read-file', { fileId: row.id }, `read-file:${row.id}`);
      }
      return row;
    });
  }
}
