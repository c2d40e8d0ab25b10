import { Pool, type PoolConfig } from 'pg';

/** Connection settings of one role, from any URL of the same database. */
export function connectionOf(url: string, login?: { user: string; password: string }): { url: string } {
  const address = new URL(url);
  if (login) {
    address.username = login.user;
    address.password = login.password;
  }
  return { url: address.toString() };
}

/** A small pool on the same server as `options`, acting as `role` from its first statement. */
export function poolOf(options: object, role?: string): Pool {
  const url = (options as { url?: string }).url;
  if (!url) throw new Error('the migration connection has no URL');
  const config: PoolConfig = { connectionString: url, max: 2 };
  if (role) config.options = `-c role=${role}`;
  const pool = new Pool(config);
  // A lost idle connection is opened again at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
