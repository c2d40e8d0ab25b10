import { Controller, Header, Inject, Param } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import { anyone } from '@prongsai/platform/access';
import { Download, HtmlPage, PageRoute, Redirect } from '@prongsai/platform/http';
import { publicationPath } from '@prongsai/domain/publishing';
import { OBJECT_STORE, StorageUnavailable, type ObjectStore } from '@prongsai/platform/storage';
import { CurrentVisit, type Visit } from './current-visit';
import { gonePage } from './pages/gone.page';
import { isShownInBrowser } from './pages/item.page';
import { missingPage } from './pages/missing.page';
import { freshly } from './site.controller';
import { SiteReader } from './site.reader';

/** Files of live items, streamed from the store at an address per item and number (SPEC 7). */
@Controller()
export class DownloadController {
  constructor(
    private readonly reader: SiteReader,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  @PageRoute('site', '/p/:code/files/:number', { access: anyone, summary: 'A file of a publication' })
  @Header('cache-control', 'no-cache')
  async download(@CurrentVisit() visit: Visit, @Param('code') code: string, @Param('number') number: string): Promise<Download | HtmlPage | Redirect> {
    const { frame, facts } = await this.reader.file(visit, code, number);
    // To the item: which of its files took the place of this one only a reader can tell.
    if (facts.kind === 'replaced') return new Redirect(publicationPath(facts.by), 301, freshly);
    if (facts.kind === 'ended') return new HtmlPage(gonePage(frame, facts.gone), 410, freshly);
    if (facts.kind === 'none') return new HtmlPage(missingPage(frame), 404, freshly);
    const { name, mediaType, size, storageKey } = facts.found;
    try {
      return new Download(await this.store.get(storageKey), { name, mediaType, size, disposition: isShownInBrowser(mediaType) ? 'inline' : 'attachment' });
    } catch (error) {
      throw error instanceof StorageUnavailable ? new Refusal('UNAVAILABLE', { retryAfterSeconds: 5 }) : error;
    }
  }
}
