import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, tenantKey, tenantPath, type ApiProblem } from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export type Decision = 'approve' | 'return' | 'refuse' | 'cancel';

/** Sends one decision; the request on screen becomes what the server answered. On a conflict it is read again. */
export function useDecision(slug: string, id: string, decision: Decision, onDone?: (request: RequestView) => void) {
  const client = useQueryClient();
  const key = tenantKey(slug, 'request', id);
  return useMutation<RequestView, ApiProblem, Record<string, unknown>>({
    mutationFn: (body) => callApi<RequestView>('POST', tenantPath(slug, 'requests', id, decision), body),
    onSuccess: (request) => {
      client.setQueryData(key, request);
      void client.invalidateQueries({ queryKey: tenantKey(slug, 'requests') });
      onDone?.(request);
    },
    onError: (problem) => { if (problem.status === 409) void client.invalidateQueries({ queryKey: key }); },
  });
}
