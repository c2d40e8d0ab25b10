import { Injectable } from '@nestjs/common';
import { isId, notFound, Refusal } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ForgetPageImages, StoredFile } from '@prongsai/domain/files';
import { In } from 'typeorm';
import { PublicationRequest, RequestFile } from './publication-request.entity';

/** Where requests are kept: loading under lock, and their list of files. Used by the verbs of this room. */
@Injectable()
export class RequestBook {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly forgetPages: ForgetPageImages,
  ) {}

  /** The request, locked until the act commits. Throws NOT_FOUND. */
  async lock(actor: TenantActor, id: string): Promise<PublicationRequest> {
    if (!isId(id)) notFound();
    const requests = this.transaction.manager.getRepository(PublicationRequest);
    return (await requests.findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
  }

  /** Writes the changed fields. */
  async save(request: PublicationRequest, change: Partial<PublicationRequest>): Promise<PublicationRequest> {
    await this.transaction.manager.getRepository(PublicationRequest).update({ tenantId: request.tenantId, id: request.id }, change);
    return { ...request, ...change };
  }

  /** The files of a request in order. */
  async filesOf(requestId: string): Promise<StoredFile[]> {
    const { manager } = this.transaction;
    const links = await manager.getRepository(RequestFile).find({ where: { requestId }, order: { position: 'ASC' } });
    if (links.length === 0) return [];
    const files = await manager.getRepository(StoredFile).findBy({ id: In(links.map((link) => link.fileId)) });
    return links.flatMap((link) => files.find((file) => file.id === link.fileId) ?? []);
  }

  /**
   * Replaces the list of files. A file may be attached by its uploader only, or stay where it already is;
   * any other id looks like one that does not exist. Throws INVALID.
   */
  async attach(actor: TenantActor, requestId: string, fileIds: readonly string[]): Promise<void> {
    const { manager } = this.transaction;
    const wanted = [...new Set(fileIds)];
    const already = new Set((await this.filesOf(requestId)).map((file) => file.id));
    const found = wanted.length === 0 ? [] : await manager.getRepository(StoredFile).findBy({ id: In(wanted) });
    const errors = wanted.flatMap((id, index) => {
      const file = found.find((one) => one.id === id);
      const usable = file && (already.has(id) || file.uploadedBy === actor.accountId);
      return usable ? [] : [{ path: `fileIds.${index}`, code: 'unknown_file', text: 'ไม่พบไฟล์ที่แนบ แนบไฟล์ใหม่อีกครั้ง' }];
    });
    if (errors.length > 0) throw new Refusal('INVALID', { errors });
    await manager.getRepository(RequestFile).delete({ requestId });
    if (wanted.length > 0) {
      await manager.getRepository(RequestFile).insert(wanted.map((fileId, position) => ({ tenantId: actor.tenantId, requestId, fileId, position })));
    }
    await this.letGo([...already].filter((id) => !wanted.includes(id)));
  }

  /** Gives up the page images of files that no request has any more; the files stay their uploaders'. */
  async letGo(fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const used = await this.transaction.manager.getRepository(RequestFile).findBy({ fileId: In([...fileIds]) });
    await this.forgetPages.run(fileIds.filter((id) => !used.some(({ fileId }) => fileId === id)));
  }
}
