import { publicationPath, type PublicationLine } from '@prongsai/domain/publishing';
import type { SiteFrame } from './pages/parts/site-frame';
import { escaped } from './site-map';

/** Atom feed (RFC 4287) of the newest items: titles and links, the words stay on the site. */
export function atomFeed({ tenant, origin }: Pick<SiteFrame, 'tenant' | 'origin'>, lines: readonly PublicationLine[]): string {
  const updated = new Date(Math.max(0, ...lines.map(({ liveFrom, revisedAt }) => (revisedAt ?? liveFrom).getTime())));
  const entries = lines.map(({ code, title, sourceName, liveFrom, revisedAt }) => {
    const link = escaped(`${origin}${publicationPath(code)}`);
    return `<entry><id>${link}</id><title>${escaped(title)}</title><link href="${link}"/><updated>${(revisedAt ?? liveFrom).toISOString()}</updated><author><name>${escaped(sourceName)}</name></author></entry>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="th">',
    `<id>${escaped(origin)}/</id><title>${escaped(tenant.nameTh)}</title><updated>${updated.toISOString()}</updated>`,
    `<link href="${escaped(origin)}/"/><link rel="self" type="application/atom+xml" href="${escaped(origin)}/feed.xml"/><author><name>${escaped(tenant.nameTh)}</name></author>`,
    ...entries, '</feed>', '',
  ].join('\n');
}
