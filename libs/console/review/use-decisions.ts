import type { RequestView } from '@prongsai/kernel/contracts';
import { asProblem, callApi, tenantKey, tenantPath, useSession } from '@prongsai/console/ui';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { DecisionQueue, type HeldDecision } from './decision-queue';

/** A line so weak that nothing comes back within this is no line; the same key makes a second sending harmless. */
const patienceMs = 15_000;
const againMs = 15_000;
const queues = new Map<string, DecisionQueue>();

function openQueue(accountId: string, client: QueryClient): DecisionQueue {
  const fresh = ({ slug, requestId }: HeldDecision) => {
    void client.invalidateQueries({ queryKey: tenantKey(slug, 'requests') });
    void client.invalidateQueries({ queryKey: tenantKey(slug, 'request', requestId) });
  };
  const queue = new DecisionQueue({
    storage: window.localStorage, storageKey: `prongsai.decisions.${accountId}`, problemOf: asProblem, newKey: () => crypto.randomUUID(), now: () => new Date(),
    send: sendDecision,
    onStored: (held, request) => {
      client.setQueryData(tenantKey(held.slug, 'request', held.requestId), request);
      fresh(held);
    },
    onOvertaken: fresh,
  });
  const send = () => void queue.flush();
  window.addEventListener('online', send);
  window.addEventListener('storage', () => queue.reread());
  // Phones do not always say that the signal is back.
  setInterval(() => { if (document.visibilityState === 'visible') send(); }, againMs);
  send();
  return queue;
}

/** Whatever this browser stored of the request is no decision any more. */
export function reopenEverywhere(slug: string, requestId: string): void {
  for (const queue of queues.values()) queue.reopen(slug, requestId);
}

function sendDecision({ slug, requestId, decision, body, key }: HeldDecision): Promise<RequestView> {
  return callApi<RequestView>('POST', tenantPath(slug, 'requests', requestId, decision), body, AbortSignal.timeout(patienceMs), { 'idempotency-key': key });
}

/** This person's decisions in this browser: what is held, what was stored in this sitting, and how to decide. */
export function useDecisions(): { queue: DecisionQueue; held: readonly HeldDecision[]; stored: readonly HeldDecision[] } {
  const { account } = useSession();
  const client = useQueryClient();
  let queue = queues.get(account.id);
  if (!queue) queues.set(account.id, (queue = openQueue(account.id, client)));
  const held = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return { queue, held, stored: queue.stored() };
}
