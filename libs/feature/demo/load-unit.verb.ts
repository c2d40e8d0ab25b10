import { Injectable } from '@nestjs/common';
import { addDays, bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import type { NetworkActor, TenantActor } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { AddMember, AppointedActors, MarkNoticesRead, ShowMember } from '@prongsai/domain/people';
import { AssignProfile } from '@prongsai/domain/taxonomy';
import { GoLive, OpenTenant, TenantReader, type Tenant } from '@prongsai/domain/tenant';
import { castAddress } from './people/demo-cast';
import type { CastName, MemberStory, UnitStory } from './story';
import { instantOf } from './story-days';
import { TellActs } from './tell-acts.verb';
import { TellHours } from './tell-hours.verb';
import { scopeOfUnit, type UnitCast } from './unit-cast';
import { UnitRecord } from './unit-record.reader';

/** The network that a unit is loaded into, with the two people who act for it. */
export interface OpenedNetwork {
  id: string;
  admin: NetworkActor;
  supervisor: NetworkActor;
  /** argon2id text of the demo password. */
  passwordHash: string;
}

/** Loads one unit: opened, its people appointed, its site live, its story told; or only what is missing of that. */
@Injectable()
export class LoadUnit {
  constructor(
    private readonly clock: BusinessClock,
    private readonly transaction: TenantTransaction,
    private readonly openTenant: OpenTenant,
    private readonly assignProfile: AssignProfile,
    private readonly addMember: AddMember,
    private readonly showMember: ShowMember,
    private readonly actors: AppointedActors,
    private readonly goLive: GoLive,
    private readonly tenants: TenantReader,
    private readonly record: UnitRecord,
    private readonly tellActs: TellActs,
    private readonly tellHours: TellHours,
    private readonly markRead: MarkNoticesRead,
  ) {}

  /** Answers the unit's id. `known` holds the ids of the network's units by slug. */
  async run(network: OpenedNetwork, story: UnitStory, known: ReadonlyMap<string, string>): Promise<string> {
    const tenantId = known.get(story.tenant.slug) ?? (await this.open(network, story, known));
    await this.appoint(network, story, tenantId);
    const cast = await this.castOf(network, story, tenantId);
    const tenant = await this.transaction.act(scopeOfUnit(tenantId), () => this.tenants.get(tenantId));
    if (tenant.state === 'setting_up') await this.clock.during(instantOf(story.goesLiveOn, 10), () => this.goLive.run(cast.actors.head));
    await this.tellHours.run(cast.actors.webmaster1, story.goesLiveOn, story.hours);
    await this.tellActs.run(cast, tenantId, story.acts);
    // Whoever works here has read what is older than a month.
    const before = instantOf(addDays(bangkokDay(this.clock.now()), -30), 8);
    for (const actor of Object.values(cast.actors)) await this.clock.during(before, () => this.markRead.run(actor, { before }));
    return tenantId;
  }

  /** Opened and given its categories in one act, so that there is never the one without the other. */
  private open(network: OpenedNetwork, story: UnitStory, known: ReadonlyMap<string, string>): Promise<string> {
    const scope = OpenTenant.scopeFor(network.admin);
    const parentId = story.parent ? (known.get(story.parent) ?? null) : null;
    return this.clock.during(instantOf(story.opensOn, 9), () =>
      this.transaction.act(scope, async () => {
        const tenant: Tenant = await this.openTenant.run(network.admin, scope, story.tenant, { ...story.framework, parentId });
        await this.assignProfile.run(scope, story.profile, fiscalYearOf(story.opensOn));
        return tenant.id;
      }),
    );
  }

  private async appoint(network: OpenedNetwork, story: UnitStory, tenantId: string): Promise<void> {
    const there = await this.record.members(tenantId);
    const missing = story.members.filter((member) => !there.has(member.email));
    if (missing.length === 0) return;
    const groups = await this.transaction.act(scopeOfUnit(tenantId), () => this.tenants.listWorkGroups());
    const appointedAt = instantOf(story.opensOn, 11);
    await this.clock.during(appointedAt, async () => {
      let head = there.get(castAddress('head', story.tenant.slug)) ? await this.actorOf(story, tenantId, 'head') : null;
      for (const member of missing) {
        const by = head ?? (await this.actors.findInTenant(network.admin.accountId, story.tenant.slug, 'members')).actor;
        if (!by) throw new Error(`nobody may appoint in ${story.tenant.slug}`);
        await this.addOne(by, member, groups[0]?.id ?? null, network.passwordHash);
        if (member.role === 'unit_head') head = await this.actorOf(story, tenantId, 'head');
      }
    });
  }

  /** Head and web masters stand on the public page of people. */
  private addOne(by: TenantActor, member: MemberStory, workGroupId: string | null, passwordHash: string): Promise<void> {
    const { email, name, position, role, orderNumber, fromOn, untilOn } = member;
    const appointment = { role, orderNumber: orderNumber ?? null, from: fromOn, until: untilOn ?? null, workGroupId: member.ofWorkGroup ? workGroupId : null };
    return this.transaction.act(by, async () => {
      const id = await this.addMember.run(by, { email, name, position, appointment }, { passwordHash, isDemo: true });
      if (role === 'unit_head' || role === 'web_master') await this.showMember.run(by, id, true);
    });
  }

  private async actorOf(story: UnitStory, tenantId: string, who: CastName): Promise<TenantActor> {
    const email = castAddress(who, story.tenant.slug);
    const person = (await this.record.members(tenantId)).get(email);
    const actor = person ? (await this.actors.findInTenant(person.id, story.tenant.slug, 'demo')).actor : null;
    if (!actor) throw new Error(`${email} holds no appointment`);
    return actor;
  }

  /** The five people with what they may do from the day of their appointment on; nothing in the demo ends it. */
  private async castOf(network: OpenedNetwork, story: UnitStory, tenantId: string): Promise<UnitCast> {
    const { slug, shortName, phone } = story.tenant;
    return this.clock.during(instantOf(story.goesLiveOn, 9), async () => {
      const actors = {
        owner: await this.actorOf(story, tenantId, 'owner'), approver: await this.actorOf(story, tenantId, 'approver'), head: await this.actorOf(story, tenantId, 'head'),
        webmaster1: await this.actorOf(story, tenantId, 'webmaster1'), webmaster2: await this.actorOf(story, tenantId, 'webmaster2'),
      };
      const groups = await this.transaction.act(actors.head, () => this.tenants.listWorkGroups());
      return {
        actors, supervisor: network.supervisor, unitName: story.tenant.name, siteWorkGroupId: groups[0]?.id ?? null,
        contact: { unit: shortName, phone: (phone ?? '').replace(/\s*\(.*\)$/, '') },
        ownerPosition: story.members.find((member) => member.email === castAddress('owner', slug))?.position ?? 'เจ้าหน้าที่',
      };
    });
  }
}
