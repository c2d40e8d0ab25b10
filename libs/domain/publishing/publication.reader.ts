import { Injectable } from '@nestjs/common';
import { endOfBangkokDayExclusive, fiscalYearWindow, startOfBangkokDay } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import type { FileKind } from './file-kind';
import { Publication, PublicationFile } from './publication.entity';

/** One line of a public list. */
export interface PublicationLine {
  id: string;
  code: string;
  title: string;
  categoryCode: string;
  sourceName: string;
  dataFrom: string;
  dataUntil: string;
  liveFrom: Date;
  publishedAt: Date;
  /** When the version that is shown took the place of an earlier one. */
  revisedAt: Date | null;
  publishFrom: string;
  publishUntil: string | null;
  /** In the order of the item; sizes in bytes. */
  files: Array<{ extension: string; size: number }>;
}

/** What a list is narrowed to; what is left out narrows nothing. */
export interface PublicationFilter {
  categoryCode?: string;
  subItemCode?: string;
  /** Normalised words (`searchWordsOf`), each to be found in title, details or source. */
  words?: readonly string[];
  /** B.E., of the day on which citizens could first read it. */
  fiscalYear?: number;
  fileKind?: FileKind;
}

/** Items that share category, sub-item, fiscal year and kinds of file: what counts beside filters are added from. */
export interface PublicationGroup {
  categoryCode: string;
  subItemCode: string | null;
  fiscalYear: number;
  fileKinds: FileKind[];
  count: number;
  newestAt: Date;
}

/** Why a permanent link shows nothing any more. */
export interface EndedLink {
  endedAs: 'expired' | 'withdrawn' | 'in_error' | 'superseded';
  endedAt: Date;
  /** The unit's words to citizens; only for a withdrawal. */
  explanation: string | null;
}

const lineColumns = `publication.id, publication.code, publication.title, publication.category_code as "categoryCode", publication.source_name as "sourceName",
  publication.data_from as "dataFrom", publication.data_until as "dataUntil",
  publication.live_from as "liveFrom", publication.published_at as "publishedAt", publication.revised_at as "revisedAt", publication.publish_from as "publishFrom", publication.publish_until as "publishUntil",
  coalesce((select json_agg(json_build_object('extension', file.extension, 'size', file.size) order by file.number)
    from publication_file file where file.tenant_id = publication.tenant_id and file.publication_id = publication.id), '[]'::json) as files`;
const hasEveryWord = (words: string) => `not exists (select from unnest(${words}::text[]) word where position(word in publication.search_text) = 0)`;
// October opens the year that is named after the next January; Thailand keeps UTC+7 all year.
const fiscalYearSql = `(extract(year from (publication.live_from at time zone 'UTC') + interval '7 hours' + interval '3 months')::int + 543)`;

/** What citizens read. Runs as the site: the database shows what is live at this instant and nothing else. */
@Injectable()
export class PublicationReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The newest items that the filter lets through, newest first; `before` is the sort key of the last item seen. */
  async list({ before, limit, ...filter }: PublicationFilter & { limit: number; before?: { liveFrom: string; id: string } }): Promise<PublicationLine[]> {
    const year = filter.fiscalYear === undefined ? null : fiscalYearWindow(filter.fiscalYear);
    return this.transaction.manager.query(
      `select ${lineColumns} from publication
       where publication.tenant_id = app.tenant_id() and ($1::text is null or publication.category_code = $1)
         and publication.withdrawn_at is null and publication.superseded_at is null
         and ($3::timestamptz is null or (publication.live_from, publication.id) < ($3::timestamptz, $4::uuid))
         and ($5::text is null or publication.sub_item_code = $5)
         and ($6::timestamptz is null or (publication.live_from >= $6 and publication.live_from < $7::timestamptz))
         and ($8::text is null or $8 = any(publication.file_kinds))
         and ${hasEveryWord('$9')}
       order by publication.live_from desc, publication.id desc limit $2`,
      [
        filter.categoryCode ?? null, limit, before?.liveFrom ?? null, before?.id ?? null, filter.subItemCode ?? null,
        year && startOfBangkokDay(year.from), year && endOfBangkokDayExclusive(year.until), filter.fileKind ?? null, filter.words ?? [],
      ],
    );
  }

  /** The newest items of the category in which the live item `code` stands, itself among them; none when it is not live. */
  async listBeside(code: string, limit: number): Promise<PublicationLine[]> {
    return this.transaction.manager.query(
      `select ${lineColumns} from publication
       where publication.tenant_id = app.tenant_id() and publication.withdrawn_at is null and publication.superseded_at is null
         and publication.category_code = (select item.category_code from publication item where item.tenant_id = app.tenant_id() and item.code = $1)
       order by publication.live_from desc, publication.id desc limit $2`,
      [code, limit],
    );
  }

  /** What is live under a category, or at all, with these words, in groups. */
  async listGroups({ categoryCode, words }: Pick<PublicationFilter, 'categoryCode' | 'words'>): Promise<PublicationGroup[]> {
    return this.transaction.manager.query(
      `select publication.category_code as "categoryCode", publication.sub_item_code as "subItemCode", ${fiscalYearSql} as "fiscalYear",
              publication.file_kinds as "fileKinds", count(*)::int as count, max(publication.live_from) as "newestAt"
       from publication
       where publication.tenant_id = app.tenant_id() and publication.withdrawn_at is null and publication.superseded_at is null
         and ($1::text is null or publication.category_code = $1) and ${hasEveryWord('$2')}
       group by 1, 2, 3, 4`,
      [categoryCode ?? null, words ?? []],
    );
  }

  /** Titles of the newest items, for a spelling to be found among. */
  async listTitles(limit: number): Promise<string[]> {
    const rows: Array<{ title: string }> = await this.transaction.manager.query(
      `select title from publication where tenant_id = app.tenant_id() and withdrawn_at is null and superseded_at is null
       order by live_from desc, id desc limit $1`,
      [limit],
    );
    return rows.map(({ title }) => title);
  }

  /** The live item behind a permanent link, with its files; null when there is none. */
  async findByCode(code: string): Promise<{ publication: Publication; files: PublicationFile[] } | null> {
    const { manager } = this.transaction;
    const [publication, files] = await Promise.all([
      manager.getRepository(Publication).findOneBy({ code }),
      manager.getRepository(PublicationFile).createQueryBuilder('file')
        .where('file.publication_id = (select item.id from publication item where item.tenant_id = app.tenant_id() and item.code = :code)', { code })
        .orderBy('file.number').getMany(),
    ]);
    return publication && { publication, files };
  }

  /** Why the permanent link shows nothing; null when it never showed anything. */
  async findEnded(code: string): Promise<EndedLink | null> {
    const [row] = await this.transaction.manager.query(
      'select ended_as as "endedAs", ended_at as "endedAt", explanation from app.link_ended($1)',
      [code],
    );
    return row ?? null;
  }

  /** The code of the item that took the place of the one behind this link; null when none did. */
  async findSuccessor(code: string): Promise<string | null> {
    const [row] = await this.transaction.manager.query('select app.link_successor($1) as code', [code]);
    return row.code;
  }

  /** The category under which an ended link stood; null for any other link. */
  async findEndedCategory(code: string): Promise<string | null> {
    const [row] = await this.transaction.manager.query('select app.ended_category($1) as code', [code]);
    return row.code;
  }
}
