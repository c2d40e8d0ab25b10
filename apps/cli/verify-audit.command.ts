import { openDatabase, poolOf } from '@prongsai/platform/db';
import type { PoolClient } from 'pg';
import { ChainWalk, type ChainEntry, type ChainHead } from '@prongsai/domain/audit';
import type { Command } from './command';

const pageSize = 2_000;

interface Chain {
  id: string;
  /** Slug of the unit, or of the network for what is done in no unit. */
  name: string;
}

/** `audit verify`: reads the trail as its own keeper does, in one snapshot, also while the server writes on. */
export const verifyAudit: Command = async (settings, options, say) => {
  const tenant = options['tenant'];
  const database = await openDatabase(settings);
  try {
    const before = await asRole(database.directUrl, 'prongsai_gate', (client) => listChains(client, tenant));
    if (before.length === 0) throw new Error(tenant ? `there is no unit “${tenant}”` : 'there are no networks yet');
    const walked = await asRole(database.directUrl, 'prongsai_auditor', async (client) => {
      const { rows: heads } = await client.query<{ id: string }>('select chain_id as id from audit_head');
      const ids = new Set([...before, ...(tenant ? [] : heads)].map(({ id }) => id));
      const found: Array<Walked & { id: string }> = [];
      for (const id of ids) found.push({ id, ...(await walk(client, id)) });
      return found;
    });
    // Named afterwards: what was opened in the meantime is known by now.
    const names = new Map((await asRole(database.directUrl, 'prongsai_gate', (client) => listChains(client, tenant))).map(({ id, name }) => [id, name]));
    const broken = walked.flatMap(({ id, problem }) => {
      const name = names.get(id);
      if (!name) return [`${id}: a chain that belongs to no unit and no network`];
      return problem ? [`${name}: ${problem}`] : [];
    });
    broken.forEach(say);
    say(`${walked.reduce((sum, { count }) => sum + count, 0)} entries in ${walked.length} chains, ${broken.length === 0 ? 'all fit' : `${broken.length} broken`}`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
};

/** How many entries a chain has, and the first thing that does not fit; null when all do. */
interface Walked {
  count: number;
  problem: string | null;
}

async function asRole<T>(url: string, role: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const pool = poolOf({ url }, role);
  try {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      return await work(client);
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  } finally {
    await pool.end();
  }
}

async function listChains(client: PoolClient, tenant: string | undefined): Promise<Chain[]> {
  const units = await client.query('select id, slug as name from tenant where $1::text is null or slug = $1 order by slug', [tenant ?? null]);
  if (tenant) return units.rows as Chain[];
  const networks = await client.query(`select id, 'network ' || slug as name from network order by slug`);
  return [...(networks.rows as Chain[]), ...(units.rows as Chain[])];
}

async function walk(client: PoolClient, chainId: string): Promise<Walked> {
  const steps = new ChainWalk();
  let count = 0;
  for (let after = 0; ; ) {
    const { rows } = await client.query<Omit<ChainEntry, 'seq'> & { seq: string }>(
      `select chain_id::text as "chainId", seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, coalesce(account_id::text, '') as "accountId",
              coalesce(reach, '') as reach, act, subject_type as "subjectType", coalesce(subject_id, '') as "subjectId", detail::text as detail,
              previous_hash as "previousHash", hash
       from audit_entry where chain_id = $1 and seq > $2 order by seq limit $3`,
      [chainId, after, pageSize],
    );
    for (const row of rows) steps.step({ ...row, seq: Number(row.seq) });
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) break;
    after = Number(last.seq);
  }
  const head = await client.query<{ seq: string; hash: string }>('select seq, hash from audit_head where chain_id = $1', [chainId]);
  const [kept] = head.rows;
  const end: ChainHead | null = kept ? { seq: Number(kept.seq), hash: kept.hash } : null;
  // The opening itself is an entry.
  return { count, problem: count === 0 && !end ? 'nothing is recorded, not even its opening' : steps.end(end) };
}
