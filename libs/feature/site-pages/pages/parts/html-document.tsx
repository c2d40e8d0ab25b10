import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
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

/** A whole HTML document: no script, one style sheet, the faces from our own host. Everything that is shown is escaped. */
export function htmlDocument({ title, description, canonical, hidden }: PageHead, body: ComponentChildren): string {
  const faces = ['thai-400', 'thai-600'].map((face) => assetPath(`noto-sans-thai-looped-${face}-normal.woff2`));
  return `<!doctype html>${renderToString(
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {hidden ? <meta name="robots" content="noindex" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        <link rel="stylesheet" href={assetPath('site.css')} />
        {faces.map((href) => (
          <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={href} />
        ))}
        <link rel="icon" type="image/svg+xml" href={assetPath('mark.svg')} />
        <meta name="theme-color" content="#083F3B" />
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}
