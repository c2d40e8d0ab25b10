import type { SessionView, SignIn } from '@prongsai/kernel/contracts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { callApi } from './api';
import { asProblem } from './problem';
import { sessionKey } from './query-client';

/** Who is signed in and where, or null. */
export const sessionQuery = queryOptions<SessionView | null>({
  queryKey: sessionKey,
  staleTime: 60_000,
  queryFn: async ({ signal }) => {
    try {
      return await callApi<SessionView>('GET', '/session', undefined, signal);
    } catch (error) {
      if (asProblem(error).status === 401) return null;
      throw error;
    }
  },
});

/** The session as the screens know it; it stays while one signs in again after it ran out, so that nothing typed is lost. */
export const SessionContext = createContext<SessionView | null>(null);

/** The signed-in person; throws when there is none, so only for screens behind the sign-in. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('there is no session');
  return session;
}

/** Signs in and answers the session; everything read before is read again. Throws ApiProblem. */
export function useSignIn(): (body: SignIn) => Promise<SessionView> {
  const client = useQueryClient();
  return async (body) => {
    await callApi('POST', '/session', body);
    const session = await callApi<SessionView>('GET', '/session');
    client.setQueryData(sessionKey, session);
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    return session;
  };
}

/** Signs out and begins anew, so that nothing of this person stays in the browser's memory. */
export async function signOut(): Promise<void> {
  await callApi('DELETE', '/session');
  forgetDrafts();
  window.location.assign('/');
}

/** The unit's place in the session, or null for one whom a network role lets in. */
export function useMembership(slug: string): SessionView['memberships'][number] | null {
  return useSession().memberships.find(({ tenant }) => tenant.slug === slug) ?? null;
}

/** Where rooms keep what was typed and not sent yet; nothing of a person stays on a machine that others use too. */
export const draftPrefix = 'prongsai.draft.';

function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(draftPrefix)) localStorage.removeItem(key);
  } catch {
    // A browser without storage has kept nothing.
  }
}
