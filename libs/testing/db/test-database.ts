import { Client, Pool } from 'pg';
import { urlOfRole, type LoginRole } from '@prongsai/platform/db';
import { announcedServer, onDatabase, runOnce } from './test-server';

/** Settings that a transaction names, as TenantTransaction does; what is left out is not set at all. */
export interface RowSettings {
  tenant_id?: string;
  account_id?: string;
  network_id?: string;
  reach?: 'unit' | 'network';
  now?: string;
}

export type Row = Record<string, unknown>;
export type Ask = (sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** A database of the tests: a clone of the migrated template. */
export interface TestDatabase {
  /** The migration role's address, for DbModule and startServer, which sign in as the application's roles. */
  url: string;
  dataDir: string;
  /** Runs `work` in one transaction of a login role with these settings; always rolled back unless `keep`. */
  as<T>(role: LoginRole, settings: RowSettings, work: (ask: Ask) => Promise<T>, keep?: 'keep'): Promise<T>;
  /** As superuser, past row-level security: to read the catalogue, to compare what is there, to set up what no verb does yet. */
  look: Ask;
  close(): Promise<void>;
}

let opened = 0;

/**
 * The worker's clone, made at its first use. With `alone` a fresh one for this spec, for what is shared by a whole
 * installation: the job queue, the demo.
 */
export async function openTestDatabase(options: { alone?: boolean } = {}): Promise<TestDatabase> {
  const server = announcedServer();
  const name = `${server.clonePrefix}${process.env['JEST_WORKER_ID'] ?? '0'}${options.alone ? `_${process.pid}_${process.hrtime.bigint()}_${opened++}` : ''}`;
  const [there] = await runOnce(server.url, 'select 1 from pg_database where datname = $1', [name]);
  if (!there) await runOnce(server.url, `create database ${name} template ${server.template}`);
  return databaseAt(onDatabase(server.url, name), server.dataDir, async () => {
    if (options.alone) await runOnce(server.url, `drop database ${name} with (force)`);
  });
}

/** A migrated database that is there already, for example of a service in a process of its own. */
export function databaseAt(url: string, dataDir: string, afterClose: () => Promise<void> = async () => undefined): TestDatabase {
  const superuser = new Pool({ connectionString: url, max: 1 });
  superuser.on('error', () => undefined);
  return {
    url,
    dataDir,
    as: (role, settings, work, keep) => asRole(urlOfRole(url, role, dataDir), settings, work, keep === 'keep'),
    look: async (sql, parameters) => (await superuser.query(sql, parameters)).rows as Row[],
    close: async () => {
      await superuser.end();
      await afterClose();
    },
  };
}

async function asRole<T>(url: string, settings: RowSettings, work: (ask: Ask) => Promise<T>, keeps: boolean): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    const result = await work(async (sql, parameters) => (await client.query(sql, parameters)).rows as Row[]);
    await client.query(keeps ? 'commit' : 'rollback');
    return result;
  } finally {
    await client.end();
  }
}
