import { Client } from 'pg';
import type { Settings } from '@prongsai/platform/config';
import { startEmbeddedPostgres } from './embedded/embedded-postgres';

/** Where the migration role signs in, and how to leave the server when it is ours. */
export interface OpenedDatabase {
  url: string;
  /** Past a pooler: for the worker and for migrations. */
  directUrl: string;
  close(): Promise<void>;
}

const databaseName = 'prongsai';

/**
 * The database of the settings, or the embedded PostgreSQL with its own database. An embedded server that another process
 * of the same DATA_DIR runs is shared, and left running by `close`.
 */
export async function openDatabase(settings: Settings, log: (message: string) => void = () => undefined): Promise<OpenedDatabase> {
  if (settings.databaseUrl) {
    return { url: settings.databaseUrl, directUrl: settings.databaseDirectUrl ?? settings.databaseUrl, close: async () => undefined };
  }
  const server = await startEmbeddedPostgres({ dataDir: settings.dataDir, log });
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
  return { url: url.toString(), directUrl: url.toString(), close: () => server.stop() };
}
