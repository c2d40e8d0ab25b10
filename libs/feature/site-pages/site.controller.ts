import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '@prongsai/platform/access';
import { HtmlPage, PageRoute, PlainAnswer, Redirect } from '@prongsai/platform/http';
import { publicationPath } from '@prongsai/domain/publishing';
import { atomFeed } from './atom-feed';
import { CurrentVisit, type Visit } from './current-visit';
import { aboutPage, policies } from './pages/about.page';
import { categoriesPage } from './pages/categories.page';
import { contactPage } from './pages/contact.page';
import { gonePage } from './pages/gone.page';
import { homePage } from './pages/home.page';
import { hasClinics } from './pages/hours/clinic-hero';
import { clinicsPage } from './pages/hours/clinics.page';
import { changesAtOf } from './pages/hours/hours-facts';
import { itemPage } from './pages/item.page';
import { keptListNames, ListQuery } from './pages/list-query';
import { listPage, type ListFacts } from './pages/list.page';
import { missingPage } from './pages/missing.page';
import { peoplePage } from './pages/people.page';
import { robots, siteMap } from './site-map';
import { SiteReader } from './site.reader';

const keptList = [...keptListNames];
const PolicyName = z.enum(policies);
const DayQuery = z.object({ day: z.string().max(40).optional() });
type DayQuery = z.infer<typeof DayQuery>;

/** Browsers ask again each time, so that what has come down is gone at once. */
export const freshly = { 'cache-control': 'no-cache' };

/** The pages of a unit's site. Downloads and reading settings are apart, and what matches no route is `MissingController`'s. */
@Controller()
export class SiteController {
  constructor(private readonly reader: SiteReader) {}

  @PageRoute('site', '/', { access: anyone, summary: 'Home of a unit, with the clinics of a day', query: DayQuery, kept: ['day'] })
  async home(@CurrentVisit() visit: Visit, @Query() { day }: DayQuery): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.home(visit, day);
    return new HtmlPage(homePage(frame, facts), 200, freshly, facts.hours && changesAtOf(facts.hours));
  }

  @PageRoute('site', '/clinics', { access: anyone, summary: 'Clinics of a unit over seven days', kept: [] })
  async clinics(@CurrentVisit() visit: Visit): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.open(visit);
    return hasClinics(facts) ? new HtmlPage(clinicsPage(frame, facts), 200, freshly, changesAtOf(facts)) : new HtmlPage(missingPage(frame), 404, freshly);
  }

  @PageRoute('site', '/latest', { access: anyone, summary: 'Everything a unit publishes, newest first', query: ListQuery, kept: keptList })
  latest(@CurrentVisit() visit: Visit, @Query() query: ListQuery): Promise<HtmlPage> {
    return this.list(visit, 'latest', null, query);
  }

  @PageRoute('site', '/search', { access: anyone, summary: 'What a unit publishes with these words', query: ListQuery, kept: keptList })
  search(@CurrentVisit() visit: Visit, @Query() query: ListQuery): Promise<HtmlPage> {
    return this.list(visit, 'search', null, query);
  }

  @PageRoute('site', '/c', { access: anyone, summary: 'Every category of a unit with its sub-items', kept: [] })
  async categories(@CurrentVisit() visit: Visit): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.categoriesShown(visit);
    return new HtmlPage(categoriesPage(frame, facts), 200, freshly);
  }

  @PageRoute('site', '/c/:code', { access: anyone, summary: 'A category of a unit, newest first', query: ListQuery, kept: keptList })
  category(@CurrentVisit() visit: Visit, @Param('code') code: string, @Query() query: ListQuery): Promise<HtmlPage> {
    return this.list(visit, 'category', code, query);
  }

  @PageRoute('site', '/p/:code', { access: anyone, summary: 'A publication, or why it has come down', kept: [] })
  async item(@CurrentVisit() visit: Visit, @Param('code') code: string): Promise<HtmlPage | Redirect> {
    const { frame, facts } = await this.reader.item(visit, code);
    if (facts.kind === 'live') return new HtmlPage(itemPage(frame, facts.found), 200, freshly);
    if (facts.kind === 'replaced') return new Redirect(publicationPath(facts.by), 301, freshly);
    if (facts.kind === 'ended') return new HtmlPage(gonePage(frame, facts.gone), 410, freshly);
    return new HtmlPage(missingPage(frame), 404, freshly);
  }

  @PageRoute('site', '/contact', { access: anyone, summary: 'The contact facts of a unit', kept: [] })
  async contact(@CurrentVisit() visit: Visit): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.open(visit);
    return new HtmlPage(contactPage(frame, facts), 200, freshly, changesAtOf(facts));
  }

  /** Not kept: a person's name and position are the person's own and belong to no unit's version. */
  @PageRoute('site', '/people', { access: anyone, summary: 'The people whom a unit decided to show' })
  async people(@CurrentVisit() visit: Visit): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.people(visit);
    return new HtmlPage(peoplePage(frame, facts), 200, freshly);
  }

  @PageRoute('site', '/about/:policy', { access: anyone, summary: 'A policy of the site', kept: [] })
  async about(@CurrentVisit() visit: Visit, @Param('policy') name: string): Promise<HtmlPage> {
    const { frame } = await this.reader.frame(visit);
    const policy = PolicyName.safeParse(name);
    return policy.success ? new HtmlPage(aboutPage(frame, policy.data), 200, freshly) : new HtmlPage(missingPage(frame), 404, freshly);
  }

  @PageRoute('site', '/feed.xml', { access: anyone, summary: 'Atom feed of the newest items', kept: [] })
  async feed(@CurrentVisit() visit: Visit): Promise<PlainAnswer> {
    const { frame, facts } = await this.reader.newest(visit);
    return new PlainAnswer(atomFeed(frame, facts), 'application/atom+xml; charset=utf-8', freshly);
  }

  @PageRoute('site', '/sitemap.xml', { access: anyone, summary: 'Site map of a unit', kept: [] })
  async map(@CurrentVisit() visit: Visit): Promise<PlainAnswer> {
    const { frame, facts } = await this.reader.map(visit);
    return new PlainAnswer(siteMap(frame, facts), 'application/xml; charset=utf-8', freshly);
  }

  @PageRoute('site', '/robots.txt', { access: anyone, summary: 'What search engines may read', kept: [] })
  async robots(@CurrentVisit() visit: Visit): Promise<PlainAnswer> {
    const { frame } = await this.reader.frame(visit);
    return new PlainAnswer(robots(frame.origin), 'text/plain; charset=utf-8', freshly);
  }

  private async list(visit: Visit, place: ListFacts['place'], code: string | null, query: ListQuery): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.list(visit, place, code, query);
    return facts ? new HtmlPage(listPage(frame, facts), 200, freshly) : new HtmlPage(missingPage(frame), 404, freshly);
  }
}
