import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { PaperPress } from '@prongsai/platform/pdf';
import { OBJECT_STORE, paperKey, type ObjectStore } from '@prongsai/platform/storage';
import { AuditTrail } from '@prongsai/domain/audit';
import { Paper } from './paper.entity';
import type { PageSnapshotFacts, PaperFacts } from './paper-facts';
import { PaperBook } from './paper-book';
import { snapshotPage } from './snapshot/snapshot-page';
import { fileNameOf, orderOf } from './wording/paper-order';

/** A paper during whose making the process ended this often is not tried again. */
const mostTries = 5;

type Made = { bytes: Buffer; facts: PaperFacts; extension: string; mediaType: string } | { none: 'gone' };

/** Makes one paper that waits, and keeps it. May run twice, and may be killed in between: the row says what is left to do. */
@Injectable()
export class MakePaper {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: PaperBook,
    private readonly press: PaperPress,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** Answers the paper as it is then. Throws when the store, the database or the site is away. */
  async run(scope: Scope & { tenantId: string }, id: string): Promise<Paper> {
    const begun = await this.begin(scope, id);
    if (begun.state !== 'waiting') return begun;
    if (begun.tries > mostTries) return this.finish(scope, begun, { state: 'none', reason: 'failed', madeAt: this.clock.now() });
    try {
      const made = await this.make(begun);
      if ('none' in made) return await this.finish(scope, begun, { state: 'none', reason: made.none, madeAt: this.clock.now() });
      const { bytes, facts, extension, mediaType } = made;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.store.put(paperKey(begun.tenantId, begun.id, sha256), Readable.from([bytes]), { mediaType });
      const now = this.clock.now();
      return await this.finish(scope, begun, {
        state: 'ready', facts, sha256, size: bytes.length, mediaType, madeAt: now,
        fileName: fileNameOf(begun.kind, `${begun.number}/${begun.fiscalYear}`, begun.title, extension),
        frozenAt: isFinal(begun) ? now : null,
      });
    } catch (error) {
      // The store, the database or the site was away: that is no fault of the paper.
      await this.transaction.act(scope, () => this.transaction.manager.getRepository(Paper).update({ tenantId: begun.tenantId, id, state: 'waiting' }, { tries: begun.tries - 1 }));
      throw error;
    }
  }

  private begin(scope: Scope & { tenantId: string }, id: string): Promise<Paper> {
    return this.transaction.act(scope, async () => {
      const paper = await this.book.lock(scope.tenantId, id);
      return paper.state === 'waiting' ? this.book.save(paper, { tries: paper.tries + 1 }) : paper;
    });
  }

  private async make(paper: Paper): Promise<Made> {
    const { facts } = paper;
    if (facts.kind === 'page_snapshot') return this.readPage(facts);
    // The instant of asking, so that the same paper made twice is the same bytes.
    const bytes = await this.press.set(orderOf(facts, { title: paper.title, createdAt: paper.signedAt ?? paper.askedAt }));
    return { bytes, facts, extension: 'pdf', mediaType: 'application/pdf' };
  }

  private async readPage(facts: PageSnapshotFacts): Promise<Made> {
    const readAt = this.clock.now();
    const snapshot = await snapshotPage(facts.address, readAt);
    if ('gone' in snapshot) return { none: 'gone' };
    return { bytes: snapshot.html, facts: { ...facts, readAt: readAt.toISOString() }, extension: 'html', mediaType: 'text/html' };
  }

  /** Writes down what came of it, once. */
  private finish(scope: Scope & { tenantId: string }, made: Paper, change: Partial<Paper>): Promise<Paper> {
    return this.transaction.act(scope, async () => {
      const paper = await this.book.lock(made.tenantId, made.id);
      // Another run was first, or what it says has changed meanwhile.
      if (paper.state !== 'waiting' || paper.tries !== made.tries || paper.askedAt.getTime() !== made.askedAt.getTime()) return paper;
      const saved = await this.book.save(paper, change);
      await this.audit.record('paper.made', 'paper', paper.id, { kind: paper.kind, number: `${paper.number}/${paper.fiscalYear}`, state: saved.state, sha256: saved.sha256 });
      return saved;
    });
  }
}

/** What the system itself vouches for stays as it was made; what a person signs stays once it is signed. */
function isFinal({ kind, signedAt }: Paper): boolean {
  return kind === 'framework_announcement' || kind === 'web_master_order' ? signedAt !== null : true;
}
