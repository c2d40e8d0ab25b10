import type { NetworkActor, TenantActor } from '@prongsai/platform/access';

/** The result of checking an e-mail and a password. */
export type SignInOutcome = { accountId: string } | { locked: true; retryAfterSeconds: number } | { refused: true };

/** Checks credentials; filled by the room that owns accounts. */
export interface CredentialCheck {
  check(email: string, password: string, address: string): Promise<SignInOutcome>;
}
export const CREDENTIAL_CHECK = Symbol('credential check');

/** Turns a signed-in account into an actor somewhere; null when it has nothing to do there. */
export interface ActorDirectory {
  /** The person behind a session; null when the account is suspended or gone. */
  findAccount(accountId: string): Promise<{ id: string; name: string } | null>;
  /** As a member of the unit, or as a network role entering it (which is recorded). `what` is the route entered by. */
  findInTenant(account: { id: string; name: string }, slug: string, what: string): Promise<TenantActor | null>;
  findInNetwork(account: { id: string; name: string }, network: string): Promise<NetworkActor | null>;
}
export const ACTOR_DIRECTORY = Symbol('actor directory');
