import type { NetworkRole } from '@prongsai/kernel/workflow';
import { GiveNetworkRole } from '@prongsai/domain/people';
import { OpenNetwork } from '@prongsai/domain/tenant';
import type { Providers } from './open-domain';
import { testPasswordHash, unique, type Person } from './people';

/** A province of a test's own, with its two people. */
export interface TestNetwork {
  id: string;
  slug: string;
  name: string;
  supervisor: Person;
  admin: Person;
}

/** Opens a network with a supervisor and an administrator. */
export async function aNetwork(rooms: Providers): Promise<TestNetwork> {
  const slug = unique('net');
  const name = `เครือข่ายทดสอบ ${slug}`;
  const { id } = await rooms.get(OpenNetwork).run({ slug, nameTh: name, nameEn: slug, provinceTh: `จังหวัดทดสอบ ${slug}` });
  const supervisor = await withRole(rooms, id, slug, 'supervisor');
  const admin = await withRole(rooms, id, slug, 'network_admin');
  return { id, slug, name, supervisor, admin };
}

async function withRole(rooms: Providers, networkId: string, slug: string, role: NetworkRole): Promise<Person> {
  const person = { name: `${role} ${slug}`, email: `${role}@${slug}.example` };
  const id = await rooms.get(GiveNetworkRole).run(networkId, role, { ...person, passwordHash: await testPasswordHash() });
  return { id, ...person };
}
