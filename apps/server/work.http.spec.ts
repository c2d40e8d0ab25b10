import type { PublicationView, RequestLine, StaffFind, WorkView } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay, isWeekend } from '@prongsai/kernel/thai';
import { BusinessClock } from '@prongsai/platform/config';
import { WithdrawPublication } from '@prongsai/domain/publishing';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aPublication, aRequest, aTenant, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

let server: ServerUnderTest;
let tenant: TestTenant;
let people: Record<'owner' | 'approver' | 'head' | 'webMaster1', Visitor>;
const api = (path: string) => `/api/v1/tenants/${tenant.slug}/${path}`;
const today = () => bangkokDay(server.get(BusinessClock).now());
const daysAgo = (n: number) => new Date(server.get(BusinessClock).now().getTime() - n * 86_400_000);

beforeAll(async () => {
  server = await openServer(startServer);
});
afterAll(() => server.close());
beforeEach(async () => {
  tenant = await aTenant(server);
  const signIn = (who: keyof TestTenant['people']) => server.signIn(tenant.people[who].email, testPassword);
  people = { owner: await signIn('owner'), approver: await signIn('approver'), head: await signIn('head'), webMaster1: await signIn('webMaster1') };
});

const work = async (who: keyof typeof people) => (await people[who].get(api('work'))).json as WorkView;
const list = async <T>(who: keyof typeof people, path: string) => (await people[who].get(api(path))).json as { items: T[]; nextCursor: string | null };

describe('what waits for a person', () => {
  it('is each one\'s own: what came back, what to decide, what to publish', async () => {
    const returned = await aRequest(server, tenant, 'returned');
    const submitted = await aRequest(server, tenant, 'submitted');
    const approved = await aRequest(server, tenant, 'approved');
    const idsOf = async (who: keyof typeof people) => (await work(who)).requests.map(({ id }) => id);
    expect(await idsOf('owner')).toEqual([returned.id]);
    expect(await idsOf('approver')).toEqual([submitted.id]);
    expect(await idsOf('webMaster1')).toEqual([approved.id]);
  });

  it('says until which working day the framework wants a decision', async () => {
    await aRequest(server, tenant, 'submitted');
    const [line] = (await work('approver')).requests;
    expect(line?.dueOn).not.toBeNull();
    expect(String(line?.dueOn) > today()).toBe(true);
    expect(isWeekend(String(line?.dueOn))).toBe(false);
  });

  it('holds what ends within 30 days and what passed its cadence, for those who can do something', async () => {
    const clock = server.get(BusinessClock);
    const soon = await aPublication(server, tenant, { categoryCode: 'dho.08', publishUntil: addDays(today(), 7) });
    await aPublication(server, tenant, { categoryCode: 'dho.08', publishUntil: addDays(today(), 60) });
    const old = await clock.during(daysAgo(200), () => aPublication(server, tenant, { categoryCode: 'dho.01', publishUntil: null }));
    const fresh = await aPublication(server, tenant, { categoryCode: 'dho.01', publishUntil: null });
    const asWebMaster = await work('webMaster1');
    expect(asWebMaster.ending.map(({ id }) => id)).toEqual([soon.id]);
    expect(asWebMaster.checks.map(({ id }) => id)).toEqual([old.id]);
    expect(asWebMaster.checked).toEqual({ done: 1, total: 2 });
    expect((await work('owner')).ending).toHaveLength(1);
    expect((await work('approver'))).toMatchObject({ ending: [], checks: [] });
    const confirmed = await people.webMaster1.post(api(`publications/${old.id}/confirm-current`), {});
    expect(confirmed.json).toMatchObject({ confirmedCurrentByName: tenant.people.webMaster1.name });
    expect((await work('webMaster1')).checked).toEqual({ done: 2, total: 2 });
    expect(fresh.id).toBeTruthy();
  });
});

