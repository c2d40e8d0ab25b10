import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import { callApi, connection, tenantPath, useSession, whenConnectionChanges } from '@prongsai/console/ui';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Draft } from './draft';
import { draftKeep } from './draft-keep';
import { DraftSaver, type SaverState } from './draft-saver';

/** A draft that saves itself while this screen is open; what waits is saved when it is left or the signal returns. */
export function useDraft(slug: string, request: RequestView | null, start: Draft, isCopy = false): { saver: DraftSaver; state: SaverState } {
  const session = useSession();
  const [saver] = useState(() => new DraftSaver(
    {
      create: (input: RequestInput) => callApi<RequestView>('POST', tenantPath(slug, 'requests'), input),
      patch: (id, change) => callApi<RequestView>('PATCH', tenantPath(slug, 'requests', id), change),
      read: (id) => callApi<RequestView>('GET', tenantPath(slug, 'requests', id)),
    },
    // A copy begins with what it copies, not with what was left unsaved of another new one.
    request, start, undefined, (id) => (id === null && isCopy ? null : draftKeep(session.account.id, slug, id ?? 'new')),
  ));
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  // A session that was renewed may save what the old one could not.
  useEffect(() => void saver.flush(), [saver, session]);
  useEffect(() => {
    const stop = whenConnectionChanges(() => { if (connection() === 'online') void saver.flush(); });
    return () => {
      stop();
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
