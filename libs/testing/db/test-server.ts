import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';

/** Where the workers of one run of Jest find PostgreSQL; travels in the environment that they inherit. */
export interface TestServer {
  /** The server's superuser, on the server's own database: makes and drops databases, nothing else. */
  url: string;
  /** Name of the migrated database that every worker clones. */
  template: string;
  /** DATA_DIR of the tests: passwords of the login roles, files, mails. */
  dataDir: string;
  /** Begins the names of this run's clones. */
  clonePrefix: string;
}

const variable = 'PRONGSAI_TEST_SERVER';

/** Hands the server to the workers that Jest starts from now on. */
export function announce(server: TestServer): void {
  process.env[variable] = JSON.stringify(server);
}

/** The server of this run. Throws when Jest runs without the global set-up. */
export function announcedServer(): TestServer {
  const text = process.env[variable];
  if (!text) throw new Error('no test database: run Jest with the repository\'s jest.config.cjs, whose global set-up starts one');
  return JSON.parse(text) as TestServer;
}

/** `url` with another database. */
export function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}

/** Runs one statement on a connection of its own. */
export async function runOnce(url: string, sql: string, parameters: unknown[] = []): Promise<Array<Record<string, unknown>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows as Array<Record<string, unknown>>;
  } finally {
    await client.end();
  }
}

/** Hash of all that decides what a freshly migrated database holds: migrations, their library, reference data. */
export function hashOfMigrations(): string {
  const libs = path.resolve(__dirname, '../..');
  const hash = createHash('sha256').update(readFileSync(require.resolve('graphile-worker/package.json')));
  for (const folder of ['platform/db/migrations', 'domain/taxonomy']) {
    for (const name of readdirSync(path.join(libs, folder)).sort()) {
      if (/\.(ts|json)$/.test(name) && !name.includes('.spec.')) hash.update(name).update(readFileSync(path.join(libs, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
