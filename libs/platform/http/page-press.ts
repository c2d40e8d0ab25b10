import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '@prongsai/kernel/core';
import { HtmlPage, type PlainAnswer } from './answer';
import { readingVariantOf } from './reading';
import { isKeptAddress, pressPage, takesGzipped, type PageCache } from './page-cache';

/** The process's press; absent where no site is served. */
export const PAGE_PRESS = Symbol('page press');

/** Sends the pages of units' sites that may be kept: compressed once, kept, and only confirmed to whoever has them. */
export class PagePress {
  /** `shared` are the headers of every answer on a site. */
  constructor(
    private readonly pages: PageCache,
    private readonly clock: Clock,
    private readonly shared: Record<string, string>,
  ) {}

  /** The instant of business before drawing; what is drawn later is kept from then on. */
  now(): Date {
    return this.clock.now();
  }

  /** Sets status and headers, and answers the body to send. `names` are the query values of addresses that may be kept. */
  send(request: FastifyRequest, reply: FastifyReply, answer: HtmlPage | PlainAnswer, names: readonly string[], drawnAt: Date): Buffer | string {
    // Whoever reads for a page asks for a doubtful unit again; a page that did not is nobody's.
    if (request.isSiteDoubtful) throw new Error('a page was drawn for a unit that nobody asked for again');
    const { status, body, mediaType, changesAt } = partsOf(answer);
    const page = pressPage(body, { status, mediaType, headers: answer.headers });
    const address = request.raw.url ?? '/';
    // What does not exist is not kept: the names of what does not exist have no end.
    if (request.site && status !== 404 && isKeptAddress(address, names)) {
      this.pages.keep(request.site, readingVariantOf(request), address, page, { drawnAt, until: changesAt }, this.shared);
    }
    reply.status(status).type(mediaType).headers({ ...answer.headers, etag: page.etag, vary: 'accept-encoding, cookie' });
    if (status === 200 && request.headers['if-none-match'] === page.etag) {
      reply.status(304);
      return '';
    }
    if (!takesGzipped(request.headers['accept-encoding'])) return body;
    reply.header('content-encoding', 'gzip');
    return page.gzip;
  }
}

function partsOf(answer: HtmlPage | PlainAnswer): { status: number; body: string | Buffer; mediaType: string; changesAt: Date | null } {
  if (answer instanceof HtmlPage) return { status: answer.status, body: answer.html, mediaType: 'text/html; charset=utf-8', changesAt: answer.changesAt };
  return { status: 200, body: answer.body, mediaType: answer.mediaType, changesAt: null };
}
