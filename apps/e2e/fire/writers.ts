import { randomUUID } from 'node:crypto';
import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import { multipartFile, type Answer, type Visitor } from '@prongsai/testing/db';
import { allConfirmed, unique } from '@prongsai/testing/factories';
import type { Dice } from './dice';
import { isAtRest, newReport, newRequest, nextVerbs, type Attempt, type ReportThing, type RequestThing, type Thing, type Verb } from './things';

/** Who does what, each with a session that was opened before the first kill. */
export interface Hands {
  /** Someone of this unit, on the service that runs now. */
  of(unit: number, who: 'owner' | 'approver' | 'head' | 'webMaster1'): Visitor;
  network(who: 'supervisor' | 'admin'): Visitor;
  slug(unit: number): string;
  networkSlug: string;
  /** The fields of a complete request. */
  input: RequestInput;
  fiscalYear: number;
}

/** Writer n works in unit n mod 2. */
export const unitCount = 2;

/** The service answered what it must not. */
export class WrongAnswer extends Error {}

/** Writers that go on with what they began, across kills, and remember all that was acknowledged. */
export class Writers {
  readonly things: Thing[] = [];
  /** How often each verb was acknowledged, and what was refused for the moment. */
  readonly done = new Map<string, number>();
  private stopped = true;
  private begun: (verb: Verb) => void = () => undefined;

  constructor(
    private readonly hands: Hands,
    private readonly dice: Dice,
  ) {}

