import { PasswordCredentials } from '@prongsai/domain/people';
import type { Settings } from '@prongsai/platform/config';
import { openTestDatabase, testSettings, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { helpText, parseCommand, UsageError } from './commands';

let database: TestDatabase;
let rooms: TestRooms;
let settings: Settings;
let unit: TestTenant;

beforeAll(async () => {
  database = await openTestDatabase({ alone: true });
  settings = testSettings(database);
  rooms = await openDomain([], { database });
  unit = await aTenant(rooms);
  await aPublication(rooms, unit);
}, 60_000);
afterAll(() => rooms.close());

/** Runs the words of a command line; answers its exit code and what it said. */
async function run(...words: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const { run: command, options } = parseCommand(words);
  const code = await command(settings, options, (line) => said.push(line));
  return { code, said: said.join('\n') };
}

it('opens a network once, with this year\'s rounds', async () => {
  const words = ['network', 'open', '--slug', 'trang', '--name', 'เครือข่ายสุขภาพจังหวัดตรัง', '--name-en', 'Trang', '--province', 'จังหวัดตรัง'];
  expect(await run(...words)).toMatchObject({ code: 0, said: expect.stringContaining('3 rounds made') });
  expect(await run(...words)).toMatchObject({ code: 0, said: expect.stringContaining('nothing to do') });
  expect(await database.look(`select province_th from network where slug = 'trang'`)).toEqual([{ province_th: 'ตรัง' }]);
});

it('makes an administrator whose printed password signs in, and leaves a known account as it is', async () => {
  const words = ['admin', 'create', '--network', 'trang', '--email', 'Admin@trang.go.th', '--name', 'ผู้ดูแล ตรัง'];
  const { code, said } = await run(...words);
  const password = /password, shown only now: (\S{20})$/.exec(said)?.[1] ?? '';
  expect(code).toBe(0);
  expect(await rooms.get(PasswordCredentials).check('admin@trang.go.th', password, '127.0.0.1')).toHaveProperty('accountId');
  expect((await run(...words)).said).toContain('keeps its name and password');
  expect(await rooms.get(PasswordCredentials).check('admin@trang.go.th', password, '127.0.0.1')).toHaveProperty('accountId');
  await expect(run('admin', 'create', '--network', 'nowhere', '--email', 'a@b.go.th', '--name', 'ก')).rejects.toThrow('there is no network');
});

it('judges units again: first what was never kept, then nothing new', async () => {
  expect((await run('compliance', 'rebuild', '--tenant', unit.slug)).said).toMatch(/news was not kept, is /);
  expect((await run('compliance', 'rebuild', '--tenant', unit.slug)).said).toBe('1 units judged, 0 statuses changed');
  await expect(run('compliance', 'rebuild', '--tenant', 'nowhere')).rejects.toThrow('there is no unit');
});

it('verifies the trail by its own formula, and names the entry that was changed', async () => {
  expect(await run('audit', 'verify')).toMatchObject({ code: 0, said: expect.stringContaining('all fit') });
  await database.look(`update audit_entry set detail = '{"role": "unit_head"}' where chain_id = $1 and seq = 4`, [unit.id]);
  const { code, said } = await run('audit', 'verify');
  expect(code).toBe(1);
  expect(said).toMatch(new RegExp(`^${unit.slug}: entry 4 \\(.*\\) was changed after it was written`));
  expect((await run('audit', 'verify', '--tenant', unit.slug)).code).toBe(1);
});

it('finds a chain that was cut off', async () => {
  const other = await aTenant(rooms, { network: unit.network });
  await database.look('delete from audit_entry where chain_id = $1 and seq > 6', [other.id]);
  expect((await run('audit', 'verify', '--tenant', other.slug)).said).toMatch(/cut off: the head stands at entry \d+, the chain ends with 6/);
});

it('explains itself and refuses wrong words', async () => {
  expect(helpText()).toContain('admin create --network … --email … --name …');
  await expect(run('admin', 'remove')).rejects.toThrow(UsageError);
  await expect(run('network', 'open', '--slug', 'x')).rejects.toThrow('network open needs --name --name-en --province');
  await expect(run('network', 'open', '--colour', 'x')).rejects.toThrow(UsageError);
});
