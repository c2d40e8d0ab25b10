import { useSyncExternalStore } from 'react';

/** Whether the screen answers a media query now; drawn again when that changes. For what CSS alone cannot say: what is one link. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
