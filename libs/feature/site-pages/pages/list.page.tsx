import { formatCount, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { fileKindWords, isNarrowed, listHref, type ListQuery } from './list-query';
import type { Narrowing } from './narrowing';
import { PhoneLink } from './parts/contact-facts';
import { FilterForm } from './parts/filter-form';
import { Icon } from './parts/icons';
import { NothingYet } from './parts/nothing-yet';
import { ItemList } from './parts/publication-lines';
import { SearchField } from './parts/search-field';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Day, Words } from './parts/words';
import { shortTitle } from './short-title';
import { unitWords } from './unit-words';

/** A choice of the left column. */
export interface Shelf {
  code: string;
  title: string;
  count: number;
}

export interface ListFacts {
  place: 'category' | 'latest' | 'search';
  /** Of a category's list. */
  category: Category | null;
  query: ListQuery;
  lines: readonly PublicationLine[];
  narrowing: Narrowing;
  /** Sub-items of the category, or categories of a list of all, in the framework's order; those that show nothing are left out. */
  shelves: readonly Shelf[];
  /** Titles of categories by code, for the lines of a list of all. */
  titles: ReadonlyMap<string, string>;
  /** Cursor of the page after this one. */
  nextCursor: string | null;
  /** What the question may have meant, when nothing was found. */
  spelling: string | null;
}

/** Below so many items a list is read faster than a form. */
const worthFiltering = 4;

/** A category, everything, or what was searched for, newest first. */
export function listPage(frame: SiteFrame, facts: ListFacts): string {
  const { place, category, query, lines, narrowing } = facts;
  const path = place === 'category' && category ? categoryPath(category.code) : `/${place}`;
  const isFirstPage = query.cursor === undefined;
  const isAsked = isNarrowed(query);
  const head = headOf(frame, facts);
  const hasForm = isAsked || narrowing.total >= worthFiltering;
  const self = unitWords(frame.tenant).self;
  const hasList = place !== 'search' || query.q !== undefined;
  return sitePage(
    frame,
    { title: head.title, path, here: listHref(path, query, { cursor: query.cursor }), above: [], description: head.description, hidden: !isFirstPage || isAsked, hasOwnSearch: place === 'search' },
    <div class="wrap page stack">
      <header class="stack-s">
        <h1>
          <Words text={head.heading} />
        </h1>
        {head.lead ? (
          <p class="muted measure">
            <Words text={head.lead} />
            {narrowing.newestAt && !isAsked ? <> <span class="nb">ปรับปรุงล่าสุด</span> <Day at={narrowing.newestAt} /></> : null}
          </p>
        ) : null}
      </header>
      {hasList ? null : <SearchField name="q" label={`ค้นหาในเว็บไซต์ของ${self}`} isLabelShown hint="เช่น แบบฟอร์ม จัดซื้อ" />}
      {hasList && hasForm ? <FilterForm path={path} label={place === 'category' ? 'ค้นหาในหมวดนี้' : `ค้นหาในเว็บไซต์ของ${self}`} query={query} narrowing={narrowing} /> : null}
      {hasList ? (
        <div class={facts.shelves.length > 1 || query.sub || query.c ? 'lay' : undefined}>
          {facts.shelves.length > 1 || query.sub || query.c ? <Shelves path={path} facts={facts} /> : null}
          {lines.length > 0 ? <Results path={path} facts={facts} /> : <Nothing frame={frame} path={path} facts={facts} />}
        </div>
      ) : (
        <Browse frame={frame} />
      )}
    </div>,
  );
}

function headOf({ tenant }: SiteFrame, { place, category, query }: ListFacts): { title: string; heading: string; lead: string | null; description: string } {
  if (category) {
    const title = shortTitle(category);
    const whole = toArabicDigits(category.titleTh);
    return { title, heading: title, lead: whole === title ? '' : whole, description: `${title} ของ${tenant.nameTh}` };
  }
  if (place === 'latest') return { title: 'รายการที่เผยแพร่ทั้งหมด', heading: 'รายการที่เผยแพร่ทั้งหมด', lead: 'เรียงตามวันที่เผยแพร่ ใหม่อยู่บน', description: `รายการที่เผยแพร่ทั้งหมดของ${tenant.nameTh}` };
  const title = query.q ? `ค้นหา “${query.q}”` : 'ค้นหา';
  return { title, heading: query.q ? `ผลการค้นหา “${query.q}”` : 'ค้นหา', lead: null, description: `ค้นหาประกาศ คู่มือ และเอกสารของ${tenant.nameTh}` };
}

