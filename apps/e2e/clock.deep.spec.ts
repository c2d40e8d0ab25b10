import type { Page } from '@prongsai/platform/http';
import type { ReportLine, ReportView } from '@prongsai/kernel/contracts';
import { eventually, type Answer, type TestRooms } from '@prongsai/testing/db';
import { actorIn, aFile, aPublication, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { MakeRounds } from '@prongsai/domain/reporting';
import { AssignProfile } from '@prongsai/domain/taxonomy';
import { buildWhatChanged } from './server-process';
import { Clockwork } from './fire/clockwork';

jest.setTimeout(240_000);

const spring = '2027-02-20T10:00:00+07:00';
const endOfFebruary = '2027-03-01T00:00:00+07:00';

interface Item {
  tenant: TestTenant;
  link: string;
  title: string;
}

/** SPEC 8, 12 and 20: dates are Bangkok's to the second, whatever zone the machines are in, and the clock may jump. */
describe.each(['UTC', 'Asia/Bangkok', 'America/Los_Angeles'])('the business clock, with Node.js and PostgreSQL in %s', (zone) => {
  let clockwork: Clockwork;
  let rooms: TestRooms;
  let units: TestTenant[];
  let item: Item;

  beforeAll(async () => {
    await buildWhatChanged();
    clockwork = await Clockwork.open(zone);
    rooms = await openDomain([], { database: clockwork.database });
    units = await rooms.clock.during(new Date(spring), async () => {
      const first = await aTenant(rooms);
      const others: TestTenant[] = [];
      for (let number = 0; number < 5; number++) others.push(await aTenant(rooms, { network: first.network }));
      await rooms.get(MakeRounds).run({ networkId: first.network.id }, 2570);
      return [first, ...others];
    });
    item = await anItem(units[0] as TestTenant, spring, '2027-02-28');
    await clockwork.set(spring);
    await clockwork.start('site,api');
  });
  afterAll(async () => {
    await clockwork?.close();
    await rooms?.close();
  });

  /** An item with a file, live from the day of `at` until the end of `publishUntil`. */
  const anItem = (tenant: TestTenant, at: string, publishUntil: string): Promise<Item> => rooms.clock.during(new Date(at), async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const { code, title } = await aPublication(rooms, tenant, { fileIds: [file.id], publishUntil });
    return { tenant, link: `/p/${code}`, title };
  });

  /** Everything that shows an item, and how to see whether it does. */
  const places = ({ link, title }: Item): Array<[string, (answer: Answer) => boolean, number]> => [
    [link, ({ status, words }) => status === 200 && words.includes(title), 410], [`${link}/files/1`, ({ status }) => status === 200, 410],
    ['/', ({ words }) => words.includes(title), 200], ['/latest', ({ words }) => words.includes(title), 200],
    [`/search?q=${encodeURIComponent(title.split(' ').at(-1) as string)}`, ({ text }) => text.includes(link), 200],
    ['/feed.xml', ({ text }) => text.includes(link), 200], ['/sitemap.xml', ({ text }) => text.includes(link), 200],
  ];

  /** Asks every place again and again over `boundary`: shown up to it, gone from it on, nothing in between. */
  async function watchOver(shown: Item, boundary: string): Promise<void> {
    const end = Date.parse(boundary);
    const all = places(shown);
    const before = new Set<string>();
    // A busy machine may need more than two seconds for a look at each.
    for (let leadMs = 2_000; before.size < all.length; leadMs *= 3) {
      expect(leadMs).toBeLessThan(60_000);
      await clockwork.set(new Date(end - leadMs).toISOString());
      const after = new Set<string>();
      while (after.size < all.length) {
        for (const [path, isShown, goneAs] of all) {
          const answer = await clockwork.timed(() => clockwork.site(shown.tenant.slug).get(path));
          if (answer.before < end && answer.after >= end) continue;
          const isOver = answer.before >= end;
          expect([path, isOver, isShown(answer), answer.status]).toEqual([path, isOver, !isOver, isOver ? goneAs : 200]);
          (isOver ? after : before).add(path);
        }
      }
    }
  }

  const recorded = async ({ tenant }: Item) => (await clockwork.database.look(
    `select (select count(*)::int from audit_entry where tenant_id = $1 and act = 'publication.expired') as entries,
            (select count(*)::int from notice where tenant_id = $1 and kind = 'expired') as notices,
            (select count(*)::int from mail_message mail join notice on notice.tenant_id = mail.tenant_id and notice.id = mail.notice_id where mail.tenant_id = $1 and kind = 'expired') as mails`,
    [tenant.id]))[0];
  const report = async (tenant: TestTenant, fiscalYear: number, round: string) =>
    (await (await clockwork.signIn(tenant.people.head.email)).get(`/api/v1/tenants/${tenant.slug}/reports/${fiscalYear}/${round}`)).json as ReportView;
  const step = (who: 'approver' | 'head', verb: string, year = 2570) => async (tenant: TestTenant): Promise<Answer> =>
    (await clockwork.signIn(tenant.people[who].email)).post(`/api/v1/tenants/${tenant.slug}/reports/${year}/six_month/${verb}`);

  it('ends an item everywhere at the same second, also while no worker runs', async () => {
    await watchOver(item, endOfFebruary);
    expect(await recorded(item)).toEqual({ entries: 0, notices: 0, mails: 0 });
  });

  it('shows it again when the clock goes back, and no longer when it comes forward', async () => {
    await clockwork.set('2027-02-28T23:59:50+07:00');
    for (const [path, isShown] of places(item)) expect([path, isShown(await clockwork.site(item.tenant.slug).get(path))]).toEqual([path, true]);
    await clockwork.set(endOfFebruary);
    for (const [path, isShown, status] of places(item)) {
      const answer = await clockwork.site(item.tenant.slug).get(path);
      expect([path, isShown(answer), answer.status]).toEqual([path, false, status]);
    }
  });

  it('records it once when the worker comes, and not again however the clock jumps', async () => {
    await clockwork.start('worker');
    const once = { entries: 1, notices: 2, mails: 2 };
    await eventually(() => recorded(item), (facts) => facts?.['entries'] === 1, 60);
    expect(await recorded(item)).toEqual(once);
    await clockwork.set('2027-02-28T12:00:00+07:00');
    await clockwork.set('2027-03-02T00:00:00+07:00');
    // The sweep after the jump judges the unit anew, in the same job that would record a second time.
    await eventually(() => clockwork.database.look(`select 1 from requirement_status where tenant_id = $1 and judged_on = '2027-03-02'`, [item.tenant.id]), (rows) => rows.length > 0, 60);
    expect(await recorded(item)).toEqual(once);
  });

  it('takes a report at 23:59:59 of 28 February in time, and a second later as late', async () => {
    const [late, ...others] = units as [TestTenant, ...TestTenant[]];
    const { thing: inTime, answer } = await clockwork.within('2027-02-28T23:59:59+07:00', others, step('approver', 'submit'));
    expect(answer.json).toMatchObject({ state: 'submitted', dueToSuperiorAt: '2027-02-28T16:59:59.000Z', lateToSuperior: false });
    expect((await step('head', 'acknowledge')(inTime)).status).toBe(200);
    await clockwork.set('2027-02-28T23:59:58+07:00');
    expect((await step('head', 'send')(inTime)).json).toMatchObject({ state: 'sent', lateToProvince: false, late: false });

    await clockwork.set(endOfFebruary);
    expect(await report(inTime, 2570, 'six_month')).toMatchObject({ late: false });
    expect(await report(late, 2570, 'six_month')).toMatchObject({ state: 'open', lateToSuperior: true, lateToProvince: true, late: true });
    expect((await step('approver', 'submit')(late)).json).toMatchObject({ state: 'submitted', lateToSuperior: true, late: true });
    // What was late stays late when the clock goes back: it was judged when it was done.
    await clockwork.set('2027-02-28T12:00:00+07:00');
    expect(await report(late, 2570, 'six_month')).toMatchObject({ lateToSuperior: true, late: true });
  });

  it('turns the fiscal year at the second: categories, and the rounds that open by themselves', async () => {
    const [tenant] = units as [TestTenant];
    await rooms.clock.during(new Date(spring), async () => rooms.get(AssignProfile).run(await actorIn(rooms, tenant.network.admin, tenant.slug), 'khemarat', 2571));
    const turn = Date.parse('2027-10-01T00:00:00+07:00');
    const head = await clockwork.signIn(tenant.people.head.email);
    await clockwork.set('2027-09-30T23:59:58+07:00');
    const looks = { before: 0, after: 0 };
    while (looks.after === 0) {
      const answer = await clockwork.timed(() => head.get(`/api/v1/tenants/${tenant.slug}/categories`));
      if (answer.before < turn && answer.after >= turn) continue;
      const isOver = answer.before >= turn;
      const [first] = (answer.json as Page<{ code: string }>).items;
      expect([isOver, first?.code]).toEqual([isOver, isOver ? 'khemarat.01' : 'dho.01']);
      looks[isOver ? 'after' : 'before'] += 1;
    }
    expect(looks.before).toBeGreaterThan(0);
    expect((await clockwork.site(tenant.slug).get('/c/khemarat.01')).status).toBe(200);
    await clockwork.set('2027-10-01T00:00:00+07:00');
    const rounds = async () => ((await head.get(`/api/v1/tenants/${tenant.slug}/reports?fiscalYear=2571`)).json as Page<ReportLine>).items;
    const open = await eventually(rounds, (items) => items.length === 3, 60);
    expect(open.map(({ round, dueToProvinceAt, late }) => [round, dueToProvinceAt, late]).sort()).toEqual([
      ['six_month', '2028-02-28T16:59:59.000Z', false], ['twelve_month', '2028-07-31T16:59:59.000Z', false], ['year_close', '2028-10-31T16:59:59.000Z', false],
    ]);
  });

  it('knows 29 February 2571: the due day stays 28, and an item of that day lives through it', async () => {
    const [first, ...others] = units as [TestTenant, ...TestTenant[]];
    const leap = await anItem(others[0] as TestTenant, '2028-02-20T10:00:00+07:00', '2028-02-29');
    const { thing, answer } = await clockwork.within('2028-02-28T23:59:59+07:00', others, step('approver', 'submit', 2571));
    expect(answer.json).toMatchObject({ state: 'submitted', lateToSuperior: false });
    await clockwork.set('2028-02-29T00:00:00+07:00');
    expect((await step('approver', 'submit', 2571)(first)).json).toMatchObject({ state: 'submitted', lateToSuperior: true });
    expect(await report(thing, 2571, 'six_month')).toMatchObject({ lateToSuperior: false });
    await watchOver(leap, '2028-03-01T00:00:00+07:00');
  });
});
