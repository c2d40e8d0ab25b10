import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { isId, notFound, type Reason } from '@prongsai/kernel/core';
import { paperKinds, type PaperKind, type PaperSettingView, type PaperView } from '@prongsai/kernel/contracts';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { renderDocx } from '@prongsai/platform/pdf';
import { OBJECT_STORE, paperKey, type ObjectStore } from '@prongsai/platform/storage';
import { UnitFactsReader } from './facts/unit-facts.reader';
import { Paper } from './paper.entity';
import { fileNameOf, orderOf } from './wording/paper-order';
import { SignPaper } from './sign-paper.verb';

const reasonWords = { gone: 'หน้าเว็บสิ้นสุดการเผยแพร่ก่อนที่ระบบจะบันทึก', failed: 'จัดทำไม่สำเร็จ แจ้งผู้ดูแลระบบ' } as const;

/** Reads the papers of a unit, for its own people. */
@Injectable()
export class PaperReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly units: UnitFactsReader,
    private readonly sign: SignPaper,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /** One paper. Throws NOT_FOUND. */
  async get(tenantId: string, id: string): Promise<Paper> {
    if (!isId(id)) notFound();
    return (await this.transaction.manager.getRepository(Paper).findOneBy({ tenantId, id })) ?? notFound();
  }

  /** Papers about one thing, the last edition of each kind, in the order in which an office files them. `path` is where papers stand in the API. */
  async list(actor: TenantActor, about: { publicationId: string } | { reportId: string } | { kinds: readonly PaperKind[] }, path: string): Promise<PaperView[]> {
    const query = this.transaction.manager.getRepository(Paper).createQueryBuilder('paper').where('paper.tenantId = :tenantId', actor);
    if ('publicationId' in about) query.andWhere('paper.publicationId = :publicationId', about);
    else if ('reportId' in about) query.andWhere('paper.reportId = :reportId', about);
    else query.andWhere('paper.kind in (:...kinds)', about);
    const papers = await query.orderBy('paper.edition', 'DESC').addOrderBy('paper.number', 'DESC').getMany();
    const last = papers.filter((paper, index) => 'kinds' in about || papers.findIndex(({ kind }) => kind === paper.kind) === index);
    const names = await this.signersOf(last);
    return last.sort((a, b) => paperKinds.indexOf(a.kind) - paperKinds.indexOf(b.kind)).map((paper) => this.view(actor, paper, path, names));
  }

  /** One paper as the API shows it. */
  async show(actor: TenantActor, id: string, path: string): Promise<PaperView> {
    const paper = await this.get(actor.tenantId, id);
    return this.view(actor, paper, path, await this.signersOf([paper]));
  }

  /** The bytes of a paper that is ready; outside the transaction. */
  open({ tenantId, id, sha256 }: Paper): Promise<Readable> {
    return sha256 ? this.store.get(paperKey(tenantId, id, sha256)) : notFound();
  }

  /** The same words for a word processor, from what the paper says; the file that counts is the one that was hashed. */
  docx(paper: Paper): { name: string; bytes: Buffer } {
    const { facts } = paper;
    if (facts.kind === 'page_snapshot' || paper.state !== 'ready') return notFound();
    const { wordings, options } = orderOf(facts, { title: paper.title, createdAt: paper.signedAt ?? paper.askedAt });
    return { name: fileNameOf(paper.kind, `${paper.number}/${paper.fiscalYear}`, paper.title, 'docx'), bytes: renderDocx(wordings[0]?.blocks ?? [], options) };
  }

  async setting(tenantId: string): Promise<PaperSettingView> {
    const { viaName, viaPosition, announcedOn, announcedClause } = await this.units.setting(tenantId);
    return { viaName, viaPosition, announcedOn, announcedClause };
  }

  private view(actor: TenantActor, paper: Paper, path: string, names: ReadonlyMap<string, string>): PaperView {
    const { id, kind, edition, title, state, fileName, mediaType, sha256, requestId, publicationId, reportId, requirementCodes, facts } = paper;
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    const isReady = state === 'ready';
    const isSnapshot = facts.kind === 'page_snapshot';
    return {
      id, kind, edition, title, state, fileName, mediaType, sha256, requestId, publicationId, reportId, requirementCodes,
      number: `${paper.number}/${paper.fiscalYear}`, reason: paper.reason ? reasonWords[paper.reason] : null,
      size: paper.size === null ? null : Number(paper.size), askedAt: paper.askedAt.toISOString(), madeAt: paper.madeAt?.toISOString() ?? null,
      signedAt: paper.signedAt?.toISOString() ?? null, signedByName: names.get(paper.signedBy ?? '') ?? null, frozenAt: paper.frozenAt?.toISOString() ?? null,
      address: isSnapshot ? facts.address : null, readAt: isSnapshot ? facts.readAt : null,
      url: isReady ? `${path}/${id}/content` : null, docxUrl: isReady && !isSnapshot ? `${path}/${id}/docx` : null,
      abilities: { sign: ability(this.sign.reasons(actor, paper)) },
    };
  }

  private async signersOf(papers: readonly Paper[]): Promise<Map<string, string>> {
    const ids = papers.flatMap(({ signedBy }) => signedBy ?? []);
    if (ids.length === 0) return new Map();
    const people: Array<{ id: string; name: string }> = await this.transaction.manager.query('select id, name from account where id = any($1)', [ids]);
    return new Map(people.map(({ id, name }) => [id, name]));
  }
}
