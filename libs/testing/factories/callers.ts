import type { Call, ServerUnderTest, Visitor } from '@prongsai/testing/db';
import type { FurnishedTenant } from './furnished-tenant';
import { testPassword } from './people';
import type { Providers } from './open-domain';

/** Who calls: people of the unit, and of its network. */
export const callers = ['owner', 'steward', 'approver', 'head', 'webMaster1', 'supervisor', 'admin'] as const;
export type Caller = (typeof callers)[number];

/** Every caller of the unit, signed in. */
export async function signInAll(server: ServerUnderTest, unit: FurnishedTenant): Promise<Record<Caller, Visitor>> {
  const emails: Record<Caller, string> = {
    owner: unit.people.owner.email, steward: unit.steward.email, approver: unit.people.approver.email, head: unit.people.head.email,
    webMaster1: unit.people.webMaster1.email, supervisor: unit.network.supervisor.email, admin: unit.network.admin.email,
  };
  const signedIn = await Promise.all(callers.map(async (who) => [who, await server.signIn(emails[who], testPassword)] as const));
  return Object.fromEntries(signedIn) as Record<Caller, Visitor>;
}

/** A call that would do something, were it allowed. */
export type ExampleCall = Call & { path: string };

/** How one route is called by a walk, and whom it lets. */
export interface RouteExample {
  /** Those whom SPEC 4 lets. Everyone else of the unit and its network gets 403. */
  may: readonly Caller[];
  /** The answer to those. */
  status: number;
  /** A call about a record of the unit in the right state, made fresh each time. */
  call(rooms: Providers, unit: FurnishedTenant): Promise<ExampleCall>;
}
