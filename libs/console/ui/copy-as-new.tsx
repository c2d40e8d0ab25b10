import type { RequestView } from '@prongsai/kernel/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PlainButton } from './act-button';
import { callApi, tenantPath } from './api';
import { ProblemNote } from './page-states';
import type { ApiProblem } from './problem';
import { tenantKey } from './tenant-data';

/** Begins a request with what an earlier one held, files as well, and opens it. */
export function CopyAsNew({ slug, requestId, tone = '', size = '', children }: { slug: string; requestId: string; tone?: 'sec' | ''; size?: 'small' | ''; children: ReactNode }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', requestId, 'copy'), {}),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: tenantKey(slug) });
      void navigate({ to: `/t/${slug}/requests/${made.id}` });
    },
  });
  return (
    <>
      <PlainButton tone={tone} size={size} busy={act.isPending} onClick={() => act.mutate()}>{children}</PlainButton>
      {act.error && <ProblemNote error={act.error} />}
    </>
  );
}
