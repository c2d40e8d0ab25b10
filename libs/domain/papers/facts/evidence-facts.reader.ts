import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import type { Publication } from '@prongsai/domain/publishing';
import type { Paper } from '../paper.entity';
import type { EvidenceCertificateFacts, NamedEvidence } from '../paper-facts';
import { paperNames } from '../wording/paper-names';
import { RequestFactsReader } from './request-facts.reader';

/** What the certificate of a publication says of it and of the papers that prove it. Needs an open transaction of the unit. */
@Injectable()
export class EvidenceFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly requests: RequestFactsReader,
  ) {}

  /** `papers` are form, memo and snapshot, none of which waits any more; what form and memo say is said again. */
  async of(publication: Publication, papers: readonly Paper[]): Promise<Omit<EvidenceCertificateFacts, 'number'>> {
    const form = papers.find(({ kind }) => kind === 'request_form')?.facts;
    const told = form?.kind === 'request_form' ? form : await this.requests.of(publication.tenantId, publication.requestId);
    const snapshot = papers.find(({ kind, state }) => kind === 'page_snapshot' && state === 'ready')?.facts;
    return {
      kind: 'evidence_certificate', unit: told.unit, title: told.title, category: told.category, requestNumber: told.number, link: told.link ?? '',
      publishFrom: publication.publishFrom, publishUntil: publication.publishUntil, publishedAt: publication.publishedAt.toISOString(),
      provider: told.provider, approver: told.approver, publisher: told.publisher,
      snapshot: snapshot?.kind === 'page_snapshot' && snapshot.readAt ? { address: snapshot.address, readAt: snapshot.readAt } : null,
      evidence: [...papers.flatMap(namedOf), ...(await this.filesOf(publication))],
      requirements: told.requirements, fiscalYear: told.fiscalYear, issuedAt: this.clock.now().toISOString(),
    };
  }

  private async filesOf({ tenantId, id }: Publication): Promise<NamedEvidence[]> {
    const rows: Array<{ name: string; size: string; sha256: string }> = await this.transaction.manager.query(
      `select shown.name, shown.size, file.sha256 from publication_file shown
       join stored_file file on file.tenant_id = shown.tenant_id and file.id = shown.file_id
       where shown.tenant_id = $1 and shown.publication_id = $2 order by shown.number`,
      [tenantId, id],
    );
    return rows.map(({ name, size, sha256 }) => ({ name, number: null, size: Number(size), sha256 }));
  }
}

function namedOf({ kind, state, number, fiscalYear, size, sha256 }: Paper): NamedEvidence[] {
  return state === 'ready' && sha256 ? [{ name: paperNames[kind], number: `${number}/${fiscalYear}`, size: Number(size), sha256 }] : [];
}
