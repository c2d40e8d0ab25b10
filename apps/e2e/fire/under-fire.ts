import { fiscalYearOf } from '@prongsai/kernel/thai';
import { MakeRounds } from '@prongsai/domain/reporting';
import { eventually, Visitor } from '@prongsai/testing/db';
import { aMember, aNetwork, aRequestInput, aTenant, openDomain, testPassword, type TestNetwork, type TestTenant } from '@prongsai/testing/factories';
import type { Dice } from './dice';
import { brokenFiles, brokenRules } from './invariants';
import { killings, type KillableServer, type Killing } from './killable-server';
import { newPerson, newReport, verbs, type Thing, type Verb } from './things';
import { unitCount, Writers, type Hands } from './writers';

const writerCount = 4;
const rounds = ['six_month', 'twelve_month', 'year_close'];
type Who = Parameters<Hands['of']>[1];

/** What one round did. */
export interface RoundOutcome {
  killing: Killing | 'terminated' | 'one session';
  /** The act that was under way when it came. */
  during: Verb;
  /** Acts without an answer, which were asked again. */
  cutOff: number;
}

/** Two units of one network, four writers, and a service that dies again and again under them. */
export class UnderFire {
  readonly outcomes: RoundOutcome[] = [];
  /** Acts that were done although their answer was cut off: asking again must not do them twice. */
  doneUntold = 0;
  readonly writers: Writers;
  private readonly cookies = new Map<string, string>();
  private readonly seen = new Set<Thing>();

  private constructor(
    private readonly service: KillableServer,
    private readonly dice: Dice,
    readonly units: TestTenant[],
    private readonly network: TestNetwork,
    input: Hands['input'],
    fiscalYear: number,
  ) {
    this.writers = new Writers({
      of: (unit, who) => this.person(unit, who), network: (who) => this.signedIn(network[who].email),
      slug: (unit) => (units[unit] as TestTenant).slug, networkSlug: network.slug, input, fiscalYear,
    }, dice);
  }

  /** Opens the units on a service that runs, and signs everyone in. */
  static async open(service: KillableServer, dice: Dice): Promise<UnderFire> {
    const rooms = await openDomain([], { database: service.connect() });
    try {
      const network = await aNetwork(rooms);
      const units: TestTenant[] = [];
      const members: string[] = [];
      for (let unit = 0; unit < unitCount; unit++) units.push(await aTenant(rooms, { network }));
      const fiscalYear = fiscalYearOf(rooms.clock.now());
      await rooms.get(MakeRounds).run({ networkId: network.id }, fiscalYear);
      const fire = new UnderFire(service, dice, units, network, await aRequestInput(rooms, units[0] as TestTenant), fiscalYear);
      for (let writer = 0; writer < writerCount; writer++) {
        const unit = writer % unitCount;
        const { id } = await aMember(rooms, units[unit] as TestTenant, 'content_owner');
        const [member] = await service.database.look('select id::text as id from member where account_id = $1', [id]);
        members.push(String(member?.['id']));
        fire.writers.things.push(newPerson(unit, writer, members[writer] as string), newReport(unit, writer, fiscalYear, rounds[Math.floor(writer / unitCount)] as string));
      }
      await fire.signInAll();
      return fire;
    } finally {
      await rooms.close();
    }
  }

  /** Someone of a unit, signed in before the first kill, on the service that runs now. */
  person(unit: number, who: Who): Visitor {
    return this.signedIn((this.units[unit] as TestTenant).people[who].email);
  }

  private signedIn(email: string): Visitor {
    const { port } = this.service.running;
    return new Visitor(port, `console.localhost:${port}`, this.cookies.get(email));
  }

  /** Works until an act of a kind that the dice choose is under way, then lets the blow fall a few milliseconds later. */
  async round(blow: Killing | 'terminated' | 'one session'): Promise<void> {
    const during = this.dice.pick(verbs);
    let left = 1 + this.dice.below(2);
    let acts = 0;
    let fallen: Promise<unknown> | null = null;
    const delayMs = this.dice.next() * 20;
    const pauseMs = this.dice.next() * 60;
    const strike = async () => {
      await new Promise((passed) => setTimeout(passed, delayMs));
      if (blow === 'one session') await this.service.killOneSession();
      else if (blow !== 'terminated') await this.service.kill(blow, pauseMs);
      else {
        const { code, seconds } = await this.service.terminate();
        if (code !== 0 || seconds > 15) throw new Error(`SIGTERM: code ${code} after ${seconds} s`);
      }
    };
    const struck = () => strike().finally(() => this.writers.stop());
    const working = this.writers.work(writerCount, (verb) => {
      acts += 1;
      if (verb === during) left -= 1;
      if (fallen === null && (left === 0 || acts >= 80)) fallen = struck();
      fallen?.catch(() => undefined);
    });
    await working.finally(() => fallen);
    const cutOff = this.writers.things.filter((thing) => thing.attempt).length;
    this.outcomes.push({ killing: blow, during, cutOff });
  }

  /** Works until the writers are stopped or the service is gone. */
  work(): Promise<void> {
    return this.writers.work(writerCount, () => undefined);
  }

