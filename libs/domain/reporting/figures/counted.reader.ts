import { Inject, Injectable } from '@nestjs/common';
import type { CountedList, CountedQuery, CountedThing } from '@prongsai/kernel/contracts';
import { Clock, notFound } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { TenantReader } from '@prongsai/domain/tenant';
import { MonitoringReport } from '../monitoring-report.entity';
import { ReportBook, type ReportPlace } from '../report-book';
import type { Round } from '../round.entity';
import { unitWords } from './category-figures.reader';
import { countedBy, countedWhen, happenedSql } from './happened';
import { countedWindow, type CountedWindow } from './report-window';

/** Where a page of the list goes on: the instant (ISO) and key of the last thing seen. */
export interface AfterThing {
  at: string;
  key: string;
}

interface Row {
  key: string;
  at: Date;
  publications: Array<{ id: string; code: string; title: string; publishedAt: string; endedAt: string | null }>;
}

type Thing = CountedThing & { key: string };

/**
 * The list behind a figure of a report, by the same rule as the figure: as many things as it counts. Runs in the unit's own
 * transaction; a network role reaches no publication.
 */
@Injectable()
export class CountedReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly book: ReportBook,
    private readonly categories: CategoryReader,
    private readonly tenants: TenantReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * At most `limit` things after `after`, in the order of what happened: of the window as it stands, or as it stood when the
   * report was sent. Throws NOT_FOUND for a round, category or sub-item that the unit does not have.
   */
  async list(actor: TenantActor, place: ReportPlace, query: CountedQuery, page: { after: AfterThing | null; limit: number }): Promise<Omit<CountedList, 'items' | 'nextCursor'> & { things: Thing[] }> {
    const round = await this.book.round(place);
    const category = (await this.categories.list(round.fiscalYear)).find((one) => one.code === query.category) ?? notFound();
    const subItem = query.subItem ? (category.subItems.find((one) => one.code === query.subItem) ?? notFound()) : null;
    const rule = query.figure === 'published' ? category.countRule : query.figure;
    const window = await this.windowOf(actor, round);
    const { slug } = await this.tenants.get(actor.tenantId);
    const titles = new Map(category.subItems.map((item) => [item.code, item.title]));
    const counted = `with ${happenedSql}, counted as (
        select ${countedBy[rule].key} as key, ${countedBy[rule].at} as at, id, code, title, published_at, ended_at
        from happened where category_code = $4 and ($5::text is null or sub_item_code = $5) and ${countedWhen[rule]}
      )`;
    const parameters = [window.from, window.until, window.endsUntil, category.code, subItem?.code ?? null];
    const { manager } = this.transaction;
    const [{ total }]: [{ total: number }] = await manager.query(`${counted} select count(distinct key)::int as total from counted`, parameters);
    const rows: Row[] = await manager.query(
      `${counted}
       select key, min(at) as at, json_agg(json_build_object('id', id, 'code', code, 'title', title, 'publishedAt', published_at, 'endedAt', ended_at) order by published_at, id) as publications
       from counted group by key having $6::timestamptz is null or (min(at), key) > ($6, $7) order by min(at), key limit $8`,
      [...parameters, page.after?.at ?? null, page.after?.key ?? null, page.limit],
    );
    const site = siteOrigin(this.settings, slug);
    return {
      total, figure: query.figure, category: { code: category.code, title: category.titleTh }, subItem, window: window.days,
      unit: query.figure === 'published' ? unitWords[category.countRule] : unitWords.acts,
      things: rows.map(({ key, at, publications }) => ({
        key, at: at.toISOString(), title: (rule === 'subjects' ? titles.get(key) : undefined) ?? publications.at(-1)?.title ?? '',
        publications: publications.map(({ id, code, title, publishedAt, endedAt }) => ({
          id, title, url: `${site}/p/${code}`, publishedAt: new Date(publishedAt).toISOString(), endedAt: endedAt ? new Date(endedAt).toISOString() : null,
        })),
      })),
    };
  }

  /** The window as the report's figures count it: up to the sending once it is sent, else up to now. */
  private async windowOf(actor: TenantActor, round: Round): Promise<CountedWindow> {
    const report = await this.transaction.manager.getRepository(MonitoringReport).findOneBy({ tenantId: actor.tenantId, roundId: round.id });
    const isFrozen = report?.state === 'sent' || report?.state === 'accepted';
    return countedWindow({ from: round.windowFrom, until: round.windowUntil }, (isFrozen && report?.sentAt) || this.clock.now());
  }
}
