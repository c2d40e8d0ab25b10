import { label } from './labels';
import type { List } from './lists';

/** The next page of a list. */
export function MoreButton<T>({ list }: { list: List<T> }) {
  if (!list.hasMore) return null;
  return (
    <p><button type="button" className="btn sec small" aria-busy={list.isLoadingMore} onClick={list.loadMore}>
      {label(list.isLoadingMore ? 'ui.reading' : 'ui.more')}
    </button></p>
  );
}
