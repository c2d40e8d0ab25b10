import { Controller } from '@nestjs/common';
import { anyone } from '@prongsai/platform/access';
import { HtmlPage, PageRoute } from '@prongsai/platform/http';
import { CurrentVisit, type Visit } from './current-visit';
import { missingPage } from './pages/missing.page';
import { freshly } from './site.controller';
import { SiteReader } from './site.reader';

/** Every address of a unit's site that no other route answers: a page of that unit, with its telephone number. */
@Controller()
export class MissingController {
  constructor(private readonly reader: SiteReader) {}

  @PageRoute('site', '/*', { access: anyone, summary: 'An address that shows nothing' })
  async missing(@CurrentVisit() visit: Visit): Promise<HtmlPage> {
    const { frame } = await this.reader.frame(visit);
    return new HtmlPage(missingPage(frame), 404, freshly);
  }
}
