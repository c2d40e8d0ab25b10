import { Injectable } from '@nestjs/common';
import { notFound } from '@prongsai/kernel/core';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import { intakeChannelWords, refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';
import { PublicationFile, Publication, publicationPath } from '@prongsai/domain/publishing';
import { PublicationRequest } from '@prongsai/domain/requests';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import type { AttachedFile, PersonFacts, RequestFacts } from '../paper-facts';
import { requirementTitle } from './requirement-title';
import { UnitFactsReader } from './unit-facts.reader';

const nobody: PersonFacts = { name: null, position: null, signedAt: null };

/** What form and memo of a request say, as it is known now. Needs an open transaction of the unit. */
@Injectable()
export class RequestFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly units: UnitFactsReader,
    private readonly categories: CategoryReader,
  ) {}

  /** Throws NOT_FOUND. */
  async of(tenantId: string, requestId: string): Promise<RequestFacts> {
    const { manager } = this.transaction;
    const request = (await manager.getRepository(PublicationRequest).findOneBy({ tenantId, id: requestId })) ?? notFound();
    const publication = request.publicationId ? await manager.getRepository(Publication).findOneBy({ tenantId, id: request.publicationId }) : null;
    const tenant = await this.units.tenant(tenantId);
    const unit = await this.units.of(tenant);
    const requestedAt = request.submittedAt ?? request.createdAt;
    const fiscalYear = request.fiscalYear ?? fiscalYearOf(requestedAt);
    // What went online is what the paper tells: at publishing, category and dates may have been narrowed.
    const shown = publication ?? request;
    const category = await this.categories.find(shown.categoryCode ?? '', fiscalYear);
    const groups = await this.categories.listGroups();
    const [group]: Array<{ name: string }> = request.workGroupId ? await manager.query('select name from work_group where tenant_id = $1 and id = $2', [tenantId, request.workGroupId]) : [];
    const person = await this.people([request.requesterId, request.decidedBy, request.approvedBy, request.publishedBy, request.verbalApproverId]);
    const isRefused = request.state === 'refused';
    return {
      unit, formVariant: tenant.formVariant, workGroup: group?.name ?? unit.siteWorkGroup,
      number: request.number ? `${request.number}/${request.fiscalYear}` : null, requestedOn: bangkokDay(requestedAt), fiscalYear,
      title: shown.title ?? '', details: shown.details ?? '', files: publication ? await this.publishedFiles(publication) : await this.requestedFiles(request),
      sourceName: shown.sourceName ?? '', dataFrom: shown.dataFrom ?? '', dataUntil: shown.dataUntil ?? '', externalLink: shown.externalLink,
      link: request.linkCode ? `${unit.site}${publicationPath(request.linkCode)}` : null, category: category?.titleTh ?? '',
      publishFrom: shown.publishFrom, publishUntil: shown.publishUntil, remarks: request.remarks,
      requirements: request.requirementCodes.map((code) => ({ code, title: requirementTitle(code, groups) })),
      channel: request.intakeChannel ? intakeChannelWords[request.intakeChannel] : null, contact: request.contact,
      provider: person(request.requesterId, request.submittedAt),
      approver: person(request.approvedBy ?? (isRefused ? request.decidedBy : null), request.decidedAt),
      publisher: person(request.publishedBy, request.publishedAt),
      via: await this.units.via(tenantId),
      outcome: request.approvedBy ? 'allowed' : isRefused ? 'refused' : 'open',
      refusal: isRefused
        ? { reason: refusalReasons[request.refusalReason as RefusalReason] ?? '', comment: request.comment, toldOn: request.decidedAt ? bangkokDay(request.decidedAt) : null, channel: 'ระบบเผยแพร่ข้อมูล' }
        : null,
      verbal: verbalOf(request, person(request.verbalApproverId, null)),
      announcement: await this.units.announcement(tenantId),
    };
  }

  private async people(ids: ReadonlyArray<string | null>): Promise<(id: string | null, at: Date | null) => PersonFacts> {
    const rows: Array<{ id: string; name: string; position: string | null }> = await this.transaction.manager.query(
      'select id, name, position from account where id = any($1)', [ids.filter((id) => id !== null)],
    );
    return (id, at) => {
      const known = rows.find((row) => row.id === id);
      return known ? { name: known.name, position: known.position, signedAt: at?.toISOString() ?? null } : nobody;
    };
  }

  private async publishedFiles(publication: Publication): Promise<AttachedFile[]> {
    const files = await this.transaction.manager.getRepository(PublicationFile).find({
      where: { tenantId: publication.tenantId, publicationId: publication.id }, order: { number: 'ASC' },
    });
    return files.map(({ name, extension, size }) => ({ name, extension, size: Number(size) }));
  }

  private async requestedFiles(request: PublicationRequest): Promise<AttachedFile[]> {
    const rows: Array<{ name: string; extension: string; size: string }> = await this.transaction.manager.query(
      `select file.name, file.extension, file.size from request_file link
       join stored_file file on file.tenant_id = link.tenant_id and file.id = link.file_id
       where link.tenant_id = $1 and link.request_id = $2 order by link.position`,
      [request.tenantId, request.id],
    );
    return rows.map(({ name, extension, size }) => ({ name, extension, size: Number(size) }));
  }
}

/** กรณีเร่งด่วน: who allowed it verbally, when and how, and when the written approval came. */
function verbalOf(request: PublicationRequest, { name, position }: PersonFacts): RequestFacts['verbal'] {
  if (!request.verbalApprovedAt) return null;
  return { by: name ?? '', position, channel: request.verbalChannel ?? '', at: request.verbalApprovedAt.toISOString(), confirmedAt: request.verbalConfirmedAt?.toISOString() ?? null };
}
