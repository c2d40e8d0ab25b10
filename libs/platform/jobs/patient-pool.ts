import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** Codes that graphile-worker tries again by itself: a race lost, a server that starts, a line that is too slow. */
const triedAgain = new Set(['40001', '40P01', '57P03', 'EHOSTUNREACH', 'ETIMEDOUT']);
/** A server that is away or going, as the system, PostgreSQL and the driver tell it; the last gives no code at all. */
const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', '57P01', '57P02', '08000', '08001', '08003', '08006']);
const lineBroke = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/**
 * A pool whose errors of a lost line carry the code of a server that is starting. graphile-worker writes down what became
 * of a job without waiting for it: an error that it does not try again ends the whole process, and leaves the job locked.
 */
export function patientPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  const connect = pool.connect.bind(pool) as (callback?: unknown) => Promise<PoolClient>;
  Object.assign(pool, { connect: (callback?: unknown) => (callback ? connect(callback) : connect().catch(throwPatient)) });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const asked = query(...args);
        return asked instanceof Promise ? asked.catch(throwPatient) : asked;
      },
    });
  });
  return pool;
}

function throwPatient(error: unknown): never {
  const { code, message } = error as { code?: string; message?: string };
  const isAway = away.has(code ?? '') || lineBroke.test(message ?? '');
  if (isAway && !triedAgain.has(code ?? '') && error instanceof Error) Object.assign(error, { code: '57P03' });
  throw error;
}
