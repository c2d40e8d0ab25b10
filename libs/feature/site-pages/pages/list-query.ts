import { z } from 'zod';
import { fileKinds, type FileKind, type PublicationFilter } from '@prongsai/domain/publishing';
import { searchWordsOf } from '@prongsai/kernel/thai';
import { longestQuestion } from './parts/search-field';

/** A text of a query; empty, too long or given twice is as if it were not there. */
const text = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

/**
 * What narrows a list, from the address: a closed list of names, and a value that is none of ours is ignored, so that
 * old and mistyped links still lead to a list.
 */
export const ListQuery = z.object({
  q: z.string().trim().transform((asked) => asked.slice(0, longestQuestion)).pipe(z.string().min(1)).optional().catch(undefined),
  /** Fiscal year, B.E. */
  year: z.coerce.number().int().min(2500).max(2700).optional().catch(undefined),
  /** Sub-item of a category. */
  sub: text(60),
  /** Category, where the list is of all. */
  c: text(60),
  type: z.enum(fileKinds).optional().catch(undefined),
  cursor: z.string().max(300).optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** Query names with which a list may be kept by the page cache: every one but the question, which has no end. */
export const keptListNames = ['year', 'sub', 'c', 'type', 'cursor'] as const;

/** A list's address with what narrows it, always in the same order; a change of `undefined` takes a part out. */
export function listHref(path: string, query: ListQuery, changes: Partial<ListQuery> = {}): string {
  // Whoever changes what narrows a list begins at its first page.
  const asked = { ...query, cursor: undefined, ...changes };
  const parameters = new URLSearchParams();
  for (const name of ['q', 'c', 'sub', 'year', 'type', 'cursor'] as const) {
    const value = asked[name];
    if (value !== undefined) parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written === '' ? path : `${path}?${written}`;
}

/** Whether anything narrows the list. */
export function isNarrowed({ q, year, sub, c, type }: ListQuery): boolean {
  return [q, year, sub, c, type].some((part) => part !== undefined);
}

/** The same for the reader of publications; `categoryCode` is the page's own. */
export function filterOf(query: ListQuery, categoryCode: string | undefined): PublicationFilter {
  return {
    categoryCode: categoryCode ?? query.c, subItemCode: categoryCode === undefined ? undefined : query.sub, fiscalYear: query.year, fileKind: query.type,
    words: query.q === undefined ? undefined : searchWordsOf(query.q),
  };
}

/** What a kind of file is called. */
export const fileKindWords: Record<FileKind, string> = { pdf: 'PDF', sheet: 'ตาราง Excel', document: 'เอกสาร Word', image: 'ภาพ', archive: 'ไฟล์รวม ZIP' };
