import { Controller } from '@nestjs/common';
import { anyone } from '@prongsai/platform/access';
import { CurrentSite, HtmlPage, PageRoute, type Site } from '@prongsai/platform/http';
import { missingPage } from './pages/missing.page';
import { freshly } from './site.controller';
import { SiteReader } from './site.reader';

/** Every address of a unit's site that no other route answers: a page of that unit, with its telephone number. */
@Controller()
export class MissingController {
  constructor(private readonly reader: SiteReader) {}

  @PageRoute('site', '/*', { access: anyone, summary: 'An address that shows nothing' })
  async missing(@CurrentSite() site: Site): Promise<HtmlPage> {
    const { frame } = await this.reader.frame(site);
    return new HtmlPage(missingPage(frame), 404, freshly);
  }
}
