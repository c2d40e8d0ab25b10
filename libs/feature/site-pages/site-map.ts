import { publicationPath, type PublicationLine } from '@prongsai/domain/publishing';
import type { ShownCategory } from './pages/home.page';
import { categoryPath, policyPlaces, type SiteFrame } from './pages/parts/site-frame';

/** Site map of a unit in the sitemaps.org form: pages that exist and show something, with the instant of their last change. */
export function siteMap({ origin, hasClinics }: Pick<SiteFrame, 'origin' | 'hasClinics'>, { shown, lines }: { shown: readonly ShownCategory[]; lines: readonly PublicationLine[] }): string {
  const addresses: Array<[string, Date | null]> = [
    ['/', lines[0]?.liveFrom ?? null],
    ['/latest', lines[0]?.liveFrom ?? null],
    ['/c', lines[0]?.liveFrom ?? null],
    ['/people', null],
    ['/contact', null],
    ...(hasClinics ? [['/clinics', null] as [string, null]] : []),
    ...policyPlaces.map(({ href }): [string, Date | null] => [href, null]),
    ...shown.map(({ category, newestAt }): [string, Date | null] => [categoryPath(category.code), newestAt]),
    ...lines.map(({ code, liveFrom, revisedAt }): [string, Date | null] => [publicationPath(code), revisedAt ?? liveFrom]),
  ];
  const urls = addresses.map(([path, changedAt]) => `<url><loc>${escaped(`${origin}${path}`)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Text as XML holds it; what XML forbids altogether is left out. */
export function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Everything public may be read; lists narrowed by what somebody asked are no pages to keep. */
export function robots(origin: string): string {
  return `User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /reading\nSitemap: ${origin}/sitemap.xml\n`;
}
