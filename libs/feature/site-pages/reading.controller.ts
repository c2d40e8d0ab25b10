import { Body, Controller, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '@prongsai/platform/access';
import { SETTINGS, type Settings } from '@prongsai/platform/config';
import { CurrentReading, FormRoute, HtmlPage, isReadingVariant, PageRoute, readingCookieOf, Redirect, type ReadingVariant } from '@prongsai/platform/http';
import { CurrentVisit, type Visit } from './current-visit';
import { pathBack, portalReadingPage, readingPage } from './pages/reading.page';
import { freshly } from './site.controller';
import { SiteReader } from './site.reader';

const BackQuery = z.object({ back: z.string().optional().catch(undefined) });
type BackQuery = z.infer<typeof BackQuery>;
const SettingsForm = z.object({ size: z.string().optional().catch(undefined), contrast: z.string().optional().catch(undefined), back: z.string().optional().catch(undefined) });
type SettingsForm = z.infer<typeof SettingsForm>;

/** Reading settings on every public host: a page with a plain form, and the one cookie of SPEC 3. */
@Controller()
export class ReadingController {
  constructor(
    private readonly reader: SiteReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @PageRoute('site', '/reading', { access: anyone, summary: 'Reading settings', query: BackQuery })
  async site(@CurrentVisit() visit: Visit, @Query() { back }: BackQuery): Promise<HtmlPage> {
    const { frame } = await this.reader.frame(visit);
    return new HtmlPage(readingPage(frame, pathBack(back)), 200, freshly);
  }

  @PageRoute('portal', '/reading', { access: anyone, summary: 'Reading settings of the portal', query: BackQuery })
  portal(@CurrentReading() reading: ReadingVariant, @Query() { back }: BackQuery): HtmlPage {
    return new HtmlPage(portalReadingPage({ isDemo: this.settings.demo === 'seeds', reading }, pathBack(back)), 200, freshly);
  }

  @FormRoute('site', '/reading', { access: anyone, summary: 'Keep the reading settings', body: SettingsForm })
  keepOnSite(@Body() form: SettingsForm): Redirect {
    return this.keep(form);
  }

  @FormRoute('portal', '/reading', { access: anyone, summary: 'Keep the reading settings of the portal', body: SettingsForm })
  keepOnPortal(@Body() form: SettingsForm): Redirect {
    return this.keep(form);
  }

  private keep({ size, contrast, back }: SettingsForm): Redirect {
    const wanted = `s${size}c${contrast}`;
    const cookie = readingCookieOf(isReadingVariant(wanted) ? wanted : 's0c0', this.settings.publicScheme === 'https');
    return new Redirect(pathBack(back), 303, { 'set-cookie': cookie, 'cache-control': 'no-store' });
  }
}
