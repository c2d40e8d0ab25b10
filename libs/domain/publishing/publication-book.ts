import { Injectable } from '@nestjs/common';
import { checkNoReasons, isId, notFound } from '@prongsai/kernel/core';
import { endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import { publicationState, publicationStateObstacle, type PublicationVerb } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import type { PendingChange } from './change-reasons';
import { Publication, PublicationFile } from './publication.entity';
import { PublicationVersion } from './publication-version.entity';

/** What a new version brings; the link, the first day and what happened to the item stay. */
export type NextVersion = Pick<Publication,
  'requestId' | 'title' | 'details' | 'categoryCode' | 'subItemCode' | 'requirementGroup' | 'sourceName' | 'dataFrom' | 'dataUntil' | 'externalLink' | 'credit' | 'workGroupId'
  | 'publishUntil' | 'liveUntil' | 'approvalDueAt' | 'searchText' | 'fileKinds'>;

/** Where publications are kept: loading under lock, a later end, a new version. Used by the verbs that change one. */
@Injectable()
export class PublicationBook {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The publication, locked until the act commits. Throws NOT_FOUND. */
  async lock(actor: TenantActor, id: string): Promise<Publication> {
    if (!isId(id)) notFound();
    return (await this.transaction.manager.getRepository(Publication).findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } })) ?? notFound();
  }

  /** The same, when `verb` may start now. Throws 409 with the reason. */
  async lockFor(verb: PublicationVerb, actor: TenantActor, id: string, now: Date): Promise<Publication> {
    const publication = await this.lock(actor, id);
    const obstacle = publicationStateObstacle(verb, publicationState(publication, now));
    checkNoReasons(obstacle ? [{ code: 'STATE', text: obstacle }] : []);
    return publication;
  }

  /** Requests that are about to change one of these publications; at most one each. */
  async pendingOf(ids: readonly string[]): Promise<Map<string, PendingChange>> {
    if (ids.length === 0) return new Map();
    const rows: PendingChange[] = await this.transaction.manager.query(
      `select request.for_publication_id as "publicationId", request.id as "requestId", request.purpose, account.name as "requesterName"
       from publication_request request join account on account.id = request.requester_id
       where request.tenant_id = app.tenant_id() and request.for_publication_id = any($1) and request.state in ('draft','submitted','returned','approved_verbally','approved')`,
      [ids],
    );
    return new Map(rows.map((row) => [row.publicationId, row]));
  }

  /** Moves the end to the last instant of the day `until`; null is no end. What is owed a signature still ends without it. */
  async moveEnd(publication: Publication, until: string | null): Promise<Publication> {
    const change = { publishUntil: until, liveUntil: earlier(until === null ? null : endOfBangkokDayExclusive(until), publication.approvalDueAt) };
    await this.transaction.manager.getRepository(Publication).update({ tenantId: publication.tenantId, id: publication.id }, change);
    return { ...publication, ...change };
  }

  /** Puts a new version behind the same link and keeps the old one, with who put it online and who replaced it. */
  async revise(publication: Publication, next: NextVersion, files: ReadonlyArray<Omit<PublicationFile, 'publicationId'>>, by: { accountId: string; at: Date }): Promise<Publication> {
    const { manager } = this.transaction;
    const { tenantId, id } = publication;
    const old = await manager.getRepository(PublicationFile).find({ where: { tenantId, publicationId: id }, order: { number: 'ASC' } });
    const { requestId, title, details, categoryCode, sourceName, dataFrom, dataUntil, externalLink, credit } = publication;
    await manager.getRepository(PublicationVersion).insert({
      tenantId, publicationId: id, number: publication.version, requestId, title, details, categoryCode, sourceName, dataFrom, dataUntil, externalLink, credit,
      files: old.map(({ number, fileId, name, mediaType, extension, size, storageKey }) => ({ number, fileId, name, mediaType, extension, size: Number(size), storageKey })),
      putOnlineAt: publication.revisedAt ?? publication.publishedAt, putOnlineBy: publication.revisedBy ?? publication.publishedBy, replacedAt: by.at, replacedBy: by.accountId,
    });
    const change = { ...next, version: publication.version + 1, revisedAt: by.at, revisedBy: by.accountId };
    await manager.getRepository(Publication).update({ tenantId, id }, change);
    await manager.getRepository(PublicationFile).delete({ tenantId, publicationId: id });
    if (files.length > 0) await manager.getRepository(PublicationFile).insert(files.map((file) => ({ ...file, publicationId: id })));
    return { ...publication, ...change };
  }
}

/** The earlier of two ends; null is no end. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  return one && other ? (one < other ? one : other) : (one ?? other);
}
