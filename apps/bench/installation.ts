import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { readSettings } from '@prongsai/platform/config';
import { openDatabase, type OpenedDatabase } from '@prongsai/platform/db';
import { call } from './measure/call';
import { startMeasured, type MeasuredProcess } from './measure/measured-process';

export type Row = Record<string, unknown>;

/** Below the folder of the compiled program. */
const programs = path.resolve(__dirname, '..');

/**
 * A whole installation of the service in a temporary folder: its own embedded PostgreSQL with the settings that every
 * installation has (fsync on), its own files, as many server processes as are started. Nothing of it is left by `close`.
 */
export class Installation {
  private readonly processes: MeasuredProcess[] = [];

  private constructor(
    private readonly folder: string,
    readonly dataDir: string,
    private readonly database: OpenedDatabase,
    private readonly superuser: Client,
  ) {}

  static async open(): Promise<Installation> {
    const folder = mkdtempSync(path.join(tmpdir(), 'prongsai-bench-'));
    // PostgreSQL runs as another user when we are root, and must pass through.
    chmodSync(folder, 0o711);
    const dataDir = path.join(folder, 'data');
    try {
      const database = await openDatabase(readSettings({ DATA_DIR: dataDir }));
      const superuser = new Client({ connectionString: database.url });
      await superuser.connect();
      return new Installation(folder, dataDir, database, superuser);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Where the superuser signs in. */
  get url(): string {
    return this.database.url;
  }

  /** As superuser, past row-level security: to fill tables and to read the catalogue. */
  async ask(sql: string, parameters?: unknown[]): Promise<Row[]> {
    return (await this.superuser.query(sql, parameters)).rows as Row[];
  }

  /** One more server process, site and API without a worker, so that no job of the background is measured. */
  async serve(environment: Record<string, string> = {}): Promise<MeasuredProcess> {
    return this.keep(await startMeasured(path.join(programs, 'server/main.js'), { DATA_DIR: this.dataDir, DEMO: 'none', ROLES: 'site,api', ...environment }));
  }

  /** A floor to compare with. */
  async floor(name: 'fastify-floor' | 'node-floor', environment: Record<string, string>): Promise<MeasuredProcess> {
    return this.keep(await startMeasured(path.join(programs, `bench/floors/${name}.js`), { NODE_PATH: path.resolve(programs, '../../node_modules'), ...environment }));
  }

  /** Where something may be written for a process of this installation. */
  file(name: string): string {
    return path.join(this.folder, name);
  }

  /** An operator's command; answers what it said. Throws when it fails. */
  async command(...words: string[]): Promise<string> {
    const { PATH, TMPDIR, LANG } = process.env;
    const child = spawn(process.execPath, [path.join(programs, 'cli/main.js'), ...words], { env: { PATH, TMPDIR, LANG, DATA_DIR: this.dataDir }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error(`${words.join(' ')}: ${said}`);
    return said;
  }

  /** A network of this slug with two administrators, because four eyes are two people; answers how the first signs in. */
  async openNetwork(slug: string): Promise<{ email: string; password: string }> {
    await this.command('network', 'open', '--slug', slug, '--name', `เครือข่าย ${slug}`, '--name-en', slug, '--province', slug);
    const email = `admin@${slug}.example`;
    const said = await this.command('admin', 'create', '--network', slug, '--email', email, '--name', 'ผู้ดูแล');
    await this.command('admin', 'create', '--network', slug, '--email', `second@${slug}.example`, '--name', 'ผู้ดูแลอีกคน');
    return { email, password: /: (\S+)\s*$/.exec(said)?.[1] ?? '' };
  }

  async close(): Promise<void> {
    for (const running of this.processes.splice(0)) await running.end();
    await this.superuser.end();
    await this.database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private keep(started: MeasuredProcess): MeasuredProcess {
    this.processes.push(started);
    return started;
  }
}

/** The headers of a browser on the console's host, signed in. Throws when the server does not let them. */
export async function signIn(server: MeasuredProcess, person: { email: string; password: string }): Promise<Record<string, string>> {
  const host = `console.localhost:${server.port}`;
  const headers = { host, origin: `http://${host}`, 'content-type': 'application/json', 'accept-encoding': 'gzip' };
  const answer = await call({ port: server.port, method: 'POST', path: '/api/v1/session', headers, body: JSON.stringify(person) });
  if (answer.status !== 200) throw new Error(`sign-in of ${person.email}: ${answer.status} ${answer.body.toString('utf8')}`);
  return { ...headers, cookie: (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ') };
}

/** The headers of a reader on a unit's site. */
export function onSite(slug: string): Record<string, string> {
  return { host: `${slug}.localhost`, 'accept-encoding': 'gzip' };
}
