import { DataSource } from 'typeorm';
import { installationSecret } from '@prongsai/platform/config';
import { migrations } from './migrations';
import { connectionOf } from './pool-of';

/** The roles that sign in. */
export const loginRoles = ['prongsai_staff', 'prongsai_site', 'prongsai_report', 'prongsai_jobs'] as const;
export type LoginRole = (typeof loginRoles)[number];

/** Text of a query with numbered parameters; what reference data needs of a connection. */
export type RunQuery = (sql: string, parameters?: unknown[]) => Promise<unknown>;

/**
 * Brings a database up to date: migrations, then the installation's reference data, then the passwords of the login
 * roles. Safe to repeat, and safe when several processes start at once. `url` is the migration role's.
 */
export async function prepareDatabase(
  url: string,
  parts: { dataDir: string; loadReference: (query: RunQuery) => Promise<void> },
): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'migration', migrationsTransactionMode: 'each' });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(7710000)');
    await source.runMigrations();
    await source.transaction(async (manager) => {
      await manager.query('set local role prongsai_owner');
      await parts.loadReference((sql, parameters) => manager.query(sql, parameters));
    });
    for (const role of loginRoles) {
      // A password cannot be a bound parameter; the secret is our own hexadecimal text.
      await source.query(`alter role ${role} login password '${loginSecret(parts.dataDir, role)}'`);
    }
    const [{ database }] = await source.query('select current_database() as database');
    await source.query(`grant connect on database "${database}" to ${loginRoles.join(', ')}`);
  } finally {
    await lock.query('select pg_advisory_unlock(7710000)');
    await lock.release();
    await source.destroy();
  }
}

function loginSecret(dataDir: string, role: LoginRole): string {
  return installationSecret(dataDir, `db-${role}`);
}

/** The connection URL of a login role on the same database. */
export function urlOfRole(url: string, role: LoginRole, dataDir: string): string {
  return connectionOf(url, { user: role, password: loginSecret(dataDir, role) }).url;
}
