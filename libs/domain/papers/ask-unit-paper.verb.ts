import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { UnitPaperBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { UnitPaperFactsReader } from './facts/unit-paper-facts.reader';
import { Paper } from './paper.entity';
import { PaperBook } from './paper-book';
import { paperNames } from './wording/paper-names';

/** Has an announcement or an order drafted from the unit's data as it is now. A draft that nobody has signed is written anew. */
@Injectable()
export class AskUnitPaper {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: PaperBook,
    private readonly facts: UnitPaperFactsReader,
  ) {}

  /** Answers the paper, which the worker makes. Throws 403. */
  async run(actor: TenantActor, wanted: UnitPaperBody): Promise<Paper> {
    checkAllowed(actor, 'draft', 'Paper');
    return this.transaction.act(actor, async () => {
      const { tenantId } = actor;
      await this.transaction.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 13))', [`${tenantId}${wanted.kind}`]);
      const facts = await this.facts.of(tenantId, wanted);
      const edition = await this.book.lastEdition(tenantId, wanted.kind, tenantId);
      const last = edition > 0 ? await this.transaction.manager.getRepository(Paper).findOneByOrFail({ tenantId, kind: wanted.kind, subjectId: tenantId, edition }) : null;
      const title = `${paperNames[wanted.kind]} ปีงบประมาณ ${facts.fiscalYear}`;
      const paper = last && !last.signedAt
        ? await this.book.save(last, { facts, title, state: 'waiting', reason: null, tries: 0, askedAt: this.clock.now() })
        : await this.book.open({ tenantId, kind: wanted.kind, subjectId: tenantId, edition: edition + 1, fiscalYear: facts.fiscalYear, title, facts, requirementCodes: wanted.kind === 'framework_announcement' ? ['framework'] : ['web_masters'] });
      await this.audit.record('paper.asked', 'paper', paper.id, { kind: paper.kind, number: `${paper.number}/${paper.fiscalYear}` });
      await this.outbox.enqueueLong('make-paper', { paperId: paper.id }, `make-paper:${paper.id}`);
      return paper;
    });
  }
}
