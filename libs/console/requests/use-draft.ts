import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import { callApi, tenantPath, useSession } from '@prongsai/console/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Draft } from './draft';
import { DraftSaver, type SaverState } from './draft-saver';

/** A draft that saves itself while this screen is open; what waits is saved when it is left or the signal returns. */
export function useDraft(slug: string, request: RequestView | null, start: Draft): { saver: DraftSaver; state: SaverState } {
  const [saver] = useState(() => new DraftSaver(
    {
      create: (input: RequestInput) => callApi<RequestView>('POST', tenantPath(slug, 'requests'), input),
      patch: (id, change) => callApi<RequestView>('PATCH', tenantPath(slug, 'requests', id), change),
      read: (id) => callApi<RequestView>('GET', tenantPath(slug, 'requests', id)),
    },
    request, start,
  ));
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  const session = useSession();
  // A session that was renewed may save what the old one could not.
  useEffect(() => void saver.flush(), [saver, session]);
  useEffect(() => {
    const again = () => void saver.flush();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      saver.leave();
    };
  }, [saver]);
  useEffect(() => {
    if (state.status !== 'waiting' && state.status !== 'saving' && state.status !== 'failed') return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.status]);
  return { saver, state };
}
