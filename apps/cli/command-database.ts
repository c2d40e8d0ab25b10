import { Client } from 'pg';
import type { Settings } from '@prongsai/platform/config';
import { startEmbeddedPostgres } from '@prongsai/platform/db';

const databaseName = 'prongsai';

/** A database for the time of one command. */
export interface CommandDatabase {
  /** The migration role's address, past a pooler. */
  url: string;
  close(): Promise<void>;
}

/**
 * The database of the settings, or the embedded one: the server's own while it runs, which is left running; otherwise it
 * is started for the command and stopped behind it.
 */
export async function openCommandDatabase(settings: Settings): Promise<CommandDatabase> {
  if (settings.databaseUrl) return { url: settings.databaseDirectUrl ?? settings.databaseUrl, close: async () => undefined };
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
  const url = new URL(server.url);
  url.pathname = `/${databaseName}`;
  return { url: url.toString(), close: () => server.stop() };
}
