import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually, openTestDatabase, Visitor, type Answer, type TestDatabase } from '@prongsai/testing/db';
import { testPassword } from '@prongsai/testing/factories';
import { startServerProcess, type ServerProcess } from '../server-process';

const publicPort = 8080;

/** An answer, and what the process's business clock showed before and after it, in milliseconds. */
export interface TimedAnswer extends Answer {
  before: number;
  after: number;
}

/** A service whose business clock the test sets, with Node.js and PostgreSQL in a time zone of choice. */
export class Clockwork {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'prongsai-clock-'));
  private readonly file = path.join(this.folder, 'clock');
  private readonly processes: ServerProcess[] = [];
  private readonly sessions = new Map<string, Visitor>();
  private front: ServerProcess | null = null;

  private constructor(
    readonly database: TestDatabase,
    private readonly zone: string,
  ) {}

  /** Opens a database in this zone; no process runs yet. */
  static async open(zone: string): Promise<Clockwork> {
    const database = await openTestDatabase({ alone: true });
    const [row] = await database.look('select current_database() as name');
    await database.look(`alter database "${String(row?.['name'])}" set timezone to '${zone}'`);
    return new Clockwork(database, zone);
  }

  /** Starts a process with these ROLES. The first that holds `site` and `api` is the one that is asked. */
  async start(roles: string): Promise<ServerProcess> {
    const process = await startServerProcess({
      DATA_DIR: this.database.dataDir, DATABASE_URL: this.database.url, ROLES: roles, PUBLIC_PORT: String(publicPort), PRONGSAI_CLOCK_FILE: this.file, TZ: this.zone,
    });
    this.processes.push(process);
    if (roles !== 'worker') this.front ??= process;
    return process;
  }

  /** Ends every process; the database is closed by whoever holds its rooms. */
  async close(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end('SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sets the business clock, from which it runs on, and waits until the asked process has seen it. */
  async set(instant: string): Promise<void> {
    const at = Date.parse(instant);
    writeFileSync(`${this.file}.new`, new Date(at).toISOString());
    renameSync(`${this.file}.new`, this.file);
    if (this.front) await eventually(() => this.now(), (now) => now >= at && now < at + 5_000);
  }

  /** The business clock of the asked process, in milliseconds. */
  async now(): Promise<number> {
    return Date.parse(((await this.visitor('localhost').get('/healthz')).json as { businessTime: string }).businessTime);
  }

  /** Someone on a unit's site. */
  site(slug: string): Visitor {
    return this.visitor(`${slug}.localhost:${publicPort}`);
  }

  /** Someone signed in, once: an act within a second has no time for passwords. */
  async signIn(email: string): Promise<Visitor> {
    const known = this.sessions.get(email);
    if (known) return known;
    const visitor = this.visitor(`console.localhost:${publicPort}`);
    const answer = await visitor.post('/api/v1/session', { email, password: testPassword });
    if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${answer.text}`);
    this.sessions.set(email, visitor);
    return visitor;
  }

  /** Asks between two looks at the clock. */
  async timed(ask: () => Promise<Answer>): Promise<TimedAnswer> {
    const before = await this.now();
    const answer = await ask();
    return { ...answer, before, after: await this.now() };
  }

  /** Does `act` within the second that begins at `instant`, on one thing after another until it fits into it. */
  async within<T>(instant: string, things: readonly T[], act: (thing: T) => Promise<Answer>): Promise<{ thing: T; answer: TimedAnswer }> {
    for (const thing of things) {
      await this.set(instant);
      const answer = await this.timed(() => act(thing));
      if (answer.after < Date.parse(instant) + 1_000) return { thing, answer };
    }
    throw new Error(`the machine is too slow: nothing was done within a second in ${things.length} tries`);
  }

  private visitor(host: string): Visitor {
    if (!this.front) throw new Error('no process runs that can be asked');
    return new Visitor(this.front.port, host);
  }
}
