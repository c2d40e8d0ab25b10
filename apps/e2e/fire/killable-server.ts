import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { databaseAt, eventually, Visitor, type TestDatabase } from '@prongsai/testing/db';
import { watchOverFolder } from '../guardian';
import { startServerProcess, type ServerProcess } from '../server-process';

/**
 * How a service is killed, always by signal 9. `everything`: the process and its PostgreSQL with all its sessions, in one
 * moment, as power goes. `process`: the service alone; PostgreSQL goes on and is taken over. `database first`: PostgreSQL
 * alone, then the service that has just noticed.
 */
export const killings = ['everything', 'process', 'database first'] as const;
export type Killing = (typeof killings)[number];

/** The service on its embedded PostgreSQL with a DATA_DIR of its own, to be killed and started again. */
export class KillableServer {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'prongsai-fire-'));
  private server: ServerProcess | null = null;
  private opened: TestDatabase | null = null;

  constructor(private readonly environment: NodeJS.ProcessEnv = {}) {
    // PostgreSQL runs as another user when this is root, and must be able to pass.
    chmodSync(this.dataDir, 0o711);
    watchOverFolder(this.dataDir);
  }

  get running(): ServerProcess {
    if (!this.server) throw new Error('the service is not running');
    return this.server;
  }

  /** The superuser's look at the database, over kills: a lost connection is made again. */
  get database(): TestDatabase {
    this.opened ??= this.connect();
    return this.opened;
  }

  /** One more hold on it, to be closed by whoever asked. */
  connect(): TestDatabase {
    const read = (name: string) => readFileSync(path.join(this.dataDir, name), 'utf8').trim();
    const url = `postgres://postgres:${read('secrets/postgres-superuser')}@127.0.0.1:${read('postgres-run/port')}/prongsai`;
    return databaseAt(url, this.dataDir);
  }

  async start(): Promise<void> {
    this.server = await startServerProcess({ DATA_DIR: this.dataDir, ...this.environment });
  }

  /** Kills it. `pauseMs` lies between the two deaths of `database first`. */
  async kill(how: Killing, pauseMs = 0): Promise<void> {
    if (how === 'database first') {
      this.killDatabase();
      await new Promise((passed) => setTimeout(passed, pauseMs));
    }
    const gone = this.running.end('SIGKILL');
    if (how === 'everything') this.killDatabase();
    await gone;
    this.server = null;
  }

  /** Kills one session of the service with signal 9: PostgreSQL throws all sessions out and recovers by itself. */
  async killOneSession(): Promise<void> {
    const { look } = this.database;
    const [row] = await look(`select pid, pg_backend_pid() as own from pg_stat_activity where usename = 'prongsai_staff' order by state = 'idle', random() limit 1`);
    if (!row) return;
    process.kill(Number(row['pid']), 'SIGKILL');
    // Our own session goes with the others: once we have another one, all are out.
    await eventually(() => look('select pg_backend_pid() as now').then(([mine]) => mine?.['now'] !== row['own'], () => false));
  }

  /** Waits until the service and the tests' own look reach the database again. */
  async untilReady(): Promise<void> {
    await eventually(async () => (await this.visitor('console').get('/readyz')).status === 200);
    await eventually(() => this.database.look('select 1').then(() => true, () => false));
  }

  /** Ends it as an operator does. Answers the exit code and how long it took. */
  async terminate(): Promise<{ code: number | null; seconds: number }> {
    const began = performance.now();
    const code = await this.running.end('SIGTERM');
    this.server = null;
    return { code, seconds: (performance.now() - began) / 1000 };
  }

  /** All that the running process wrote. */
  output(): string {
    return this.running.output();
  }

  visitor(host: string): Visitor {
    const { port } = this.running;
    return new Visitor(port, `${host}.localhost:${port}`);
  }

  /** Leaves nothing behind, whatever state it is in. */
  async close(): Promise<void> {
    await this.opened?.close();
    this.opened = null;
    if (this.server) await this.server.end('SIGKILL');
    this.killDatabase();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  private killDatabase(): void {
    const file = path.join(this.dataDir, 'postgres/postmaster.pid');
    if (!existsSync(file)) return;
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (!isPostgres(postmaster)) return;
    const sessions = childrenOf(postmaster);
    for (const pid of [postmaster, ...sessions]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has gone by itself.
      }
    }
  }
}

function isPostgres(pid: number): boolean {
  try {
    return pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').map(Number).filter((pid) => {
    if (!(pid > 0)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
    } catch {
      return false;
    }
  });
}
