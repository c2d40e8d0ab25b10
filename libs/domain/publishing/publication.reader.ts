import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import { Publication, PublicationFile } from './publication.entity';

/** One line of a public list. */
export interface PublicationLine {
  id: string;
  code: string;
  title: string;
  categoryCode: string;
  sourceName: string;
  liveFrom: Date;
  publishedAt: Date;
  publishFrom: string;
  publishUntil: string | null;
  /** Extension and bytes of the first file, and how many files there are. */
  extension: string | null;
  size: number | null;
  files: number;
}

/** Why a permanent link shows nothing any more. */
export interface EndedLink {
  endedAs: 'expired' | 'withdrawn' | 'superseded';
  endedAt: Date;
  /** The unit's words to citizens; only for a withdrawal. */
  explanation: string | null;
}

const lineColumns = `publication.id, publication.code, publication.title, publication.category_code as "categoryCode", publication.source_name as "sourceName",
  publication.live_from as "liveFrom", publication.published_at as "publishedAt", publication.publish_from as "publishFrom", publication.publish_until as "publishUntil",
  first.extension, first.size, (select count(*)::int from publication_file counted where counted.tenant_id = publication.tenant_id and counted.publication_id = publication.id) as files`;
const firstFile = `left join lateral (
    select extension, size from publication_file where publication_file.tenant_id = publication.tenant_id and publication_file.publication_id = publication.id
    order by number limit 1) first on true`;

/** What citizens read. Runs as the site: the database shows what is live at this instant and nothing else. */
@Injectable()
export class PublicationReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The newest items, all categories or one, newest first; `before` is the sort key of the last item seen. */
  async list(options: { categoryCode?: string; limit: number; before?: { liveFrom: string; id: string } }): Promise<PublicationLine[]> {
    return this.transaction.manager.query(
      `select ${lineColumns} from publication ${firstFile}
       where publication.tenant_id = app.tenant_id() and ($1::text is null or publication.category_code = $1)
         and publication.withdrawn_at is null and publication.superseded_at is null
         and ($3::timestamptz is null or (publication.live_from, publication.id) < ($3::timestamptz, $4::uuid))
       order by publication.live_from desc, publication.id desc limit $2`,
      [options.categoryCode ?? null, options.limit, options.before?.liveFrom ?? null, options.before?.id ?? null],
    );
  }

  /** How many items each category shows now, and the day of its newest. */
  async countByCategory(): Promise<Map<string, { count: number; newestAt: Date }>> {
    const rows: Array<{ code: string; count: number; newest: Date }> = await this.transaction.manager.query(
      `select category_code as code, count(*)::int as count, max(live_from) as newest from publication
       where tenant_id = app.tenant_id() group by category_code`,
    );
    return new Map(rows.map((row) => [row.code, { count: row.count, newestAt: row.newest }]));
  }

  /** The live item behind a permanent link, with its files; null when there is none. */
  async findByCode(code: string): Promise<{ publication: Publication; files: PublicationFile[] } | null> {
    const { manager } = this.transaction;
    const publication = await manager.getRepository(Publication).findOneBy({ code });
    if (!publication) return null;
    const files = await manager.getRepository(PublicationFile).find({ where: { publicationId: publication.id }, order: { number: 'ASC' } });
    return { publication, files };
  }

  /** Why the permanent link shows nothing; null when it never showed anything. */
  async findEnded(code: string): Promise<EndedLink | null> {
    const [row] = await this.transaction.manager.query(
      'select ended_as as "endedAs", ended_at as "endedAt", explanation from app.link_ended($1)',
      [code],
    );
    return row ?? null;
  }
}
