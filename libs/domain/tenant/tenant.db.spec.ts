import type { OpenTenantBody } from '@prongsai/kernel/contracts';
import type { TestRooms } from '@prongsai/testing/db';
import { actorIn, actorInNetwork, aNetwork, aTenant, openDomain, unique, type TestNetwork } from '@prongsai/testing/factories';
import { GoLive } from './go-live.verb';
import { OpenNetwork } from './open-network.verb';
import { OpenTenant, reservedSlugs } from './open-tenant.verb';
import { TenantSiteDirectory } from './site-directory';
import { TenantReader } from './tenant.reader';

describe('units and networks', () => {
  let rooms: TestRooms;
  let network: TestNetwork;
  beforeAll(async () => {
    rooms = await openDomain();
    network = await aNetwork(rooms);
  });
  afterAll(() => rooms.close());

  const form = (slug = unique('unit')): OpenTenantBody => ({ slug, kind: 'hospital', name: `โรงพยาบาล ${slug}`, shortName: 'รพ.' });
  const open = async (body: OpenTenantBody, by = network) => {
    const admin = await actorInNetwork(rooms, by.admin, by.slug);
    return rooms.get(OpenTenant).run(admin, OpenTenant.scopeFor(admin), body);
  };

  it('open once by slug', async () => {
    const input = { slug: unique('net'), nameTh: 'ก', nameEn: 'k', provinceTh: 'ก' };
    const first = await rooms.get(OpenNetwork).run(input);
    expect((await rooms.get(OpenNetwork).run(input)).id).toBe(first.id);
  });

  it('a unit is opened by one form and set up by its own people', async () => {
    const unit = await open({ ...form(), siteWorkGroup: 'กลุ่มงานดิจิทัล', email: 'x@y.example' });
    expect(unit).toMatchObject({ state: 'setting_up', networkId: network.id, minWebMasters: 2, activeWebMasters: 0, frozen: false, intakeEmail: 'x@y.example', formVariant: 'regional' });
    const admin = await actorIn(rooms, network.admin, unit.slug);
    const groups = await rooms.transaction.act(admin, () => rooms.get(TenantReader).listWorkGroups());
    expect(groups.map(({ name }) => name)).toEqual(['กลุ่มงานดิจิทัล']);
  });

  it('a slug is one in an installation, also across networks and when two are opened at once', async () => {
    const body = form();
    const elsewhere = await aNetwork(rooms);
    const outcomes = await Promise.allSettled([open(body), open(body, elsewhere)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(open(body)).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it.each([...reservedSlugs])('%s is an address of the service', async (slug) => {
    await expect(open(form(slug))).rejects.toMatchObject({ code: 'INVALID', parts: { errors: [{ path: 'slug', code: 'reserved' }] } });
  });

  it('only a network\'s administrator opens units', async () => {
    const supervisor = await actorInNetwork(rooms, network.supervisor, network.slug);
    await expect(rooms.get(OpenTenant).run(supervisor, OpenTenant.scopeFor(supervisor), form())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('a site opens with two web masters and the five contact fields, and says all that is missing until then', async () => {
    const bare = await open(form());
    const admin = await actorIn(rooms, network.admin, bare.slug);
    await expect(rooms.get(GoLive).run(admin)).rejects.toMatchObject({
      status: 409, parts: { reasons: [
        { code: 'WEB_MASTERS', text: 'ยังเปิดเว็บไม่ได้ มี Web Master 0 คน ต้องมีอย่างน้อย 2 คน' },
        { code: 'CONTACT', text: 'ยังเปิดเว็บไม่ได้ ยังขาด: ที่อยู่ หมายเลขโทรศัพท์ หมายเลขโทรสาร ไปรษณีย์อิเล็กทรอนิกส์ แผนที่ตั้งหน่วยงาน' },
      ] },
    });
    const ready = await aTenant(rooms, { network, live: false });
    await expect(rooms.get(GoLive).run(ready.actors.approver)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await rooms.get(GoLive).run(ready.actors.head)).toMatchObject({ state: 'live' });
    await expect(rooms.get(GoLive).run(ready.actors.head)).rejects.toMatchObject({ status: 409, parts: { reasons: [{ code: 'STATE' }] } });
  });

  it('a live unit with one web master cannot be, whoever writes the row', async () => {
    const unit = await open(form());
    const settings = { tenant_id: unit.id, reach: 'unit' as const };
    await expect(rooms.database.as('prongsai_staff', settings, (ask) => ask(`update tenant set state = 'live'`))).rejects.toMatchObject({ code: '23514', constraint: 'tenant_rule_of_two' });
  });

  it('a host shows a unit once its site has opened, and until then looks like any unknown host', async () => {
    const directory = rooms.get(TenantSiteDirectory);
    const unit = await aTenant(rooms, { network, live: false });
    expect(await directory.siteOfSlug(unit.slug)).toBeNull();
    await rooms.get(GoLive).run(unit.actors.head);
    expect(await directory.siteOfSlug(unit.slug)).toMatchObject({ tenantId: unit.id, slug: unit.slug, changesAt: null });
    expect(await directory.siteOfSlug('no-such-unit')).toBeNull();
  });

  it('the portal lists opened units of a network by Thai name, with nothing inner', async () => {
    const own = await aNetwork(rooms);
    const units = [await aTenant(rooms, { network: own }), await aTenant(rooms, { network: own }), await aTenant(rooms, { network: own, live: false })];
    const listed = await rooms.transaction.site({}, () => rooms.get(TenantReader).listPublic(own.slug));
    expect(listed.map(({ slug }) => slug).sort()).toEqual(units.slice(0, 2).map(({ slug }) => slug).sort());
    expect(listed.map(({ nameTh }) => nameTh)).toEqual(listed.map(({ nameTh }) => nameTh).sort((a, b) => a.localeCompare(b, 'th')));
    expect(Object.keys(listed[0] ?? {})).not.toEqual(expect.arrayContaining(['intakeEmail']));
  });
});
