import { Injectable } from '@nestjs/common';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import type { NetworkActor } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import { AppointedActors, GiveNetworkRole } from '@prongsai/domain/people';
import { AddFollowUpRound, MakeRounds } from '@prongsai/domain/reporting';
import { AddHoliday, OpenNetwork, TenantReader } from '@prongsai/domain/tenant';
import { fixedHolidaysOf } from './contents/holidays';
import { LoadUnit, type OpenedNetwork } from './load-unit.verb';
import type { NetworkStory, PersonStory, UnitStory } from './story';
import { instantOf } from './story-days';
import { scopeOfUnit } from './unit-cast';
import { UnitRecord } from './unit-record.reader';

/** Units of a network that are loaded side by side: while one waits for its commit, others work. */
const sideBySide = 3;

/** What is there of a network before loading. */
interface FoundNetwork {
  id: string;
  /** The day as of which its story is told; null when that was never settled. */
  asOf: string | null;
  /** Ids of its units by slug. */
  units: Map<string, string>;
}

/** Loads one demo network, or what is missing of it. */
@Injectable()
export class LoadNetwork {
  constructor(
    private readonly clock: BusinessClock,
    private readonly transaction: TenantTransaction,
    private readonly openNetwork: OpenNetwork,
    private readonly giveRole: GiveNetworkRole,
    private readonly actors: AppointedActors,
    private readonly makeRounds: MakeRounds,
    private readonly addFollowUp: AddFollowUpRound,
    private readonly loadUnit: LoadUnit,
    private readonly addHoliday: AddHoliday,
    private readonly tenants: TenantReader,
    private readonly judge: JudgeCompliance,
    private readonly record: UnitRecord,
  ) {}

  /** Whether nothing is missing. One short transaction for the network and one for each of its units. */
  async isLoaded(slug: string, tell: (asOf: string) => NetworkStory): Promise<boolean> {
    const found = await this.find(slug);
    if (!found?.asOf) return false;
    const story = tell(found.asOf);
    return (await this.untold(found, story, yearsOf(story, found.asOf))).length === 0;
  }

  /** `tell` gives the story as of a day; `passwordHash` is asked for when somebody has to be made. */
  async run(slug: string, tell: (asOf: string) => NetworkStory, passwordHash: () => Promise<string>): Promise<void> {
    const found = await this.find(slug);
    const asOf = found?.asOf ?? bangkokDay(this.clock.now());
    const story = tell(asOf);
    const years = yearsOf(story, asOf);
    const missing = found ? await this.untold(found, story, years) : story.units;
    if (found?.asOf && missing.length === 0) return;
    const network = await this.open(story, await passwordHash());
    await this.makeRoundsOf(network, story, years);
    await this.addHolidaysOf(network, asOf);
    const known = found?.units ?? new Map<string, string>();
    const load = async (unit: UnitStory) => {
      const tenantId = await this.loadUnit.run(network, unit, known);
      known.set(unit.tenant.slug, tenantId);
      // This year as it stands now, and the years before as they stood at their end.
      for (const fiscalYear of years) await this.judge.run(scopeOfUnit(tenantId), { fiscalYear });
    };
    // Those that others stand under come first.
    for (const unit of missing.filter(({ parent }) => !parent)) await load(unit);
    await inLanes(missing.filter(({ parent }) => parent), sideBySide, load);
  }

  /**
   * The day as of which a network's story is told is the day on which its rounds were made: the first thing made of today
   * and kept for good, so that a loading that was cut off goes on with the same story on another day.
   */
  private async find(slug: string): Promise<FoundNetwork | null> {
    const [network]: Array<{ id: string }> = await this.transaction.act({}, () => this.transaction.manager.query('select id from network where slug = $1', [slug]));
    if (!network) return null;
    return this.transaction.act({ networkId: network.id }, async () => {
      const { manager } = this.transaction;
      const [rounds]: Array<{ madeAt: Date | null }> = await manager.query('select min(created_at) as "madeAt" from round where network_id = $1', [network.id]);
      const units: Array<{ slug: string; id: string }> = await manager.query('select slug, id from tenant where network_id = $1', [network.id]);
      return { id: network.id, asOf: rounds?.madeAt ? bangkokDay(rounds.madeAt) : null, units: new Map(units.map((unit) => [unit.slug, unit.id])) };
    });
  }

  private async untold(found: FoundNetwork, story: NetworkStory, years: readonly number[]): Promise<UnitStory[]> {
    const untold: UnitStory[] = [];
    await inLanes(story.units, sideBySide, async (unit) => {
      const id = found.units.get(unit.tenant.slug);
      if (!id || !(await this.record.isTold(id, unit, years))) untold.push(unit);
    });
    return story.units.filter((unit) => untold.includes(unit));
  }

  private async open(story: NetworkStory, passwordHash: string): Promise<OpenedNetwork> {
    const { slug, nameTh, nameEn, provinceTh } = story;
    return this.clock.during(instantOf(story.opensOn, 8), async () => {
      const { id } = await this.openNetwork.run({ slug, nameTh, nameEn, provinceTh });
      const give = async (role: 'supervisor' | 'network_admin', person: PersonStory): Promise<NetworkActor> => {
        const accountId = await this.giveRole.run(id, role, { ...person, passwordHash, isDemo: true });
        const { actor } = await this.actors.findInNetwork(accountId, slug);
        if (!actor) throw new Error(`${person.email} holds no role in ${slug}`);
        return actor;
      };
      return { id, admin: await give('network_admin', story.admin), supervisor: await give('supervisor', story.supervisor), passwordHash };
    });
  }

  /** Those of this fiscal year and the one before, as the administrator would have entered them. */
  private async addHolidaysOf({ admin }: OpenedNetwork, asOf: string): Promise<void> {
    for (const fiscalYear of [fiscalYearOf(asOf) - 1, fiscalYearOf(asOf)]) {
      const known = await this.transaction.act(admin, () => this.tenants.listHolidaysOf(admin.networkId, fiscalYear, null, 200));
      for (const holiday of fixedHolidaysOf(fiscalYear)) {
        if (!known.some(({ day }) => day === holiday.day)) await this.addHoliday.run(admin, holiday);
      }
    }
  }

  private async makeRoundsOf(network: OpenedNetwork, story: NetworkStory, years: readonly number[]): Promise<void> {
    for (const fiscalYear of years) await this.makeRounds.run({ networkId: network.id }, fiscalYear);
    const named: Array<{ title: string }> = await this.transaction.act({ networkId: network.id }, () =>
      this.transaction.manager.query(`select title from round where network_id = $1 and kind = 'follow_up'`, [network.id]),
    );
    for (const followUp of story.followUps) {
      if (!named.some(({ title }) => title === followUp.title)) await this.addFollowUp.run(network.admin, followUp);
    }
  }
}

/** The fiscal years (B.E.) that the story reaches into, the last one first told of. */
function yearsOf(story: NetworkStory, asOf: string): number[] {
  return [...story.pastYears, fiscalYearOf(asOf) - 1, fiscalYearOf(asOf)];
}

/** Works through `items` in order, `lanes` of them at a time. */
async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  // One that fails lets the others finish what they have in hand, and nothing new is begun.
  const ends = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch((error: unknown) => {
    waiting.length = 0;
    throw error;
  })));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
