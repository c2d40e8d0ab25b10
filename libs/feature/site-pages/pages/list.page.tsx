import { formatCount, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { Icon } from './parts/icons';
import { NothingYet } from './parts/nothing-yet';
import { ItemList } from './parts/publication-lines';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Day, Words } from './parts/words';
import { shortTitle } from './short-title';

export interface ListFacts {
  /** The category, or null for everything the unit publishes. */
  category: Category | null;
  lines: readonly PublicationLine[];
  /** How many there are now in all, not on this page. */
  count: number;
  newestAt: Date | null;
  /** Cursor of the page after this one. */
  nextCursor: string | null;
  isFirstPage: boolean;
}

/** A category, or everything, newest first. */
export function listPage(frame: SiteFrame, { category, lines, count, newestAt, nextCursor, isFirstPage }: ListFacts): string {
  const title = category ? shortTitle(category) : 'รายการที่เผยแพร่ทั้งหมด';
  const path = category ? categoryPath(category.code) : '/latest';
  const whole = category ? toArabicDigits(category.titleTh) : null;
  return sitePage(
    frame,
    { title, path, above: [], description: `${title} ของ${frame.tenant.nameTh}`, hidden: !isFirstPage },
    <div class="wrap page stack-l">
      <header class="stack-s">
        <h1>
          <Words text={title} />
        </h1>
        {whole && whole !== title ? (
          <p class="muted measure">
            <Words text={whole} />
          </p>
        ) : null}
        {newestAt ? (
          <p class="muted">
            ปรับปรุงล่าสุด <Day at={newestAt} />
          </p>
        ) : null}
      </header>
      {lines.length > 0 ? (
        <section class="stack-s" aria-labelledby="items">
          <h2 id="items">
            {isFirstPage ? '' : 'รายการก่อนหน้า จาก'}ทั้งหมด {formatCount(count)} รายการ
          </h2>
          <ItemList lines={lines} />
          {nextCursor || !isFirstPage ? <Pages path={path} nextCursor={nextCursor} isFirstPage={isFirstPage} /> : null}
        </section>
      ) : (
        <NothingYet tenant={frame.tenant} what={category ? undefined : 'ยังไม่มีรายการที่เผยแพร่'} />
      )}
    </div>,
  );
}

function Pages({ path, nextCursor, isFirstPage }: { path: string; nextCursor: string | null; isFirstPage: boolean }) {
  return (
    <nav class="pages" aria-label="หน้ารายการ">
      {nextCursor ? (
        <a class="btn sec" rel="next" href={`${path}?cursor=${encodeURIComponent(nextCursor)}`}>
          รายการก่อนหน้านี้ <Icon name="next" />
        </a>
      ) : null}
      {isFirstPage ? null : <a href={path}>กลับไปรายการล่าสุด</a>}
    </nav>
  );
}
