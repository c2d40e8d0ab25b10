import type { NetworkActor, TenantActor } from '@prongsai/platform/access';

/** The result of checking an e-mail and a password. */
export type SignInOutcome = { accountId: string } | { locked: true; retryAfterSeconds: number } | { refused: true };

/** Checks credentials; filled by the room that owns accounts. */
export interface CredentialCheck {
  check(email: string, password: string, address: string): Promise<SignInOutcome>;
}
export const CREDENTIAL_CHECK = Symbol('credential check');

/** The person behind a session. */
export interface Person {
  id: string;
  name: string;
}

/** Who a session's account is somewhere. `person` is null when the account is suspended or gone, `actor` when it has nothing to do there. */
export interface Standing<A> {
  person: Person | null;
  actor: A | null;
}

/** Turns a signed-in account into an actor somewhere. */
export interface ActorDirectory {
  findPerson(accountId: string): Promise<Person | null>;
  /** As a member of the unit, or as a network role entering it (which is recorded). `what` is the route entered by. */
  findInTenant(accountId: string, slug: string, what: string): Promise<Standing<TenantActor>>;
  findInNetwork(accountId: string, network: string): Promise<Standing<NetworkActor>>;
}
export const ACTOR_DIRECTORY = Symbol('actor directory');