function Shelves({ path, facts: { place, query, shelves, narrowing } }: { path: string; facts: ListFacts }) {
  const name = place === 'category' ? 'sub' : 'c';
  const rows: Array<{ code: string | undefined; title: string; count: number }> = [{ code: undefined, title: 'ทั้งหมด', count: narrowing.onAllShelves }, ...shelves];
  return (
    <nav class="sub" aria-labelledby="shelves">
      <h2 id="shelves" class="lb">
        <Words text={name === 'sub' ? 'ชนิดข้อมูล' : 'หมวดหมู่'} />
      </h2>
      <ul>
        {rows.map(({ code, title, count }) => (
          <li>
            <a href={listHref(path, query, { [name]: code })} aria-current={query[name] === code ? 'true' : undefined}>
              <span>
                <Words text={title} />
              </span>{' '}
              {formatCount(count)}
              <span class="vh"> รายการ</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the list shows, in words: `ปีงบประมาณ 2569 · PDF จำนวน 17 รายการ`. */
export function countWords({ query, narrowing, shelves, place }: ListFacts): string {
  const shelf = place === 'category' ? query.sub : query.c;
  const parts = [
    shelf === undefined ? null : (shelves.find(({ code }) => code === shelf)?.title ?? null),
    query.q === undefined || place === 'search' ? null : `“${query.q}”`,
    query.year === undefined ? null : `ปีงบประมาณ ${query.year}`,
    query.type === undefined ? null : fileKindWords[query.type],
  ].filter((part) => part !== null);
  return `${parts.length > 0 ? `${parts.join(' · ')} จำนวน` : place === 'search' ? 'พบ' : 'ทั้งหมด'} ${formatCount(narrowing.count)} รายการ`;
}

function Results({ path, facts }: { path: string; facts: ListFacts }) {
  const { query, lines, nextCursor, place, titles } = facts;
  return (
    <section class="stack-s results" aria-labelledby="items">
      <h2 id="items" class="lb">
        {query.cursor === undefined ? '' : 'รายการก่อนหน้า จาก'}
        <Words text={countWords(facts)} />
      </h2>
      <ItemList lines={lines} categoryTitle={place === 'category' ? undefined : (code) => titles.get(code) ?? null} />
      {nextCursor || query.cursor !== undefined ? (
        <nav class="pages" aria-label="หน้ารายการ">
          {nextCursor ? (
            <a class="btn sec" rel="next" href={listHref(path, query, { cursor: nextCursor })}>
              รายการก่อนหน้านี้ <Icon name="next" />
            </a>
          ) : null}
          {query.cursor === undefined ? null : <a href={listHref(path, query)}>กลับไปรายการล่าสุด</a>}
        </nav>
      ) : null}
    </section>
  );
}

/** Nothing in the category yet, or nothing that was asked for (`public.search_none`). */
function Nothing({ frame, path, facts: { place, query, spelling, category } }: { frame: SiteFrame; path: string; facts: ListFacts }) {
  const { phone } = frame.tenant;
  if (!isNarrowed(query)) return <NothingYet tenant={frame.tenant} what={category ? undefined : 'ยังไม่มีรายการที่เผยแพร่'} />;
  return (
    <section class="stack-s results" aria-labelledby="items">
      <h2 id="items" class="lb">
        {query.q ? `ไม่พบ “${query.q}”` : 'ไม่มีรายการตามที่เลือก'}
      </h2>
      <div class="note stack-s">
        {spelling ? (
          <p>
            ท่านหมายถึง <a href={listHref(path, query, { q: spelling })}>{spelling}</a> หรือไม่
          </p>
        ) : null}
        <p>
          {query.q ? 'ลองคำที่สั้นลง ' : 'เลือกปีหรือชนิดอื่น '}
          {phone ? <>หรือโทร <PhoneLink phone={phone} /></> : <>หรือ<a href="/contact">ดูช่องทางสอบถาม</a></>}
        </p>
        <p>
          {place === 'category' && query.q ? <a href={listHref('/search', { q: query.q })}>ค้นหา “{query.q}” ในทุกหมวดหมู่</a> : <a href="/c">ดูทุกหมวดหมู่</a>}
        </p>
      </div>
    </section>
  );
}

/** Before anything is asked: the categories. */
function Browse({ frame }: { frame: SiteFrame }) {
  return (
    <nav class="stack-s" aria-labelledby="browse">
      <h2 id="browse" class="lb">
        <Words text="หรือเลือกจากหมวดหมู่" />
      </h2>
      <ul class="cats">
        {frame.categories.map((category) => (
          <li>
            <a href={categoryPath(category.code)}>
              <Words text={shortTitle(category)} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
