import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, can, PlainButton, ProblemNote, tellUndo, tenantKey, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { takeBackMinutes } from '@prongsai/kernel/workflow';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { label } from './labels';
import { reopenEverywhere } from './use-decisions';

async function takeBack(client: QueryClient, slug: string, id: string): Promise<void> {
  const request = await callApi<RequestView>('POST', tenantPath(slug, 'requests', id, 'take-back'), {});
  reopenEverywhere(slug, id);
  client.setQueryData(tenantKey(slug, 'request', id), request);
  void client.invalidateQueries({ queryKey: tenantKey(slug) });
}

/** Says that something was allowed, with the way back that holds while nothing is published on it. */
export function tellAllowed(client: QueryClient, slug: string, allowed: ReadonlyArray<{ id: string; title: string }>, onUndone?: () => void): void {
  const [first] = allowed;
  if (!first) return;
  tellUndo({
    text: allowed.length === 1 ? `อนุญาต “${first.title}” แล้ว` : `อนุญาต ${allowed.length} เรื่องแล้ว`,
    undo: async () => {
      for (const { id } of allowed) await takeBack(client, slug, id);
      onUndone?.();
    },
  });
}

/** Taking an approval back from the request itself, as long as that is possible. */
export function TakeBack({ slug, request }: { slug: string; request: RequestView }) {
  const client = useQueryClient();
  const act = useMutation<void, ApiProblem>({ mutationFn: () => takeBack(client, slug, request.id) });
  if (!can(request.abilities, 'take-back')) return null;
  return (
    <div className="stack-s noprint">
      {act.error && <ProblemNote error={act.error} />}
      <p className="row tight"><PlainButton tone="sec" size="small" busy={act.isPending} onClick={() => act.mutate()}>{label('review.takeBack')}</PlainButton><span className="sm muted"><Words>{`ถอนได้ภายใน ${takeBackMinutes} นาที ก่อนนำขึ้นเผยแพร่`}</Words></span></p>
    </div>
  );
}
