import type { Row } from './row';

/** Ends a page; after `newPaper` the numbers begin again. */
export type Turn = 'pageBreak' | 'newPaper';

export interface PlacedPage {
  rows: { row: Row; top: number }[];
  /** Number of the page in its paper, from 1, and how many pages that paper has. */
  number: number;
  count: number;
}

/** Heights in points from the top of the page. */
export interface PageRoom {
  top: number;
  bottom: number;
}

/**
 * Puts rows on pages from the first to the last. Rows that keep with the next go to a new page together; a chain
 * higher than a page is broken where it must be.
 *
 * @returns at least one page
 */
export function paginate(rows: readonly (Row | Turn)[], room: PageRoom): PlacedPage[] {
  return splitPapers(rows).flatMap((paper) => {
    const pages = paginatePaper(paper, room);
    return pages.map((placed, index) => ({ rows: placed, number: index + 1, count: pages.length }));
  });
}

function splitPapers(rows: readonly (Row | Turn)[]): (Row | Turn)[][] {
  const papers: (Row | Turn)[][] = [[]];
  for (const row of rows) {
    if (row === 'newPaper') papers.push([]);
    else papers.at(-1)?.push(row);
  }
  const full = papers.filter((paper) => paper.length > 0);
  return full.length > 0 ? full : [[]];
}

function paginatePaper(rows: readonly (Row | Turn)[], room: PageRoom): PlacedPage['rows'][] {
  let page: PlacedPage['rows'] = [];
  const pages = [page];
  const [first] = rows;
  let y = (typeof first === 'object' ? first.pageTop : undefined) ?? room.top;
  const turn = (): void => {
    page = [];
    pages.push(page);
    y = room.top;
  };
  rows.forEach((row, index) => {
    if (typeof row === 'string') {
      if (page.length > 0) turn();
      return;
    }
    if (page.length > 0 && y + row.above + chainHeight(rows, index, room.bottom - room.top) > room.bottom + 0.5) {
      turn();
      if (row.head) {
        page.push({ row: row.head, top: y });
        y += row.head.height;
      }
    }
    const isAtTop = page.length === 0 || (row.head !== undefined && page.at(-1)?.row === row.head);
    const top = y + (isAtTop ? 0 : row.above);
    page.push({ row, top });
    y = top + row.height;
  });
  return pages.length > 1 && page.length === 0 ? pages.slice(0, -1) : pages;
}

/** Height of a row and of what must stay with it, unless that is more than a page holds. */
function chainHeight(rows: readonly (Row | Turn)[], from: number, most: number): number {
  let height = 0;
  for (let index = from; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined || typeof row === 'string') break;
    const next = height + (index === from ? 0 : row.above) + row.height;
    if (next > most && index > from) break;
    height = next;
    if (!row.keepWithNext) break;
  }
  return height;
}
