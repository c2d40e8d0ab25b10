import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { AssignProfile, defaultProfileOf } from './assign-profile.verb';
import { CategoryReader } from './category.reader';

describe('categories', () => {
  let rooms: TestRooms;
  beforeAll(async () => (rooms = await openDomain()));
  afterAll(() => rooms.close());
  const list = (tenant: TestTenant, year: number) => rooms.transaction.act(tenant.actors.owner, () => rooms.get(CategoryReader).list(year));

  it.each([['dho', 10], ['phangnga', 8], ['khemarat', 5], ['bothong', 11]])('of profile %s are the %i of its document', async (profile, count) => {
    const tenant = await aTenant(rooms, { profile, live: false });
    const categories = await list(tenant, 2569);
    expect(categories).toHaveLength(count);
    expect(categories.map(({ ord }) => ord)).toEqual(categories.map((_, index) => index + 1));
    expect(categories.every(({ profileId }) => profileId === profile)).toBe(true);
  });

  it('are counted in เรื่อง and ครั้ง, and checked, as Khemarat\'s report says', async () => {
    const categories = await list(await aTenant(rooms, { profile: 'khemarat', live: false }), 2569);
    expect(categories.map(({ countRule }) => countRule)).toEqual(['subjects', 'subjects', 'subjects', 'acts', 'acts']);
    expect(categories.map(({ cadence }) => cadence).every((cadence) => ['monthly', 'quarterly'].includes(cadence))).toBe(true);
  });

  it('show the origin of laws, and of knowledge with date and time (seeds 000, 001)', async () => {
    const categories = await list(await aTenant(rooms, { live: false }), 2569);
    expect(new Set(categories.map(({ requirementGroup, origin }) => `${requirementGroup}: ${origin}`).filter((line) => !line.endsWith('none')))).toEqual(new Set(['law: source', 'knowledge: source_and_time']));
  });

  it('every one belongs to a group that all kinds of unit share', async () => {
    const tenant = await aTenant(rooms, { live: false });
    const groups = new Set((await rooms.transaction.act(tenant.actors.owner, () => rooms.get(CategoryReader).listGroups())).map(({ code }) => code));
    for (const year of [2569]) for (const { requirementGroup } of await list(tenant, year)) expect(groups.has(requirementGroup)).toBe(true);
  });

  it('are those of the profile assigned for the year or before, and of the first for years before that', async () => {
    const tenant = await aTenant(rooms, { live: false });
    const scope = { tenantId: tenant.id, accountId: tenant.people.head.id, reach: 'unit' as const };
    await rooms.get(AssignProfile).run(scope, 'khemarat', 2575);
    const profileIn = async (year: number) => (await list(tenant, year))[0]?.profileId;
    expect([await profileIn(2500), await profileIn(2569), await profileIn(2574), await profileIn(2575), await profileIn(2600)]).toEqual(['dho', 'dho', 'dho', 'khemarat', 'khemarat']);
    await rooms.get(AssignProfile).run(scope, 'phangnga', 2575);
    expect(await profileIn(2575)).toBe('phangnga');
  });

  it('are the profile of the unit\'s kind unless another is given, and there is no other than the known', async () => {
    expect([defaultProfileOf('hospital'), defaultProfileOf('district_office'), defaultProfileOf('provincial_office')]).toEqual(['bothong', 'dho', 'dho']);
    const tenant = await aTenant(rooms, { live: false });
    await expect(rooms.get(AssignProfile).run({ tenantId: tenant.id, reach: 'unit' }, 'nope', 2569)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('are found by code in the unit\'s own profile only', async () => {
    const tenant = await aTenant(rooms, { live: false });
    const find = (code: string) => rooms.transaction.act(tenant.actors.owner, () => rooms.get(CategoryReader).find(code, 2569));
    const [own] = await list(tenant, 2569);
    const [foreign] = await rooms.database.look(`select code from category where profile_id = 'bothong' limit 1`);
    expect(await find(own?.code as string)).toMatchObject({ code: own?.code });
    expect([await find(String(foreign?.['code'])), await find('nope')]).toEqual([null, null]);
  });

  it('cannot be changed by anyone who signs in', async () => {
    for (const sql of [`update category set title_th = 'x'`, 'delete from category_profile', `insert into requirement_group values ('x', 1, 'x', 'x')`]) {
      await expect(rooms.database.as('prongsai_staff', {}, (ask) => ask(sql))).rejects.toMatchObject({ code: '42501' });
    }
  });
});
