import type { RequestLine, RequestView } from '@prongsai/kernel/contracts';
import { filePagesQuery } from '@prongsai/console/reader';
import { callApi, readWhole, tenantKey, tenantPath } from '@prongsai/console/ui';
import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { afterDeciding, neighbour, placeOf, subjectsOf } from './subjects';
import { useDecisions } from './use-decisions';

/** So long a subject that was fetched ahead stays, in case the signal goes. */
const keptMs = 600_000;

function submittedQuery(slug: string) {
  return queryOptions({
    queryKey: tenantKey(slug, 'requests', 'submitted'), gcTime: keptMs,
    queryFn: ({ signal }) => readWhole<RequestLine>(`${tenantPath(slug, 'requests')}?state=submitted`, signal),
  });
}

/** The queue around one request: its place, both neighbours, and the one that opens after deciding. */
export function useSubjects(slug: string, id: string) {
  const client = useQueryClient();
  const { held, stored } = useDecisions();
  const waiting = submittedQuery(slug);
  const { data } = useQuery(waiting);
  const decided = useMemo(() => new Set([...held.filter(({ state }) => state !== 'rejected' && state !== 'overtaken'), ...stored].filter((one) => one.slug === slug).map(({ requestId }) => requestId)), [held, stored, slug]);
  const subjects = useMemo(() => subjectsOf(data ?? [], decided), [data, decided]);
  const following = afterDeciding(subjects, id);
  useEffect(() => {
    if (following) void fetchAhead(client, slug, following.id);
  }, [client, slug, following?.id]);
  /** The subject that opens after this one; waits for the list when the decision was quicker than it. */
  const findFollowing = async (): Promise<{ id: string } | null> => {
    if (data) return following;
    const lines = await client.ensureQueryData(waiting).catch(() => []);
    return afterDeciding(subjectsOf(lines, decided), id);
  };
  return { subjects, findFollowing, place: placeOf(subjects, id, decided.size), before: neighbour(subjects, id, -1), behind: neighbour(subjects, id, 1) };
}

/** The next subject with the first picture of each document, while there is a signal. */
async function fetchAhead(client: QueryClient, slug: string, id: string): Promise<void> {
  await client.prefetchQuery({
    queryKey: tenantKey(slug, 'request', id), gcTime: keptMs, staleTime: 60_000,
    queryFn: ({ signal }) => callApi<RequestView>('GET', tenantPath(slug, 'requests', id), undefined, signal),
  });
  const request = client.getQueryData<RequestView>(tenantKey(slug, 'request', id));
  for (const file of request?.files ?? []) {
    const query = filePagesQuery(slug, file);
    if (query.enabled === false) continue;
    await client.prefetchQuery({ queryKey: query.queryKey, queryFn: query.queryFn, gcTime: keptMs, staleTime: 60_000 } as Parameters<typeof client.prefetchQuery>[0]);
    const first = client.getQueryData<{ pages: { url: string }[] }>(query.queryKey)?.pages[0];
    if (first) new Image().src = first.url;
  }
}
