import { newId } from '@prongsai/kernel/core';
import type { NetworkActor, TenantActor } from '@prongsai/platform/access';
import { AppointedActors, hashPassword } from '@prongsai/domain/people';
import type { Providers } from './open-domain';

/** A person made for a test. */
export interface Person {
  id: string;
  name: string;
  email: string;
}

/** Everyone's password in the tests. */
export const testPassword = 'prongsai-test';

let hashed: Promise<string> | null = null;

/** The hash of `testPassword`, made once. */
export function testPasswordHash(): Promise<string> {
  hashed ??= hashPassword(testPassword);
  return hashed;
}

/** Letters that no other test uses: slugs, addresses and titles are unique in an installation. */
export function unique(prefix: string): string {
  return `${prefix}-${newId().replace(/-/g, '').slice(-12)}`;
}

/** The person inside the unit, with the abilities of the appointments in force. Throws when there are none. */
export async function actorIn(rooms: Providers, person: Person, slug: string): Promise<TenantActor> {
  const { actor } = await rooms.get(AppointedActors).findInTenant(person.id, slug, 'test');
  if (!actor) throw new Error(`${person.name} has no place in ${slug}`);
  return actor;
}

/** The person in the network. Throws when they hold no role there. */
export async function actorInNetwork(rooms: Providers, person: Person, slug: string): Promise<NetworkActor> {
  const { actor } = await rooms.get(AppointedActors).findInNetwork(person.id, slug);
  if (!actor) throw new Error(`${person.name} has no role in ${slug}`);
  return actor;
}
