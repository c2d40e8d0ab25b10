import { Inject, Injectable } from '@nestjs/common';
import { Clock, isId, notFound, Refusal } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { portalOrigin, SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { decodeCursor, pageOfRows, type Site } from '@prongsai/platform/http';
import { PublicationReader, type EndedLink, type PublicationFile, type PublicationLine } from '@prongsai/domain/publishing';
import { CategoryReader, type Category } from '@prongsai/domain/taxonomy';
import { TenantReader } from '@prongsai/domain/tenant';
import type { HomeFacts, ShownCategory } from './pages/home.page';
import type { ItemFacts } from './pages/item.page';
import type { ListFacts } from './pages/list.page';
import type { SiteFrame } from './pages/parts/site-frame';

/** A page's frame with what this page shows. */
export interface Reading<T> {
  frame: SiteFrame;
  facts: T;
}

/** What stands behind a permanent link: an item, the reason why it has come down, or nothing. */
export type Linked<T> = { kind: 'live'; found: T } | { kind: 'ended'; ended: EndedLink } | { kind: 'none' };

const linesOnHome = 6;
const linesOnList = 20;
const linesBesideItem = 5;
/** A site map holds at most 50,000 addresses; older items are reached through the lists. */
const linesOnMap = 5_000;

/**
 * What each page of a unit's site shows, each in one short read-only transaction as the site: the database itself
 * hides what is not live. Pages are drawn after it has ended.
 */
@Injectable()
export class SiteReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantReader,
    private readonly categories: CategoryReader,
    private readonly publications: PublicationReader,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Only what every page has: for contact and for addresses that show nothing. */
  frame(site: Site): Promise<Reading<null>> {
    return this.read(site, async () => null);
  }

  /** The newest items, and every category with what it shows. */
  home(site: Site): Promise<Reading<HomeFacts>> {
    return this.read(site, async ({ categories }) => {
      const latest = await this.publications.list({ limit: linesOnHome });
      const groupTitles = new Map((await this.categories.listGroups()).map(({ code, titleTh }) => [code, titleTh]));
      return { latest, shown: await this.shownCategories(categories), groupTitles };
    });
  }

  /** One page of a category, or of everything when `code` is null. Null when the unit has no such category; BAD_REQUEST for a broken cursor. */
  list(site: Site, code: string | null, cursor: string | undefined): Promise<Reading<ListFacts | null>> {
    return this.read(site, async ({ categories }) => {
      const rows = await this.publications.list({ categoryCode: code ?? undefined, limit: linesOnList + 1, before: cursor === undefined ? undefined : beforeOf(cursor) });
      const category = code === null ? null : await this.findCategory(categories, code, rows[0]);
      if (code !== null && !category) return null;
      const counted = [...(await this.publications.countByCategory())].filter(([counts]) => code === null || counts === code).map(([, figures]) => figures);
      const { items, nextCursor } = pageOfRows<PublicationLine>(rows, linesOnList, (last) => [last.liveFrom.toISOString(), last.id]);
      return {
        category, lines: items, nextCursor, isFirstPage: cursor === undefined,
        count: counted.reduce((sum, { count }) => sum + count, 0),
        newestAt: counted.reduce<Date | null>((newest, { newestAt }) => (newest === null || newestAt > newest ? newestAt : newest), null),
      };
    });
  }

  /** The item behind a permanent link. */
  item(site: Site, code: string): Promise<Reading<Linked<ItemFacts>>> {
    return this.read(site, async ({ categories }) => {
      const found = await this.publications.findByCode(code);
      if (!found) return this.whyNone(code);
      const { publication, files } = found;
      const category = await this.findCategory(categories, publication.categoryCode, publication);
      const others = await this.publications.list({ categoryCode: publication.categoryCode, limit: linesBesideItem + 1 });
      return { kind: 'live', found: { publication, files, category, others: others.filter(({ id }) => id !== publication.id).slice(0, linesBesideItem) } };
    });
  }

  /** One file of an item; its fate is the item's. */
  file(site: Site, code: string, number: string): Promise<Reading<Linked<PublicationFile>>> {
    return this.read(site, async () => {
      const found = await this.publications.findByCode(code);
      if (!found) return this.whyNone(code);
      const file = found.files.find((one) => String(one.number) === number);
      return file ? { kind: 'live', found: file } : { kind: 'none' };
    });
  }

  /** Categories that show something and the newest items, for search engines. */
  map(site: Site): Promise<Reading<{ shown: ShownCategory[]; lines: PublicationLine[] }>> {
    return this.read(site, async ({ categories }) => {
      const shown = await this.shownCategories(categories);
      return { shown: shown.filter(({ count }) => count > 0), lines: await this.publications.list({ limit: linesOnMap }) };
    });
  }

  private read<T>(site: Site, work: (frame: SiteFrame) => Promise<T>): Promise<Reading<T>> {
    return this.transaction.site({ tenantId: site.tenantId }, async () => {
      const tenant = (await this.tenants.findPublicBySlug(site.slug)) ?? notFound();
      const frame: SiteFrame = {
        tenant,
        categories: await this.categories.list(fiscalYearOf(this.clock.now())),
        origin: siteOrigin(this.settings, tenant.slug),
        networkUrl: `${portalOrigin(this.settings)}/${tenant.networkSlug}`,
      };
      return { frame, facts: await work(frame) };
    });
  }

  private async whyNone(code: string): Promise<{ kind: 'ended'; ended: EndedLink } | { kind: 'none' }> {
    const ended = await this.publications.findEnded(code);
    return ended ? { kind: 'ended', ended } : { kind: 'none' };
  }

  /** The year's categories in order; behind them those of earlier frameworks under which something is still live. */
  private async shownCategories(categories: readonly Category[]): Promise<ShownCategory[]> {
    const counts = await this.publications.countByCategory();
    const shown: ShownCategory[] = categories.map((category) => ({ category, count: counts.get(category.code)?.count ?? 0, newestAt: counts.get(category.code)?.newestAt ?? null }));
    for (const [code, { count, newestAt }] of counts) {
      if (categories.some((category) => category.code === code)) continue;
      const category = await this.categories.find(code, fiscalYearOf(newestAt));
      if (category) shown.push({ category, count, newestAt });
    }
    return shown;
  }

  /** The category in this year's framework, else in the one of the year in which `line` was published. */
  private async findCategory(categories: readonly Category[], code: string, line: { publishedAt: Date } | undefined): Promise<Category | null> {
    return categories.find((category) => category.code === code) ?? (line ? this.categories.find(code, fiscalYearOf(line.publishedAt)) : null);
  }
}

function beforeOf(cursor: string): { liveFrom: string; id: string } {
  const [liveFrom = '', id = ''] = decodeCursor(cursor, 2);
  const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(liveFrom) && !Number.isNaN(Date.parse(liveFrom));
  if (!isInstant || !isId(id)) throw new Refusal('BAD_REQUEST');
  return { liveFrom, id };
}
