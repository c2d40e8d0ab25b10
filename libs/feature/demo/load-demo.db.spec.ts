import { verify } from '@node-rs/argon2';
import { openTestDatabase, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { openDomain } from '@prongsai/testing/factories';
import { DemoModule } from './demo.module';
import { LoadDemo } from './load-demo.verb';
import { tellChonburi } from './networks/chonburi';
import { demoPassword } from './people/demo-cast';
import { actsOf } from './unit-record.reader';

const loading = 120_000;
const asOf = '2026-11-20';

let database: TestDatabase;
let rooms: TestRooms;

beforeAll(async () => {
  database = await openTestDatabase({ alone: true });
  rooms = await openDomain([DemoModule], { database });
});
afterAll(() => rooms.close());

const load = (day = asOf) => rooms.clock.during(new Date(`${day}T08:30:00+07:00`), () => rooms.get(LoadDemo).run(['chonburi']));

/** From now on every unit's `seq`-th act fails, as if the process had been killed in the middle of it. */
async function cutOffAt(seq: number): Promise<void> {
  await database.look(`create or replace function cut_off() returns trigger language plpgsql as $$ begin
    if new.tenant_id is not null and new.seq = ${seq} then raise exception 'cut off'; end if;
    return new; end $$`);
  await database.look('create or replace trigger cut_off before insert on audit_entry for each row execute function cut_off()');
}

it('goes on where it was cut off, on another day as of the first one, and tells every act once', async () => {
  for (const [seq, day] of [[1, asOf], [5, asOf], [9, '2026-11-21'], [31, '2026-11-21'], [64, '2026-12-05']] as const) {
    await cutOffAt(seq);
    await expect(load(day)).rejects.toThrow('cut off');
  }
  await database.look('drop trigger cut_off on audit_entry');
  await load('2026-12-06');
  for (const unit of tellChonburi(asOf).units) {
    const expected = actsOf(unit);
    const found = await database.look(
      'select act, count(*)::int as times from audit_entry join tenant on tenant.id = audit_entry.tenant_id where tenant.slug = $1 and act = any($2) group by act',
      [unit.tenant.slug, [...expected.keys()]],
    );
    expect(new Map(found.map(({ act, times }) => [act, times]))).toEqual(expected);
  }
  expect(await database.look('select title from publication group by tenant_id, title having count(*) > 1')).toEqual([]);
}, loading);

it('finds nothing to do afterwards, whatever people did since', async () => {
  const [{ entries: before }] = (await database.look('select count(*)::int as entries from audit_entry')) as [{ entries: number }];
  await database.look(`update publication set title = 'เปลี่ยนชื่อแล้ว'`);
  await load('2027-02-01');
  expect(await database.look('select count(*)::int as entries from audit_entry')).toEqual([{ entries: before }]);
}, loading);

it('keeps the real announcement as a readable page with its file, as the framework of its year', async () => {
  const [item] = await database.look(
    `select request.requirement_codes, request.fiscal_year, length(publication.details) as length, file.media_type, file.size::int
     from publication join publication_request request on request.id = publication.request_id
     join publication_file file on file.publication_id = publication.id`,
  );
  expect(item).toMatchObject({ requirement_codes: ['framework'], fiscal_year: 2569, media_type: 'application/pdf' });
  expect(item?.['length']).toBeGreaterThan(3_000);
});

it('lets everyone of SPEC 18 sign in with the demo password, as demo accounts', async () => {
  const people = await database.look('select email, password_hash, is_demo from account order by email');
  expect(people.map(({ email }) => email)).toEqual(expect.arrayContaining([
    'admin@chonburi.example', 'supervisor@chonburi.example',
    ...['owner', 'approver', 'head', 'webmaster1', 'webmaster2'].flatMap((who) => [`${who}@chonburi.example`, `${who}@bothong-hospital.example`]),
  ]));
  expect(people.every(({ is_demo: isDemo }) => isDemo)).toBe(true);
  expect(await verify(people[0]?.['password_hash'] as string, demoPassword)).toBe(true);
});
