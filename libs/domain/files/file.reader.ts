import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isId, notFound, Refusal } from '@prongsai/kernel/core';
import type { FileView } from '@prongsai/kernel/contracts';
import { TenantTransaction } from '@prongsai/platform/db';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import { virusRefusal } from './content';
import { StoredFile } from './stored-file.entity';

/** Reads files as staff of the unit; citizens reach files through a live publication only. */
@Injectable()
export class FileReader {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** One file of the unit. Throws NOT_FOUND. */
  async get(id: string): Promise<StoredFile> {
    if (!isId(id)) notFound();
    return (await this.transaction.manager.getRepository(StoredFile).findOneBy({ id })) ?? notFound();
  }

  /** The files with these ids, in the order asked; ids of others are simply not among them. */
  async list(ids: readonly string[]): Promise<StoredFile[]> {
    const wanted = ids.filter(isId);
    const found = wanted.length === 0 ? [] : await this.transaction.manager.getRepository(StoredFile).findBy({ id: In(wanted) });
    return wanted.flatMap((id) => found.find((file) => file.id === id) ?? []);
  }

  /** The bytes of a file. Throws NOT_FOUND once it is refused, and NOT_POSSIBLE until the scanner has let it through. */
  async open(file: Pick<StoredFile, 'tenantId' | 'sha256' | 'state' | 'name'>): Promise<Readable> {
    if (file.state === 'refused') notFound();
    if (file.state === 'checking') throw new Refusal('NOT_POSSIBLE', { detail: `รับ “${file.name}” แล้ว กำลังตรวจไวรัส เปิดได้เมื่อตรวจเสร็จ` });
    return this.store.get(blobKey(file.tenantId, file.sha256));
  }

  /** A file as the API shows it. */
  static view(file: StoredFile): FileView {
    const { id, name, mediaType, size, sha256, receivedSha256, state, scan } = file;
    return { id, name, mediaType, size, sha256, receivedSha256, state, scan, refusal: state === 'refused' ? virusRefusal(name).message : null };
  }
}
