import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import type { RequestPurpose } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { PublicationFile, type Publication } from '@prongsai/domain/publishing';
import { PublicationRequest, RequestFile } from './publication-request.entity';

/** Begins requests for a publication that is there already, with what it says now. Used by the verbs of this room. */
@Injectable()
export class ChangeBook {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** The draft, with the item's own permanent link; contact and requirements are those of its request. */
  async open(actor: TenantActor, publication: Publication, purpose: RequestPurpose, wishes: Partial<PublicationRequest>): Promise<PublicationRequest> {
    const { manager } = this.transaction;
    const requests = manager.getRepository(PublicationRequest);
    const now = this.clock.now();
    const { tenantId } = publication;
    const source = await requests.findOneByOrFail({ tenantId, id: publication.requestId });
    const { title, details, categoryCode, subItemCode, sourceName, dataFrom, dataUntil, externalLink, credit, workGroupId, publishFrom, publishUntil } = publication;
    const request = requests.create({
      title, details, categoryCode, subItemCode, sourceName, dataFrom, dataUntil, externalLink, credit, workGroupId, publishFrom, publishUntil,
      contact: source.contact, requirementCodes: source.requirementCodes, intakeChannel: 'console', recorded: false, ...wishes,
      tenantId, id: newId(), state: 'draft', version: 1, requesterId: actor.accountId, lastEditorId: actor.accountId, createdAt: now, editedAt: now,
      forPublicationId: publication.id, purpose, linkCode: publication.code,
    });
    await requests.insert(request);
    const files = await manager.getRepository(PublicationFile).find({ where: { tenantId, publicationId: publication.id }, order: { number: 'ASC' } });
    if (files.length > 0) {
      await manager.getRepository(RequestFile).insert(files.map(({ fileId }, position) => ({ tenantId, requestId: request.id, fileId, position })));
    }
    await this.audit.record('request.created', 'request', request.id, { forPublicationId: publication.id, purpose });
    return request;
  }
}
