import { Injectable } from '@nestjs/common';
import { isId, notFound } from '@prongsai/kernel/core';
import type { VersionView } from '@prongsai/kernel/contracts';
import { wordChanges } from '@prongsai/kernel/thai';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { changedFiles } from './changed-files';
import { Publication, PublicationFile, type VersionFile } from './publication.entity';
import { PublicationVersion } from './publication-version.entity';

/** Texts that versions are compared by, in the order of the form. */
const comparedFields = ['title', 'details', 'categoryCode', 'sourceName', 'dataFrom', 'dataUntil', 'externalLink', 'credit'] as const;

type Edition = Pick<PublicationVersion, (typeof comparedFields)[number] | 'number' | 'requestId' | 'files' | 'putOnlineAt' | 'putOnlineBy'> & { replacedAt: Date | null };

/** The versions of a publication as staff see them: who put each online and when, and what it changed. */
@Injectable()
export class VersionReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Newest first; each with its differences from the one before. Throws NOT_FOUND. */
  async list(actor: TenantActor, id: string): Promise<VersionView[]> {
    if (!isId(id)) notFound();
    const { manager } = this.transaction;
    const where = { tenantId: actor.tenantId, publicationId: id };
    const now = (await manager.getRepository(Publication).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    const files = await manager.getRepository(PublicationFile).find({ where, order: { number: 'ASC' } });
    const before: Edition[] = await manager.getRepository(PublicationVersion).find({ where, order: { number: 'ASC' } });
    const current: Edition = {
      ...now, number: now.version, files: files.map((file): VersionFile => ({ ...file, size: Number(file.size) })),
      putOnlineAt: now.revisedAt ?? now.publishedAt, putOnlineBy: now.revisedBy ?? now.publishedBy, replacedAt: null,
    };
    const editions = [...before, current];
    const people = [...new Set(editions.map(({ putOnlineBy }) => putOnlineBy))];
    const accounts: Array<{ id: string; name: string }> = await manager.query('select id, name from account where id = any($1)', [people]);
    const names = new Map(accounts.map((account) => [account.id, account.name]));
    return editions.map((edition, index) => view(edition, editions[index - 1] ?? null, names.get(edition.putOnlineBy) ?? null)).reverse();
  }
}

function view(edition: Edition, before: Edition | null, putOnlineByName: string | null): VersionView {
  return {
    number: edition.number, requestId: edition.requestId, title: edition.title, putOnlineAt: edition.putOnlineAt.toISOString(), putOnlineByName,
    replacedAt: edition.replacedAt?.toISOString() ?? null,
    fields: before === null ? [] : comparedFields.flatMap((field) => {
      const [was, is] = [before[field] ?? '', edition[field] ?? ''];
      return was === is ? [] : [{ field, parts: wordChanges(was, is) }];
    }),
    files: changedFiles(before?.files ?? [], edition.files).map(({ change, file }) => ({ change: before === null ? 'same' : change, name: file.name, size: file.size, fileId: file.fileId })),
  };
}
