import { openTestDatabase, Visitor, type Answer, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { openDomain, testPassword, type Person } from '@prongsai/testing/factories';
import { buildWhatChanged, startServerProcess, type ServerProcess } from '../server-process';

const publicPort = 8080;
const thai = /[\u0E00-\u0E7F]/;

/** Two api processes on one database, on which the same act is begun twice at once. */
export class RaceTrack {
  /** How often each runner of a race won, by the race's name. */
  readonly results = new Map<string, number[]>();
  private races = 0;
  private readonly sessions = new Map<string, string>();

  private constructor(
    readonly database: TestDatabase,
    readonly rooms: TestRooms,
    private readonly processes: ServerProcess[],
  ) {}

  static async open(): Promise<RaceTrack> {
    await buildWhatChanged();
    const database = await openTestDatabase({ alone: true });
    const environment = { DATA_DIR: database.dataDir, DATABASE_URL: database.url, ROLES: 'site,api', PUBLIC_PORT: String(publicPort) };
    const processes: ServerProcess[] = [];
    try {
      for (let number = 0; number < 2; number++) processes.push(await startServerProcess(environment));
      return new RaceTrack(database, await openDomain([], { database }), processes);
    } catch (error) {
      await Promise.all(processes.map((one) => one.end('SIGKILL')));
      await database.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end('SIGKILL')));
    await this.rooms.close();
  }

  /** The person, signed in once, at the process of this number. */
  async at(process: number, person: Pick<Person, 'email'>): Promise<Visitor> {
    const port = (this.processes[process % this.processes.length] as ServerProcess).port;
    const visitor = (cookie?: string) => new Visitor(port, `console.localhost:${publicPort}`, cookie);
    const known = this.sessions.get(person.email);
    if (known) return visitor(known);
    const fresh = visitor();
    const answer = await fresh.post('/api/v1/session', { email: person.email, password: testPassword });
    if (answer.status !== 200) throw new Error(`sign-in of ${person.email}: ${answer.status}`);
    this.sessions.set(person.email, fresh.cookie);
    return fresh;
  }

  site(process: number, slug: string): Visitor {
    return new Visitor((this.processes[process % this.processes.length] as ServerProcess).port, `${slug}.localhost:${publicPort}`);
  }

  /** Begins all at once; `winners` of them must be done, the others told why not, in Thai. Answers who won. */
  async race(name: string, runners: ReadonlyArray<() => Promise<Answer>>, winners = 1): Promise<{ won: number[]; answers: Answer[] }> {
    // Each has the first move as often as the other.
    const started = new Map<number, Promise<Answer>>();
    for (let turn = 0; turn < runners.length; turn++) {
      const index = (turn + this.races) % runners.length;
      started.set(index, (runners[index] as () => Promise<Answer>)());
    }
    this.races += 1;
    const answers = await Promise.all(runners.map((_, index) => started.get(index) as Promise<Answer>));
    const won = answers.flatMap(({ status }, index) => (status >= 200 && status < 300 ? [index] : []));
    const told = answers.map(({ status, json, text }, index) => {
      if (won.includes(index)) return 'done';
      const { reasons, detail } = json as { reasons?: Array<{ text: string }>; detail?: string };
      const words = reasons?.map((reason) => reason.text) ?? [detail ?? ''];
      return status === 409 && words.length > 0 && words.every((word) => thai.test(word)) ? 'told why' : `${status} ${text}`;
    });
    const expected = told.map((_, index) => (won.slice(0, winners).includes(index) ? 'done' : 'told why'));
    expect([name, told]).toEqual([name, expected]);
    expect([name, won.length]).toEqual([name, winners]);
    const tally = this.results.get(name) ?? runners.map(() => 0);
    for (const index of won) tally[index] = (tally[index] ?? 0) + 1;
    this.results.set(name, tally);
    return { won, answers };
  }

  summary(): string {
    return [...this.results].map(([name, tally]) => `${name}: won by ${tally.join(' : ')}`).join('\n');
  }
}