  /** Everything acknowledged is there, nothing is half done, everyone is still signed in. Then the cut-off acts are asked again. */
  async check(): Promise<void> {
    const { database, dataDir } = this.service;
    await this.service.untilReady();
    await this.expectLedger();
    expect(await brokenRules(database.look)).toEqual({});
    expect(await brokenFiles(database.look, dataDir)).toEqual([]);
    for (const [person, cookie] of this.cookies) {
      const answer = await this.service.visitor('console').get('/api/v1/session', { cookie });
      expect([person, answer.status]).toEqual([person, 200]);
    }
    await this.expectSite(this.writers.things.filter((thing) => !this.seen.has(thing)));
    await this.writers.settle();
    expect(await brokenRules(database.look)).toEqual({});
  }

  /** Each thing stands where it was acknowledged to stand, or where an act without an answer would have brought it. */
  private async expectLedger(): Promise<void> {
    const { look } = this.service.database;
    const requests = new Map((await look(`select request.id::text as id, case when publication.withdrawn_at is null then request.state else 'withdrawn' end as state
      from publication_request request left join publication on publication.tenant_id = request.tenant_id and publication.request_id = request.id`)).map(({ id, state }) => [String(id), String(state)]));
    const reports = new Map((await look(`select tenant_id || '/' || round.code as id, state from monitoring_report join round on round.id = round_id`)).map(({ id, state }) => [String(id), String(state)]));
    const held = new Set((await look(`select member_id::text as id from appointment where role = 'web_master' and ended_at is null`)).map(({ id }) => String(id)));
    const stands = (thing: Thing): string => {
      if (thing.kind === 'person') return held.has(thing.memberId) ? 'in' : 'out';
      if (thing.kind === 'report') return reports.get(`${this.units[thing.unit]?.id}/${thing.round}`) ?? 'open';
      return thing.id ? (requests.get(thing.id) ?? 'gone') : thing.state;
    };
    // A new request has no id before its making was acknowledged; of the others it can be told.
    this.doneUntold += this.writers.things.filter((thing) => thing.attempt && stands(thing) === thing.attempt.to && thing.state !== thing.attempt.to).length;
    const lost = this.writers.things.filter((thing) => ![thing.state, thing.attempt?.to].includes(stands(thing)));
    expect(lost.map((thing) => ({ kind: thing.kind, acknowledged: thing.state, attempt: thing.attempt, stands: stands(thing) }))).toEqual([]);
  }

  /** What citizens see of these: the page with its title and the file byte for byte, or that it came down. */
  async expectSite(things: readonly Thing[]): Promise<number> {
    let looked = 0;
    for (const thing of things) {
      if (thing.kind !== 'request' || !thing.link) continue;
      const citizen = this.service.visitor((this.units[thing.unit] as TestTenant).slug);
      const page = await citizen.get(thing.link);
      const file = await citizen.get(`${thing.link}/files/1`);
      const isShown = page.status === 200 && page.words.includes(thing.title) && file.status === 200 && file.body.equals(thing.bytes);
      const isGone = page.status === 410 && file.status === 410 && !page.words.includes(thing.title);
      const may = { published: thing.attempt ? isShown || isGone : isShown, withdrawn: isGone }[thing.state];
      expect([thing.link, thing.state, may, page.status, file.status]).toEqual([thing.link, thing.state, true, page.status, file.status]);
      if (!thing.attempt) this.seen.add(thing);
      looked += 1;
    }
    return looked;
  }

  /** Waits until every mail has gone; jobs of killed workers are free after 30 seconds. */
  async untilMailHasGone(): Promise<string[]> {
    const { look } = this.service.database;
    await eventually(() => look('select count(*)::int as waiting from mail_message where sent_at is null'), ([row]) => row?.['waiting'] === 0, 120);
    return (await look('select id::text as id from mail_message')).map(({ id }) => String(id)).sort();
  }

  /** One line for whoever reads the log. */
  summary(): string {
    const count = (values: string[]) => Object.entries(values.reduce<Record<string, number>>((sum, value) => ({ ...sum, [value]: (sum[value] ?? 0) + 1 }), {})).map(([name, times]) => `${name} ${times}`).join(', ');
    return [
      `seed ${this.dice.seed}, ${this.outcomes.length} rounds: ${count(this.outcomes.map(({ killing }) => killing))}`,
      `struck during: ${count(this.outcomes.map(({ during }) => during))}`,
      `acts cut off and asked again: ${this.outcomes.reduce((sum, { cutOff }) => sum + cutOff, 0)}, of which done already ${this.doneUntold}`,
      `acknowledged: ${[...this.writers.done].map(([name, times]) => `${name} ${times}`).join(', ')}`,
    ].join('\n');
  }

  private async signInAll(): Promise<void> {
    const staff: Who[] = ['owner', 'approver', 'head', 'webMaster1'];
    const people = [...this.units.flatMap((unit) => staff.map((who) => unit.people[who])), this.network.supervisor, this.network.admin];
    for (const { email } of people) {
      const visitor = this.service.visitor('console');
      const answer = await visitor.post('/api/v1/session', { email, password: testPassword });
      if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status}`);
      this.cookies.set(email, visitor.cookie);
    }
  }
}

/** The killings of `count` rounds: most of everything at once, the others mixed in. */
export function mixedKillings(count: number): Killing[] {
  return Array.from({ length: count }, (_, round) => (round % 5 === 1 ? killings[1] : round % 5 === 3 ? killings[2] : killings[0]));
}