describe('lists that can be narrowed', () => {
  it('requests by words or number, Thai digits or Arabic, by category, year and whose they are', async () => {
    const word = unique('แผน');
    const mine = await aRequest(server, tenant, 'submitted', { title: `${word} ไตรมาส ๑`, categoryCode: 'dho.05' });
    await aRequest(server, tenant, 'submitted');
    const found = async (query: string, who: keyof typeof people = 'approver') => (await list<RequestLine>(who, `requests?${query}`)).items.map(({ id }) => id);
    expect(await found(`q=${encodeURIComponent(`${word} 1`)}`)).toEqual([mine.id]);
    expect(await found(`q=${encodeURIComponent('๑/')}`)).toEqual([mine.id]);
    expect(await found('category=dho.05')).toEqual([mine.id]);
    expect(await found('of=mine')).toEqual([]);
    expect(await found('of=mine', 'owner')).toHaveLength(2);
    expect(await found('fiscalYear=2500')).toEqual([]);
    expect((await people.owner.get(api('requests?state=nothing'))).status).toBe(422);
  });

  it.each(['new', 'ending', 'check'])('publications page through in the order %s without loss', async (order) => {
    for (const publishUntil of [null, addDays(today(), 3), addDays(today(), 3), addDays(today(), 90)]) await aPublication(server, tenant, { categoryCode: 'dho.01', publishUntil });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: PublicationView[]; nextCursor: string | null } = await list('owner', `publications?order=${order}&limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  it('publications that came down, with who took them down and why', async () => {
    const gone = await aPublication(server, tenant);
    await aPublication(server, tenant);
    await server.get(WithdrawPublication).run(tenant.actors.webMaster1, gone.id, 'ตัวเลขผิด');
    const { items } = await list<PublicationView>('owner', 'publications?state=expired,withdrawn,superseded&order=down');
    expect(items).toEqual([expect.objectContaining({ id: gone.id, withdrawnByName: tenant.people.webMaster1.name, withdrawReason: 'ตัวเลขผิด', cameDownAt: expect.any(String) })]);
  });
});

describe('search', () => {
  it('finds a request and what it became, by title or number, and no draft of others', async () => {
    const word = unique('ประกาศ');
    const published = await aPublication(server, tenant, { title: `${word} หนึ่ง` });
    const draft = await aRequest(server, tenant, 'draft', { title: `${word} สอง` });
    const found = async (who: keyof typeof people, q: string) => (await list<StaffFind>(who, `search?q=${encodeURIComponent(q)}`)).items;
    expect((await found('owner', word)).map(({ requestId }) => requestId)).toEqual([draft.id, published.requestId]);
    expect((await found('head', word))).toHaveLength(2);
    const [only, ...rest] = await found('approver', word);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ number: expect.stringMatching(/^1\//), publication: { id: published.id, state: 'live' } });
    expect(await found('approver', '100%')).toEqual([]);
    expect((await people.owner.get(api('search?q='))).status).toBe(422);
  });
});

describe('notices', () => {
  it('are read one by one or all, one\'s own only', async () => {
    await aRequest(server, tenant, 'returned');
    await aRequest(server, tenant, 'returned');
    const before = (await work('owner')).unreadNotices;
    expect(before).toBeGreaterThanOrEqual(2);
    const heads = (await work('head')).unreadNotices;
    const { items } = await list<{ id: string }>('owner', 'notices');
    expect((await people.head.post(api('notices/read'), { ids: [items[0]?.id] })).json).toEqual({ unread: heads });
    expect((await people.owner.post(api('notices/read'), { ids: [items[0]?.id] })).json).toEqual({ unread: before - 1 });
    expect((await people.owner.post(api('notices/read'), { all: true })).json).toEqual({ unread: 0 });
    expect((await work('head')).unreadNotices).toBe(heads);
    expect((await people.owner.post(api('notices/read'), {})).status).toBe(422);
  });
});
