import { heardServer, missedServer } from './connection';
import { offlineProblem, problemOf, type ApiProblem } from './problem';

const signOutListeners = new Set<() => void>();

/** Calls `listener` whenever an answer says that the session is over. */
export function whenSignedOut(listener: () => void): void {
  signOutListeners.add(listener);
}

/** The problem of an answer; a session that is over is told to whoever listens. */
export function heardProblem(status: number, body: unknown): ApiProblem {
  const problem = problemOf(status, body);
  if (problem.code === 'NOT_SIGNED_IN') for (const listener of signOutListeners) listener();
  return problem;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Calls the API on the console's own host; `path` begins behind `/api/v1`. Answers the JSON body (undefined for 204).
 * Throws ApiProblem for every answer that is no success, and OFFLINE when none came.
 */
export async function callApi<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal, headers: Record<string, string> = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    missedServer();
    throw offlineProblem();
  }
  heardServer();
  const text = await response.text();
  const json = readJson(text);
  if (!response.ok) throw heardProblem(response.status, json);
  return json as T;
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a unit's part of the API begins. */
export function tenantPath(slug: string, ...rest: string[]): string {
  return ['/tenants', slug, ...rest].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');
}

/** Where a network's part of the API begins. */
export function networkPath(network: string, ...rest: string[]): string {
  return ['/networks', network, ...rest].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join('/');
}