  /** `count` writers at once until `stop`, or until the service is gone. `onBegin` hears of each act as it is sent. */
  async work(count: number, onBegin: (verb: Verb) => void): Promise<void> {
    this.stopped = false;
    this.begun = onBegin;
    const writer = async (number: number) => {
      while (!this.stopped) {
        const outcome = await this.step(this.choose(number));
        if (outcome === 'gone') this.stopped = true;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: count }, (_, number) => writer(number)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Asks again for every act whose answer did not come; with its key it must be answered as if it had never been cut off. */
  async settle(): Promise<number> {
    const open = this.things.filter((thing) => thing.attempt);
    for (const thing of open) {
      const outcome = await this.step(thing);
      if (outcome !== 'done') throw new WrongAnswer(`settling ${JSON.stringify(thing.attempt)}: ${outcome}`);
    }
    return open.length;
  }

  /** What was told to come again later, something else that this writer has begun, or a new item; now and then one that is online is taken down. */
  private choose(writer: number): Thing {
    const own = this.things.filter((thing) => thing.writer === writer && !isAtRest(thing));
    const unanswered = own.find(({ attempt }) => attempt);
    if (unanswered) return unanswered;
    const roll = this.dice.next();
    const wanted = roll < 0.65 ? 'request' : roll < 0.9 ? 'report' : 'person';
    const going = own.filter(({ kind, state }) => kind === wanted && state !== 'published');
    const online = own.filter(({ state }) => state === 'published');
    if (wanted === 'request' && online.length > 0 && this.dice.next() < 0.04) return this.dice.pick(online);
    if (going.length > (wanted === 'request' ? 1 : 0)) return this.dice.pick(going);
    const request = newRequest(writer % unitCount, writer);
    this.things.push(request);
    return request;
  }

  private async step(thing: Thing): Promise<'done' | 'not now' | 'gone'> {
    const [verb, to] = this.dice.pick(nextVerbs[thing.kind][thing.state] ?? []);
    thing.attempt ??= { verb, key: randomUUID(), to, tries: 0 };
    const { attempt } = thing;
    attempt.tries += 1;
    this.begun(attempt.verb);
    let answer: Answer;
    try {
      answer = await this.send(thing, attempt);
    } catch (error) {
      if (error instanceof WrongAnswer) throw error;
      return 'gone';
    }
    if (answer.status === 503 && Number(answer.headers['retry-after']) > 0) return this.count('503', 'not now');
    // An ending has no key: a repeat finds the appointment ended.
    const isEndedAlready = attempt.verb === 'end appointment' && attempt.tries > 1 && answer.status === 404;
    if (answer.status !== 200 && answer.status !== 201 && !isEndedAlready) throw new WrongAnswer(`${attempt.verb} of ${JSON.stringify({ ...thing, bytes: undefined })}: ${answer.status} ${answer.text}`);
    this.keep(thing, attempt, answer.json);
    if (thing.kind === 'report' && thing.state === 'accepted') await this.addRound(thing);
    return this.count(attempt.verb, 'done');
  }

  private count<T>(name: string, outcome: T): T {
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
    return outcome;
  }

  private send(thing: Thing, { verb, key }: Attempt): Promise<Answer> {
    const headers = { 'idempotency-key': key };
    const base = `/api/v1/tenants/${this.hands.slug(thing.unit)}`;
    if (thing.kind === 'request') return this.sendRequest(thing, verb, base, headers);
    if (thing.kind === 'person') {
      const head = this.hands.of(thing.unit, 'head');
      const path = `${base}/members/${thing.memberId}/appointments`;
      return verb === 'appoint'
        ? head.post(path, { role: 'web_master', orderNumber: '9/2570' }, headers)
        : head.call('DELETE', `${path}/${thing.appointmentId}`, { body: {} });
    }
    const path = `${base}/reports/${thing.fiscalYear}/${thing.round}`;
    if (verb === 'report submit') return this.hands.of(thing.unit, 'approver').post(`${path}/submit`, {}, headers);
    if (verb === 'report acknowledge' || verb === 'report send') return this.hands.of(thing.unit, 'head').post(`${path}/${verb.slice('report '.length)}`, {}, headers);
    const act = verb === 'report accept' ? 'accept' : 'return';
    return this.hands.network('supervisor').post(`/api/v1/networks/${this.hands.networkSlug}/reports/${thing.id}/${act}`, act === 'return' ? { comment: 'เพิ่มแผนภูมิ' } : {}, headers);
  }

  private sendRequest(thing: RequestThing, verb: Verb, base: string, headers: Record<string, string>): Promise<Answer> {
    const as = (who: Parameters<Hands['of']>[1], path: string, body: unknown = {}) => this.hands.of(thing.unit, who).post(`${base}${path}`, body, headers);
    const { id } = thing;
    switch (verb) {
      case 'upload': {
        const upload = multipartFile('เอกสาร.pdf', thing.bytes);
        return this.hands.of(thing.unit, 'owner').post(`${base}/files`, upload.body, { ...upload.headers, ...headers });
      }
      case 'create':
        return as('owner', '/requests', { ...this.hands.input, title: thing.title, fileIds: [thing.fileId] });
      case 'submit':
        return as('owner', `/requests/${id}/submit`);
      case 'return':
        return as('approver', `/requests/${id}/return`, { comment: 'แก้ช่วงวันที่ของข้อมูล' });
      case 'refuse':
        return as('approver', `/requests/${id}/refuse`, { reason: 'outside_mission' });
      case 'publish':
        return as('webMaster1', `/requests/${id}/publish`, { confirmations: allConfirmed });
      case 'withdraw':
        return as('webMaster1', `/publications/${thing.publicationId}/withdraw`, { reason: 'ข้อมูลคลาดเคลื่อน' });
      default:
        return as('approver', `/requests/${id}/approve`);
    }
  }

  /** Writes down what was acknowledged. */
  private keep(thing: Thing, { verb, to }: Attempt, json: unknown): void {
    if (thing.kind === 'request') {
      if (verb === 'upload') thing.fileId = (json as { id: string }).id;
      if (verb === 'create') thing.id = (json as RequestView).id;
      if (verb === 'publish') {
        const { publication } = json as { publication: { id: string; url: string } };
        thing.link = new URL(publication.url).pathname;
        thing.publicationId = publication.id;
      }
    } else if (thing.kind === 'report') {
      if (verb === 'report submit') thing.id = (json as { id: string }).id;
    } else if (verb === 'appoint') {
      thing.appointmentId = (json as { appointments: Array<{ id: string; role: string }> }).appointments.find(({ role }) => role === 'web_master')?.id ?? null;
    }
    thing.state = to;
    thing.attempt = null;
  }

  /** An accepted report is done with: its writer goes on with the next follow-up round. */
  private async addRound(accepted: ReportThing): Promise<void> {
    const { fiscalYear } = this.hands;
    const day = `${fiscalYear - 543}-06-30`;
    const body = { fiscalYear, title: `ติดตาม ${unique('รอบ')}`, windowFrom: `${fiscalYear - 544}-10-01`, windowUntil: day, dueToSuperiorOn: day, dueToProvinceOn: day };
    const answer = await this.hands.network('admin').post(`/api/v1/networks/${this.hands.networkSlug}/rounds`, body).catch(() => null);
    if (answer?.status !== 201) return;
    const { round } = answer.json as { round: string };
    this.things.push(newReport(accepted.unit, accepted.writer, fiscalYear, round));
  }
}
