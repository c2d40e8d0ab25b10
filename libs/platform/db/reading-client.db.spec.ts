import { openTestDatabase, type TestDatabase } from '@prongsai/testing/db';
import { ReadingClient } from './reading-client';

const prelude = (whose: string) => ({ text: `select set_config('app.tenant_id', $1, true), set_config('transaction_read_only', 'on', true)`, values: [whose] });

describe.each([['alone', false], ['behind a pooler', true]])('a connection for readings, %s', (_, isPooled) => {
  let database: TestDatabase;
  let client: ReadingClient;
  const ask = (text: string, values: unknown[] = []) => client.query(text, values) as Promise<{ rows: Array<Record<string, unknown>>; rowCount: number; command: string }>;
  const whose = async () => (await ask(`select current_setting('app.tenant_id', true) as whose, current_setting('transaction_read_only') as still`)).rows[0];
  const reading = async <T>(of: string, work: () => Promise<T>): Promise<T> => {
    client.beginReading(prelude(of));
    try {
      return await work();
    } finally {
      client.endReading();
    }
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new ReadingClient({ connectionString: database.url, isPooled });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.close();
  });

  it('asks under its own settings, packet after packet, and leaves nothing of them behind', async () => {
    const seen = await reading('one', async () => [await Promise.all([whose(), whose()]), await whose()]);
    const one = { whose: 'one', still: 'on' };
    expect(seen).toEqual([[one, one], one]);
    expect(await reading('two', whose)).toEqual({ whose: 'two', still: 'on' });
    expect(await whose()).toEqual({ whose: '', still: 'off' });
  });

  it('gives each statement its own answer, in the types of pg', async () => {
    const at = new Date('2026-11-24T05:00:00Z');
    const answers = await reading('one', () => Promise.all([
      ask('select $1::timestamptz as at, $2::jsonb as facts, $3::text[] as words, null::int as nothing', [at, { a: [1] }, ['ก', 'ข "ค"']]),
      ask('select n from generate_series(1, $1::int) n', [3]),
      ask('select 1 as n where false'),
    ]));
    expect(answers.map(({ rows, rowCount, command }) => ({ rows, rowCount, command }))).toEqual([
      { rows: [{ at, facts: { a: [1] }, words: ['ก', 'ข "ค"'], nothing: null }], rowCount: 1, command: 'SELECT' },
      { rows: [{ n: 1 }, { n: 2 }, { n: 3 }], rowCount: 3, command: 'SELECT' },
      { rows: [], rowCount: 0, command: 'SELECT' },
    ]);
  });

  it('fails whole, writes nothing, and goes on', async () => {
    for (const broken of ['select 1 / 0', 'select nothing from nowhere', 'create table x (y int)']) {
      const results = await reading('one', () => Promise.allSettled([whose(), ask(broken), whose()]));
      expect([broken, results.map(({ status }) => status)]).toEqual([broken, ['rejected', 'rejected', 'rejected']]);
      expect(await reading('two', whose)).toEqual({ whose: 'two', still: 'on' });
    }
  });

  it('reads a table again whose shape has changed', async () => {
    await ask('create temporary table shape (a int)');
    await ask('insert into shape values (1)');
    const read = () => reading('one', async () => (await ask('select * from shape')).rows);
    expect([await read(), await read()]).toEqual([[{ a: 1 }], [{ a: 1 }]]);
    await ask('alter table shape add b text');
    // A prepared text fails once, like everywhere in PostgreSQL; then it is prepared anew.
    if (!isPooled) await expect(read()).rejects.toThrow('cached plan');
    expect(await read()).toEqual([{ a: 1, b: null }]);
  });
});
