import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from './api';
import { isWorthRetry } from './problem';

/** The key of the session's query; null means signed out. */
export const sessionKey = ['session'] as const;

/** The cache of what the server said. A 401 anywhere means that the session is over. */
export function makeQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetry, staleTime: 10_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  whenSignedOut(() => client.setQueryData(sessionKey, null));
  return client;
}
