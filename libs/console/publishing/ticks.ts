import type { PublicationView } from '@prongsai/kernel/contracts';
import { asProblem, callApi, tenantKey, tenantPath, type ApiProblem } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keptRows } from './kept-rows';

/** How a tick stands: shown at once, then stored or rolled back with the reason. */
export type Tick = { state: 'sending' | 'stored' } | { state: 'failed'; problem: ApiProblem };

/**
 * "ยังถูกต้อง" as one tick that shows at once (DESIGN 6: optimistic where harmless). What was ticked here keeps its place
 * in the list until the screen is left, so that neither focus nor the eye jumps; a refusal takes the tick away again.
 */
export function useTicks(slug: string, items: readonly PublicationView[]) {
  const client = useQueryClient();
  const [ticks, setTicks] = useState<ReadonlyMap<string, Tick>>(new Map());
  const kept = useRef<readonly PublicationView[]>([]);
  const rows = keptRows(kept.current, items, new Set(ticks.keys()));
  kept.current = rows;
  const set = (id: string, tick: Tick) => setTicks((all) => new Map(all).set(id, tick));

  async function confirm(item: PublicationView): Promise<void> {
    const now = ticks.get(item.id)?.state;
    if (now === 'sending' || now === 'stored') return;
    set(item.id, { state: 'sending' });
    try {
      await callApi('POST', tenantPath(slug, 'publications', item.id, 'confirm-current'), {});
      set(item.id, { state: 'stored' });
      void client.invalidateQueries({ queryKey: tenantKey(slug) });
    } catch (error) {
      set(item.id, { state: 'failed', problem: asProblem(error) });
    }
  }
  return { rows, ticks, confirm: (item: PublicationView) => void confirm(item) };
}
