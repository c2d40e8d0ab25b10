import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ReadingVariant } from '@prongsai/platform/http';
import { assetPath } from '../../assets/site-assets';

/** What stands in the head of a page. */
export interface PageHead {
  title: string;
  description?: string;
  /** Absolute address of the page without what only this visit carries. */
  canonical?: string;
  /** A page that search engines should not keep: errors and what is gone. */
  hidden?: boolean;
}

/** What only the frame around pages knows. */
export interface DocumentFrame {
  reading: ReadingVariant;
  /** Whose site it is, for those who pass the address on (Open Graph). */
  siteName: string;
  /** Address of the Atom feed. */
  feed?: string;
}

/** Classes of <html>: `s1 c1`; none for the default, so that most pages carry nothing. */
function classOf(reading: ReadingVariant): string | undefined {
  const parts = [reading.slice(0, 2), reading.slice(2)].filter((part) => !part.endsWith('0'));
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** A whole HTML document: no script, one style sheet, the faces from our own host. Everything that is shown is escaped. */
export function htmlDocument({ reading, siteName, feed }: DocumentFrame, { title, description, canonical, hidden }: PageHead, body: ComponentChildren): string {
  const faces = ['thai-400', 'thai-600'].map((face) => assetPath(`noto-sans-thai-looped-${face}-normal.woff2`));
  return `<!doctype html>${renderToString(
    <html lang="th" class={classOf(reading)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {hidden ? <meta name="robots" content="noindex" /> : null}
        {canonical ? (
          <>
            <link rel="canonical" href={canonical} />
            <meta property="og:title" content={title} />
            <meta property="og:url" content={canonical} />
            <meta property="og:type" content="website" />
            <meta property="og:locale" content="th_TH" />
            <meta property="og:site_name" content={siteName} />
            {description ? <meta property="og:description" content={description} /> : null}
          </>
        ) : null}
        <link rel="stylesheet" href={assetPath('site.css')} />
        {faces.map((href) => (
          <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />
        ))}
        {feed ? <link rel="alternate" type="application/atom+xml" title={siteName} href={feed} /> : null}
        <link rel="icon" type="image/svg+xml" href={assetPath('mark.svg')} />
        <meta name="theme-color" content="#083F3B" />
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}
