import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem, isWorthRetry } from './problem';

/** The key of the session's query; null means signed out. */
export const sessionKey = ['session'] as const;

/** The cache of what the server said. A 401 anywhere means that the session is over. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      queries: { retry: isWorthRetry, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  function noticeSignOut(error: unknown): void {
    if (asProblem(error).code === 'NOT_SIGNED_IN') client.setQueryData(sessionKey, null);
  }
  return client;
}
