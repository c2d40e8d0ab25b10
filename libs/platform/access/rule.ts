import type { Permission } from './acts';

/**
 * Who may reach a route. Every route declares one; a route without one answers nobody and fails a test.
 * `tenant` and `network` name the path parameter's tenant or network and what must be allowed there.
 */
export type AccessRule =
  | { kind: 'public' }
  | { kind: 'signed-in' }
  | { kind: 'tenant'; permission: Permission }
  | { kind: 'network'; permission: Permission };

/** Anyone, without signing in; "public" must be said. */
export const anyone: AccessRule = { kind: 'public' };
/** Any signed-in person, on their own account. */
export const signedIn: AccessRule = { kind: 'signed-in' };
/** Someone who may do this in the tenant that the path names (`:slug`). */
export const inTenant = (...permission: Permission): AccessRule => ({ kind: 'tenant', permission });
/** Someone who may do this in the network that the path names (`:network`). */
export const inNetwork = (...permission: Permission): AccessRule => ({ kind: 'network', permission });
