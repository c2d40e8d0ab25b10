import { fiscalYearOf } from '@prongsai/kernel/thai';
import type { TenantKind, TenantRole } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { AddMember, MemberReader } from '@prongsai/domain/people';
import { AssignProfile, defaultProfileOf } from '@prongsai/domain/taxonomy';
import { GoLive, OpenTenant } from '@prongsai/domain/tenant';
import { aNetwork, type TestNetwork } from './network';
import type { Providers } from './open-domain';
import { actorIn, actorInNetwork, testPasswordHash, unique, type Person } from './people';

/** The five people that every unit of the demo has, too. */
const cast = {
  owner: 'content_owner', approver: 'approver', head: 'unit_head', webMaster1: 'web_master', webMaster2: 'web_master',
} as const satisfies Record<string, TenantRole>;
/** Long ago, so that a test can tell of the past. */
const appointedFrom = '2023-10-01';
export type CastName = keyof typeof cast;

/** A unit of a test's own, with its people and what they are there. */
export interface TestTenant {
  id: string;
  slug: string;
  name: string;
  network: TestNetwork;
  people: Record<CastName, Person>;
  actors: Record<CastName, TenantActor>;
}

export interface TenantWishes {
  network?: TestNetwork;
  kind?: TenantKind;
  /** Category profile; without it the kind's own. */
  profile?: string;
  /** False: the framework knows no spoken approval. */
  verbal?: boolean;
  /** False leaves the site in setting up. */
  live?: boolean;
}

/** Opens a unit by the ordinary verbs: opened, profile assigned, five people appointed, and live unless told otherwise. */
export async function aTenant(rooms: Providers, wishes: TenantWishes = {}): Promise<TestTenant> {
  const network = wishes.network ?? (await aNetwork(rooms));
  const slug = unique('unit');
  const name = `หน่วยงานทดสอบ ${slug}`;
  const kind = wishes.kind ?? 'district_office';
  const admin = await actorInNetwork(rooms, network.admin, network.slug);
  const { id } = await rooms.get(OpenTenant).run(admin, OpenTenant.scopeFor(admin), {
    slug, kind, name, nameEn: slug, shortName: `ทดสอบ ${slug.slice(-4)}`, district: 'ทดสอบ', documentPrefix: 'ทด ๐๐๐๑', address: '1 ถนนทดสอบ',
    phone: '073494064', fax: '073494065', email: `office@${slug}.example`, mapUrl: 'https://maps.example/1', headTitle: 'หัวหน้าหน่วยงาน', siteWorkGroup: 'กลุ่มงานบริหารทั่วไป',
  }, { verbalApprovalAllowed: wishes.verbal !== false });
  const entered = await actorIn(rooms, network.admin, slug);
  // From the year before last on, so that history can be told.
  const year = fiscalYearOf(rooms.get(BusinessClock).now()) - 3;
  await rooms.get(AssignProfile).run(entered, wishes.profile ?? defaultProfileOf(kind), year);
  const people = {} as Record<CastName, Person>;
  const actors = {} as Record<CastName, TenantActor>;
  for (const [who, role] of Object.entries(cast) as Array<[CastName, TenantRole]>) {
    people[who] = await aMember(rooms, { slug, network }, role, who);
    actors[who] = await actorIn(rooms, people[who], slug);
  }
  if (wishes.live !== false) await rooms.get(GoLive).run(actors.head);
  return { id, slug, name, network, people, actors };
}

/** Brings one more person into the unit with one role, appointed by the network's administrator. */
export async function aMember(rooms: Providers, unit: Pick<TestTenant, 'slug' | 'network'>, role: TenantRole, who = unique(role)): Promise<Person> {
  const admin = await actorIn(rooms, unit.network.admin, unit.slug);
  const person = { name: `${who} ${unit.slug}`, email: `${who.toLowerCase()}@${unit.slug}.example` };
  const memberId = await rooms.get(AddMember).run(
    admin,
    { ...person, position: 'นักวิชาการสาธารณสุข', appointment: { role, from: appointedFrom, ...(role === 'web_master' ? { orderNumber: '1/2566' } : {}) } },
    { passwordHash: await testPasswordHash() },
  );
  const members = await rooms.get(TenantTransaction).act(admin, () => rooms.get(MemberReader).list(admin));
  const member = members.find((one) => one.id === memberId);
  if (!member) throw new Error(`no member ${memberId}`);
  return { id: member.accountId, ...person };
}
