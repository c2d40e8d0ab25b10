import { Injectable } from '@nestjs/common';
import { Clock, isId, newId, notFound } from '@prongsai/kernel/core';
import type { PaperKind } from '@prongsai/kernel/contracts';
import { TenantTransaction } from '@prongsai/platform/db';
import { Paper } from './paper.entity';
import type { PaperFacts } from './paper-facts';

/** What is known of a paper before it is made. */
export interface NewPaper {
  tenantId: string;
  kind: PaperKind;
  subjectId: string;
  fiscalYear: number;
  title: string;
  /** The number that the paper will bear is known when its facts are made. */
  facts: PaperFacts | ((number: string) => PaperFacts);
  requestId?: string | null;
  publicationId?: string | null;
  reportId?: string | null;
  requirementCodes?: readonly string[];
  edition?: number;
}

/** Where papers are kept: numbering, opening, locking. Used by the verbs of this room; needs an open transaction. */
@Injectable()
export class PaperBook {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** The paper of that kind and edition of the subject; opened and numbered unless it is there. */
  async open(wanted: NewPaper): Promise<Paper> {
    const papers = this.transaction.manager.getRepository(Paper);
    const { tenantId, kind, subjectId, edition = 1 } = wanted;
    const known = await papers.findOneBy({ tenantId, kind, subjectId, edition });
    if (known) return known;
    const number = await this.nextNumber(tenantId, wanted.fiscalYear);
    const facts = typeof wanted.facts === 'function' ? wanted.facts(`${number}/${wanted.fiscalYear}`) : wanted.facts;
    const paper = papers.create({
      tenantId, id: newId(), kind, subjectId, edition, fiscalYear: wanted.fiscalYear, number, title: wanted.title, state: 'waiting', reason: null, facts,
      requestId: wanted.requestId ?? null, publicationId: wanted.publicationId ?? null, reportId: wanted.reportId ?? null,
      requirementCodes: [...(wanted.requirementCodes ?? [])], tries: 0, askedAt: this.clock.now(),
      madeAt: null, signedAt: null, signedBy: null, frozenAt: null, fileName: null, mediaType: null, size: null, sha256: null,
    });
    await papers.insert(paper);
    return paper;
  }

  /** The paper, locked until the act commits. Throws NOT_FOUND. */
  async lock(tenantId: string, id: string): Promise<Paper> {
    if (!isId(id)) notFound();
    return (await this.transaction.manager.getRepository(Paper).findOne({ where: { tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
  }

  async save(paper: Paper, change: Partial<Paper>): Promise<Paper> {
    const saved = { ...paper, ...change };
    await this.transaction.manager.getRepository(Paper).save(saved);
    return saved;
  }

  /** The last edition of a kind of paper of a subject; 0 when there is none. */
  async lastEdition(tenantId: string, kind: PaperKind, subjectId: string): Promise<number> {
    return (await this.transaction.manager.getRepository(Paper).maximum('edition', { tenantId, kind, subjectId })) ?? 0;
  }

  /** Running number within the unit and the fiscal year, without holes: taken under the counter's row lock. */
  private async nextNumber(tenantId: string, fiscalYear: number): Promise<number> {
    const [row]: Array<{ last_number: number }> = await this.transaction.manager.query(
      `insert into paper_counter (tenant_id, fiscal_year, last_number) values ($1, $2, 1)
       on conflict (tenant_id, fiscal_year) do update set last_number = paper_counter.last_number + 1 returning last_number`,
      [tenantId, fiscalYear],
    );
    return (row as { last_number: number }).last_number;
  }
}
