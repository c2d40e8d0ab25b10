import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { publicationState } from '@prongsai/kernel/workflow';
import { Outbox, TenantTransaction, type Scope } from '@prongsai/platform/db';
import { Publication, publicationPath } from '@prongsai/domain/publishing';
import { PublicationRequest } from '@prongsai/domain/requests';
import { RequestFactsReader } from './facts/request-facts.reader';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { WithdrawalFactsReader } from './facts/withdrawal-facts.reader';
import { EvidenceFactsReader } from './facts/evidence-facts.reader';
import { Paper } from './paper.entity';
import { PaperBook } from './paper-book';
import type { RequestFacts } from './paper-facts';

const firstKinds = ['request_form', 'publication_memo', 'page_snapshot'] as const;

/** Opens the papers that prove a publication: form, memo and snapshot with what is known now, then the certificate of them. */
@Injectable()
export class OpenPublicationPapers {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly book: PaperBook,
    private readonly requests: RequestFactsReader,
    private readonly evidence: EvidenceFactsReader,
    private readonly withdrawals: WithdrawalFactsReader,
  ) {}

  /**
   * Answers the papers that can be made now, in the order in which they are: those of an item that waits for its day wait
   * with it, and the certificate waits for the others.
   */
  async run(scope: Scope & { tenantId: string }, publicationId: string): Promise<Paper[]> {
    return this.transaction.act(scope, async () => {
      // Two jobs for one publication do not open the same papers twice.
      await this.transaction.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 12))', [publicationId]);
      const publication = await this.transaction.manager.getRepository(Publication).findOneBy({ tenantId: scope.tenantId, id: publicationId });
      if (!publication) return [];
      const papers = await this.open(publication);
      const isScheduled = publicationState(publication, this.clock.now()) === 'scheduled';
      return papers.filter(({ state, kind }) => state === 'waiting' && !(kind === 'page_snapshot' && isScheduled));
    });
  }

  /** Asks for papers of a publication that has none yet: it was published before there were any, or its history was only told. */
  async ask(tenantId: string, publicationId: string): Promise<void> {
    if (await this.transaction.manager.getRepository(Paper).existsBy({ tenantId, publicationId })) return;
    await this.outbox.enqueueLong('make-publication-papers', { publicationId }, `make-publication-papers:${publicationId}`);
  }

  /** Publications whose snapshot waited for their day, which has come. */
  async due(scope: Scope & { tenantId: string }): Promise<string[]> {
    return this.transaction.act(scope, async () => {
      const rows: Array<{ id: string }> = await this.transaction.manager.query(
        `select publication.id from paper join publication on publication.tenant_id = paper.tenant_id and publication.id = paper.publication_id
         where paper.tenant_id = $1 and paper.kind = 'page_snapshot' and paper.state = 'waiting' and publication.live_from <= $2 limit 200`,
        [scope.tenantId, this.clock.now()],
      );
      return rows.map(({ id }) => id);
    });
  }

  private async open(publication: Publication): Promise<Paper[]> {
    const { tenantId, id, requestId, title, code } = publication;
    const known = await this.transaction.manager.getRepository(Paper).findBy({ tenantId, subjectId: id });
    const snapshotEdition = firstEditionOf(publication);
    const edition = await this.editionOf(publication, known);
    const first = firstKinds.map((kind) => known.find((paper) => paper.kind === kind && paper.edition === (kind === 'page_snapshot' ? snapshotEdition : edition)));
    const facts = first.every(Boolean) ? null : await this.requests.of(tenantId, requestId);
    const papers = facts ? await this.openFirst(publication, facts, edition) : first.filter((paper): paper is Paper => paper !== undefined);
    if (publication.withdrawnAt) papers.push(await this.openNotice(publication, papers));
    // Those that cannot be had are told of in the certificate.
    if (papers.some(({ state }) => state === 'waiting')) return papers;
    const certificate = await this.evidence.of(publication, papers.filter(({ kind }) => kind !== 'withdrawal_notice'));
    const common = { tenantId, subjectId: id, requestId, publicationId: id, requirementCodes: papers[0]?.requirementCodes ?? [], edition };
    return [await this.book.open({ ...common, kind: 'evidence_certificate', fiscalYear: certificate.fiscalYear, title, facts: (number) => ({ ...certificate, number, link: `${certificate.unit.site}${publicationPath(code)}` }) })];
  }

  /** Tells the head that it came down before its time; opened once it has. */
  private async openNotice(publication: Publication, [form]: readonly Paper[]): Promise<Paper> {
    const { tenantId, id, requestId, title } = publication;
    const facts = await this.withdrawals.of(publication, form?.facts.kind === 'request_form' ? form.facts : await this.requests.of(tenantId, requestId));
    const fiscalYear = fiscalYearOf(publication.withdrawnAt ?? this.clock.now());
    return this.book.open({ tenantId, subjectId: id, kind: 'withdrawal_notice', fiscalYear, title, requestId, publicationId: id, facts });
  }

  /** What was allowed verbally gets its form and memo anew once it is signed; those of before stay. */
  private async editionOf(publication: Publication, known: readonly Paper[]): Promise<number> {
    const { tenantId, requestId } = publication;
    const unsigned = firstEditionOf(publication);
    const form = known.find(({ kind, edition }) => kind === 'request_form' && edition === unsigned)?.facts;
    if (form?.kind !== 'request_form' || !form.verbal || form.verbal.confirmedAt) return unsigned;
    const { verbalConfirmedAt } = await this.transaction.manager.getRepository(PublicationRequest).findOneByOrFail({ tenantId, id: requestId });
    return verbalConfirmedAt ? unsigned + 1 : unsigned;
  }

  private async openFirst(publication: Publication, facts: RequestFacts, edition: number): Promise<Paper[]> {
    const { tenantId, id, requestId, title, code } = publication;
    const common = { tenantId, subjectId: id, requestId, publicationId: id, title, fiscalYear: facts.fiscalYear, requirementCodes: facts.requirements.map((one) => one.code) };
    return [
      await this.book.open({ ...common, edition, kind: 'request_form', facts: { ...facts, kind: 'request_form' } }),
      await this.book.open({ ...common, edition, kind: 'publication_memo', facts: { ...facts, kind: 'publication_memo' } }),
      await this.book.open({ ...common, edition: firstEditionOf(publication), kind: 'page_snapshot', facts: { kind: 'page_snapshot', unit: facts.unit, title, address: `${facts.unit.site}${publicationPath(code)}`, readAt: null } }),
    ];
  }
}

/** Each version has papers of its own: one edition as it was put online, one more once what was allowed verbally is signed. */
function firstEditionOf({ version }: Publication): number {
  return 2 * version - 1;
}
