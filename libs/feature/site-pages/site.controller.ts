import { Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '@prongsai/platform/access';
import { CurrentSite, HtmlPage, PageRoute, PlainAnswer, type Site } from '@prongsai/platform/http';
import { contactPage } from './pages/contact.page';
import { gonePage } from './pages/gone.page';
import { homePage } from './pages/home.page';
import { itemPage } from './pages/item.page';
import { listPage } from './pages/list.page';
import { missingPage } from './pages/missing.page';
import { robots, siteMap } from './site-map';
import { SiteReader } from './site.reader';

const ListQuery = z.object({ cursor: z.string().max(300).optional() });
type ListQuery = z.infer<typeof ListQuery>;

/** Browsers ask again each time, so that what has come down is gone at once. */
export const freshly = { 'cache-control': 'no-cache' };

/** The pages of a unit's site. Downloads are apart, and what matches no route is `MissingController`'s. */
@Controller()
export class SiteController {
  constructor(private readonly reader: SiteReader) {}

  @PageRoute('site', '/', { access: anyone, summary: 'Home of a unit', kept: [] })
  async home(@CurrentSite() site: Site): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.home(site);
    return new HtmlPage(homePage(frame, facts), 200, freshly);
  }

  @PageRoute('site', '/latest', { access: anyone, summary: 'Everything a unit publishes, newest first', query: ListQuery, kept: ['cursor'] })
  latest(@CurrentSite() site: Site, @Query() query: ListQuery): Promise<HtmlPage> {
    return this.list(site, null, query);
  }

  @PageRoute('site', '/c/:code', { access: anyone, summary: 'A category of a unit, newest first', query: ListQuery, kept: ['cursor'] })
  category(@CurrentSite() site: Site, @Param('code') code: string, @Query() query: ListQuery): Promise<HtmlPage> {
    return this.list(site, code, query);
  }

  @PageRoute('site', '/p/:code', { access: anyone, summary: 'A publication, or why it has come down', kept: [] })
  async item(@CurrentSite() site: Site, @Param('code') code: string): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.item(site, code);
    if (facts.kind === 'live') return new HtmlPage(itemPage(frame, facts.found), 200, freshly);
    if (facts.kind === 'ended') return new HtmlPage(gonePage(frame, facts.ended), 410, freshly);
    return new HtmlPage(missingPage(frame), 404, freshly);
  }

  @PageRoute('site', '/contact', { access: anyone, summary: 'The contact facts of a unit', kept: [] })
  async contact(@CurrentSite() site: Site): Promise<HtmlPage> {
    const { frame } = await this.reader.frame(site);
    return new HtmlPage(contactPage(frame), 200, freshly);
  }

  @PageRoute('site', '/sitemap.xml', { access: anyone, summary: 'Site map of a unit', kept: [] })
  async map(@CurrentSite() site: Site): Promise<PlainAnswer> {
    const { frame, facts } = await this.reader.map(site);
    return new PlainAnswer(siteMap(frame.origin, facts), 'application/xml; charset=utf-8', freshly);
  }

  @PageRoute('site', '/robots.txt', { access: anyone, summary: 'What search engines may read', kept: [] })
  async robots(@CurrentSite() site: Site): Promise<PlainAnswer> {
    const { frame } = await this.reader.frame(site);
    return new PlainAnswer(robots(frame.origin), 'text/plain; charset=utf-8', freshly);
  }

  private async list(site: Site, code: string | null, { cursor }: ListQuery): Promise<HtmlPage> {
    const { frame, facts } = await this.reader.list(site, code, cursor);
    return facts ? new HtmlPage(listPage(frame, facts), 200, freshly) : new HtmlPage(missingPage(frame), 404, freshly);
  }
}
