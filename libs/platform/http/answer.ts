import type { Readable } from 'node:stream';

/** A rendered page; controllers of pages return it and the interceptor sends it. */
export class HtmlPage {
  constructor(
    readonly html: string,
    readonly status = 200,
    readonly headers: Record<string, string> = {},
    /** The first instant of business at which this page says something else, beside what the unit's content says. */
    readonly changesAt: Date | null = null,
  ) {}
}

/** Bytes for a citizen's or officer's download. `name` is the Thai file name that the browser saves under. */
export class Download {
  constructor(
    readonly stream: Readable,
    readonly about: { name: string; mediaType: string; size: number; disposition: 'inline' | 'attachment' },
  ) {}
}

/** A redirect to another address of the same host. */
export class Redirect {
  constructor(
    readonly location: string,
    readonly status: 301 | 302 | 303 | 308 = 302,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** Text of a fixed kind, for example an OpenAPI document or a calendar feed. */
export class PlainAnswer {
  constructor(
    readonly body: string | Buffer,
    readonly mediaType: string,
    readonly headers: Record<string, string> = {},
  ) {}
}

/** Server-sent events, until one side ends the stream. */
export class EventStream {
  constructor(readonly stream: Readable) {}
}

/** Content-Disposition with a Thai name (RFC 6266 and 5987). */
export function contentDisposition(disposition: 'inline' | 'attachment', name: string): string {
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
  const ascii = /^[\x20-\x7E]+$/.test(name) ? name.replace(/["\\%]/g, '_') : `document${extension}`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
