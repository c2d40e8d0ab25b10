import { useInfiniteQuery } from '@tanstack/react-query';
import { callApi } from './api';

/** One page of a list, as every list of the API answers. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface List<T> {
  items: T[];
  isPending: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
}

/** A list of the API that grows page by page; `path` may carry a query of its own. */
export function useList<T>(key: readonly unknown[], path: string, { limit = 50, enabled = true } = {}): List<T> {
  const query = useInfiniteQuery({
    queryKey: [...key, limit],
    enabled,
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<T>) => page.nextCursor,
    queryFn: ({ pageParam, signal }) => callApi<Page<T>>('GET', withPage(path, pageParam, limit), undefined, signal),
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: query.isPending && enabled,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

/** Reads a list to its end; for lists that are short by nature or must be judged whole. */
export async function readWhole<T>(path: string, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await callApi<Page<T>>('GET', withPage(path, cursor, 200), undefined, signal);
    items.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor);
  return items;
}

function withPage(path: string, cursor: string | null, limit: number): string {
  const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}
