import { draftPrefix } from '@prongsai/console/ui';
import type { Draft } from './draft';

/** Text that is not on the server yet, with the version it was written upon. */
export interface Kept {
  draft: Draft;
  version: number;
}

/** Where unsaved text waits on this device: it outlives a reload, a crash and a session that ran out. */
export interface DraftKeep {
  read: () => Kept | null;
  write: (kept: Kept) => void;
  clear: () => void;
}

/** The keep of one form for one person; `id` is `new` before the first saving. A browser without storage keeps nothing. */
export function draftKeep(accountId: string, slug: string, id: string): DraftKeep {
  const key = `${draftPrefix}${accountId}.${slug}.${id}`;
  return {
    read: () => attempt(() => {
      const text = localStorage.getItem(key);
      return text ? (JSON.parse(text) as Kept) : null;
    }),
    write: (kept) => void attempt(() => localStorage.setItem(key, JSON.stringify(kept))),
    clear: () => void attempt(() => localStorage.removeItem(key)),
  };
}

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
