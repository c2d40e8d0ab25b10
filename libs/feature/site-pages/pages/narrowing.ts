import { fileKinds, type FileKind, type PublicationGroup } from '@prongsai/domain/publishing';
import type { ListQuery } from './list-query';

/** What stands beside a list: how many items there are, and what they can be narrowed to. */
export interface Narrowing {
  /** With everything that narrows. */
  count: number;
  newestAt: Date | null;
  /** Sub-items of a category, or categories of a list of all, with their counts under the other filters. */
  shelves: ReadonlyMap<string, number>;
  /** Under the other filters, all shelves together. */
  onAllShelves: number;
  /** Newest first. */
  years: readonly number[];
  kinds: readonly FileKind[];
  /** With the words alone. */
  total: number;
}

/** Adds up the groups; each filter's own choices are counted under the others. */
export function narrowingOf(groups: readonly PublicationGroup[], query: ListQuery, shelf: 'sub' | 'c'): Narrowing {
  const shelfOf = (group: PublicationGroup) => (shelf === 'sub' ? group.subItemCode : group.categoryCode);
  const inYear = (group: PublicationGroup) => query.year === undefined || group.fiscalYear === query.year;
  const ofKind = (group: PublicationGroup) => query.type === undefined || group.fileKinds.includes(query.type);
  const onShelf = (group: PublicationGroup) => query[shelf] === undefined || shelfOf(group) === query[shelf];
  const shelves = new Map<string, number>();
  let onAllShelves = 0;
  for (const group of groups.filter((one) => inYear(one) && ofKind(one))) {
    onAllShelves += group.count;
    const code = shelfOf(group);
    if (code !== null) shelves.set(code, (shelves.get(code) ?? 0) + group.count);
  }
  const shown = groups.filter((group) => inYear(group) && ofKind(group) && onShelf(group));
  const present = new Set(groups.flatMap((group) => group.fileKinds));
  return {
    count: sum(shown), newestAt: shown.reduce<Date | null>((newest, { newestAt }) => (newest === null || newestAt > newest ? newestAt : newest), null),
    shelves, onAllShelves, total: sum(groups),
    years: [...new Set(groups.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a),
    kinds: fileKinds.filter((kind) => present.has(kind)),
  };
}

function sum(groups: readonly PublicationGroup[]): number {
  return groups.reduce((all, { count }) => all + count, 0);
}
