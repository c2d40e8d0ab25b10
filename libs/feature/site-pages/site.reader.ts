import { Inject, Injectable } from '@nestjs/common';
import { Clock, isId, notFound, Refusal } from '@prongsai/kernel/core';
import { fiscalYearOf, searchWordsOf, suggestSpelling, toArabicDigits } from '@prongsai/kernel/thai';
import { portalOrigin, SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { decodeCursor, pageOfRows, SITE_DIRECTORY, type SiteDirectory } from '@prongsai/platform/http';
import { HoursReader } from '@prongsai/domain/hours';
import { ShownPeopleReader, type ShownPerson } from '@prongsai/domain/people';
import { PublicationReader, type PublicationFile, type PublicationGroup, type PublicationLine } from '@prongsai/domain/publishing';
import { CategoryReader, type Category } from '@prongsai/domain/taxonomy';
import { TenantReader } from '@prongsai/domain/tenant';
import type { Visit } from './current-visit';
import type { CategoriesFacts } from './pages/categories.page';
import type { GoneFacts } from './pages/gone.page';
import type { HomeFacts, ShownCategory } from './pages/home.page';
import { hoursFacts, type HoursFacts } from './pages/hours/hours-facts';
import type { ItemFacts } from './pages/item.page';
import { filterOf, type ListQuery } from './pages/list-query';
import type { ListFacts, Shelf } from './pages/list.page';
import { narrowingOf, type Narrowing } from './pages/narrowing';
import type { SiteFrame } from './pages/parts/site-frame';
import { shortTitle } from './pages/short-title';

/** A page's frame with what this page shows. */
export interface Reading<T> {
  frame: SiteFrame;
  facts: T;
}

/** What stands behind a permanent link: an item, the reason why it has come down, or nothing. */
export type Linked<T> = { kind: 'live'; found: T } | { kind: 'ended'; gone: GoneFacts } | { kind: 'replaced'; by: string } | { kind: 'none' };

const linesOnHome = 6;
const linesOnList = 20;
const linesOnFeed = 30;
const linesBesideItem = 5;
const linesBesideGone = 4;
/** Titles among which a spelling is looked for; only where nothing was found. */
const titlesForSpelling = 400;
/** A site map holds at most 50,000 addresses; older items are reached through the lists. */
const linesOnMap = 5_000;

/**
 * What each page of a unit's site shows, each in one short read-only transaction as the site: the database itself
 * hides what is not live. Pages are drawn after it has ended. What does not wait for other answers is asked at once: the
 * statements travel together, one behind the other on the transaction's connection.
 */
@Injectable()
export class SiteReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantReader,
    private readonly categories: CategoryReader,
    private readonly publications: PublicationReader,
    private readonly shownPeople: ShownPeopleReader,
    private readonly hours: HoursReader,
    private readonly clock: Clock,
    @Inject(SITE_DIRECTORY) private readonly sites: SiteDirectory,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Only what every page has: for policies and addresses that show nothing. */
  frame(visit: Visit): Promise<Reading<null>> {
    return this.read(visit, async () => null);
  }

  /** When the unit and its clinics are open, for pages that say only that. */
  open(visit: Visit): Promise<Reading<HoursFacts>> {
    return this.read(visit, () => this.hoursOf());
  }

  /** The newest items, every category with what it shows, and when the unit is open; `day` names the day whose clinics are asked for. */
  home(visit: Visit, day?: string): Promise<Reading<HomeFacts>> {
    return this.read(visit, async (framed) => {
      const [latest, groups, titles, hours, { categories }] = await Promise.all([
        this.publications.list({ limit: linesOnHome }), this.publications.listGroups({}), this.categories.listGroups(), this.hoursOf(day), framed,
      ]);
      const groupTitles = new Map(titles.map(({ code, titleTh }) => [code, titleTh]));
      return { latest, groups, shown: await this.shownCategories(categories, groups), groupTitles, hours };
    });
  }

  /** Every category with its sub-items and what they show. */
  categoriesShown(visit: Visit): Promise<Reading<CategoriesFacts>> {
    return this.read(visit, async (framed) => {
      const [groups, { categories }] = await Promise.all([this.publications.listGroups({}), framed]);
      return { groups, shown: await this.shownCategories(categories, groups) };
    });
  }

  /** One page of a list. Null when the unit has no such category; BAD_REQUEST for a broken cursor. */
  list(visit: Visit, place: ListFacts['place'], code: string | null, asked: ListQuery): Promise<Reading<ListFacts | null>> {
    // A question without a letter in it asks for nothing; a sub-item means something in its category only, a category outside it.
    const query: ListQuery = {
      ...asked, q: asked.q !== undefined && searchWordsOf(asked.q).length > 0 ? asked.q : undefined, sub: code === null ? undefined : asked.sub, c: code === null ? asked.c : undefined,
    };
    return this.read(visit, async (framed) => {
      const filter = filterOf(query, code ?? undefined);
      const isAsked = place !== 'search' || query.q !== undefined;
      const before = query.cursor === undefined ? undefined : beforeOf(query.cursor);
      const [rows, groups, { categories }] = await Promise.all([
        isAsked ? this.publications.list({ ...filter, limit: linesOnList + 1, before }) : [],
        isAsked ? this.publications.listGroups({ categoryCode: code ?? undefined, words: filter.words }) : [],
        framed,
      ]);
      const category = code === null ? null : await this.findCategory(categories, code, rows[0]);
      if (code !== null && !category) return null;
      const narrowing = narrowingOf(groups, query, code === null ? 'c' : 'sub');
      const { items, nextCursor } = pageOfRows<PublicationLine>(rows, linesOnList, (last) => [last.liveFrom.toISOString(), last.id]);
      const shown = code === null ? await this.shownCategories(categories, groups) : [];
      return {
        place, category, query, lines: items, nextCursor, narrowing, shelves: shelvesOf(category, shown, narrowing),
        titles: new Map(shown.map((one) => [one.category.code, shortTitle(one.category)])),
        spelling: items.length === 0 && query.q !== undefined && narrowing.total === 0 ? await this.spellingOf(query.q, code ?? undefined) : null,
      };
    });
  }

  /** The item behind a permanent link. */
  item(visit: Visit, code: string): Promise<Reading<Linked<ItemFacts>>> {
    return this.read(visit, async (framed) => {
      const [found, others, { categories }] = await Promise.all([this.publications.findByCode(code), this.publications.listBeside(code, linesBesideItem + 1), framed]);
      if (!found) return this.whyNone(categories, code);
      const { publication, files } = found;
      const category = await this.findCategory(categories, publication.categoryCode, publication);
      return { kind: 'live', found: { publication, files, category, others: others.filter(({ id }) => id !== publication.id).slice(0, linesBesideItem) } };
    });
  }

  /** One file of an item; its fate is the item's. */
  file(visit: Visit, code: string, number: string): Promise<Reading<Linked<PublicationFile>>> {
    return this.read(visit, async (framed) => {
      const [found, { categories }] = await Promise.all([this.publications.findByCode(code), framed]);
      if (!found) return this.whyNone(categories, code);
      const file = found.files.find((one) => String(one.number) === number);
      return file ? { kind: 'live', found: file } : { kind: 'none' };
    });
  }

  /** The people whom the unit decided to show. */
  people(visit: Visit): Promise<Reading<ShownPerson[]>> {
    return this.read(visit, () => this.shownPeople.list());
  }

  /** The newest items, for readers of feeds. */
  newest(visit: Visit): Promise<Reading<PublicationLine[]>> {
    return this.read(visit, () => this.publications.list({ limit: linesOnFeed }));
  }

  /** Categories that show something and the newest items, for search engines. */
  map(visit: Visit): Promise<Reading<{ shown: ShownCategory[]; lines: PublicationLine[] }>> {
    return this.read(visit, async (framed) => {
      const [groups, lines, { categories }] = await Promise.all([this.publications.listGroups({}), this.publications.list({ limit: linesOnMap }), framed]);
      const shown = await this.shownCategories(categories, groups);
      return { shown: shown.filter(({ count }) => count > 0), lines };
    });
  }

  private async read<T>(visit: Visit, work: (framed: Promise<SiteFrame>) => Promise<T>): Promise<Reading<T>> {
    const { site, reading } = await this.transaction.site({ tenantId: visit.tenantId }, async () => {
      // First of all: what is read behind it is as new as the version that it brings, or newer.
      const asked = visit.isDoubtful ? this.sites.siteOfSlug(visit.slug) : visit;
      const framed = this.frameOf(visit);
      const drawn = Promise.all([framed, work(framed)]);
      // When the name has gone elsewhere, it does not matter that nothing was found here.
      drawn.catch(() => undefined);
      const site = await asked;
      if (site?.tenantId !== visit.tenantId) return { site, reading: null };
      const [frame, facts] = await drawn;
      return { site, reading: { frame, facts } };
    });
    if (!site) notFound();
    visit.confirm(site);
    return reading ?? this.read({ ...visit, ...site, isDoubtful: false }, work);
  }

  private async frameOf(visit: Visit): Promise<SiteFrame> {
    const [found, categories, hasClinics] = await Promise.all([
      this.tenants.findPublicBySlug(visit.slug), this.categories.list(fiscalYearOf(this.clock.now())), this.hours.hasClinics(),
    ]);
    const tenant = found ?? notFound();
    const networkUrl = `${portalOrigin(this.settings)}/${tenant.networkSlug}`;
    return { tenant, categories, origin: siteOrigin(this.settings, tenant.slug), networkUrl, hasClinics, reading: visit.reading };
  }

  private async hoursOf(day?: string): Promise<HoursFacts> {
    return hoursFacts(await this.hours.findPublic(), this.clock.now(), day);
  }

  private async whyNone(categories: readonly Category[], code: string): Promise<Exclude<Linked<never>, { kind: 'live' }>> {
    const ended = await this.publications.findEnded(code);
    if (!ended) return { kind: 'none' };
    const successor = ended.endedAs === 'superseded' ? await this.publications.findSuccessor(code) : null;
    if (successor !== null) return { kind: 'replaced', by: successor };
    // Of what should never have been shown nothing is told, not even where it stood.
    if (ended.endedAs === 'in_error') return { kind: 'ended', gone: { ended, category: null, others: [] } };
    const stoodIn = await this.publications.findEndedCategory(code);
    const category = categories.find((one) => one.code === stoodIn) ?? null;
    return { kind: 'ended', gone: { ended, category, others: category ? await this.publications.list({ categoryCode: category.code, limit: linesBesideGone }) : [] } };
  }

  /** A spelling of the unit's own titles that finds something; null when there is none. */
  private async spellingOf(question: string, categoryCode: string | undefined): Promise<string | null> {
    const words = suggestSpelling(searchWordsOf(question), await this.publications.listTitles(titlesForSpelling));
    if (!words) return null;
    const finds = await this.publications.list({ categoryCode, words: searchWordsOf(words.join(' ')), limit: 1 });
    return finds.length > 0 ? words.join(' ') : null;
  }

  /** The year's categories in order; behind them those of earlier frameworks under which something is still live. */
  private async shownCategories(categories: readonly Category[], groups: readonly PublicationGroup[]): Promise<ShownCategory[]> {
    const counts = new Map<string, { count: number; newestAt: Date }>();
    for (const { categoryCode, count, newestAt } of groups) {
      const so = counts.get(categoryCode);
      counts.set(categoryCode, { count: (so?.count ?? 0) + count, newestAt: so && so.newestAt > newestAt ? so.newestAt : newestAt });
    }
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
    const known = categories.find((category) => category.code === code);
    if (known) return known;
    // What narrows the list may hide every line of an older framework's category: then any of its lines tells the year.
    const any = line ?? (await this.publications.list({ categoryCode: code, limit: 1 }))[0];
    return any ? this.categories.find(code, fiscalYearOf(any.publishedAt)) : null;
  }
}

function shelvesOf(category: Category | null, shown: readonly ShownCategory[], { shelves }: Narrowing): Shelf[] {
  const named = category
    ? category.subItems.map(({ code, title }) => ({ code, title: toArabicDigits(title) }))
    : shown.map((one) => ({ code: one.category.code, title: shortTitle(one.category) }));
  return named.map(({ code, title }) => ({ code, title, count: shelves.get(code) ?? 0 })).filter(({ count }) => count > 0);
}

function beforeOf(cursor: string): { liveFrom: string; id: string } {
  const [liveFrom = '', id = ''] = decodeCursor(cursor, 2);
  const isInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(liveFrom) && !Number.isNaN(Date.parse(liveFrom));
  if (!isInstant || !isId(id)) throw new Refusal('BAD_REQUEST');
  return { liveFrom, id };
}
