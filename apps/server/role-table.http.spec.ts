import { GiveNetworkRole } from '@prongsai/domain/people';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aFurnishedTenant, aReport, aRequestInput, aTenant, callers, routeExamples, signInAll, testPassword, type Caller, type FurnishedTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** SPEC 4 through the routes themselves: who may, and that all others are told 403 and nothing else. */
describe('the role table', () => {
  let server: ServerUnderTest;
  let unit: FurnishedTenant;
  let people: Record<Caller, Visitor>;

  beforeAll(async () => {
    server = await openServer(startServer);
    unit = await aFurnishedTenant(server);
    people = await signInAll(server, unit);
  });
  afterAll(() => server.close());

  /** Routes of a network are another reach: people of a unit have nothing there, and it looks as if it were not there. */
  const refusal = (route: string, who: Caller) => (route.includes(':network') && who !== 'supervisor' && who !== 'admin' ? 404 : 403);

  it.each(Object.entries(routeExamples))('%s', async (route, example) => {
    const method = route.split(' ')[0] as string;
    const outcomes: Record<string, number> = {};
    const refused = await example.call(server, unit);
    for (const who of callers) {
      const isAllowed = example.may.includes(who);
      const { path, ...call } = isAllowed ? await example.call(server, unit) : refused;
      const answer = await people[who].call(method, path, call);
      outcomes[who] = answer.status;
      if (!isAllowed) expect(answer.json).toMatchObject({ status: answer.status, title: expect.stringMatching(/[\u0E00-\u0E7F]/) });
    }
    expect(outcomes).toEqual(Object.fromEntries(callers.map((who) => [who, example.may.includes(who) ? example.status : refusal(route, who)])));
  });

  describe('one person on both sides', () => {
    const samePerson = { status: 409, code: 'SAME_PERSON', title: 'ผู้อื่นต้องเป็นผู้พิจารณา', reasons: [{ code: 'SAME_PERSON' }] };

    it.each(['approve', 'return', 'refuse'])('who asked cannot %s, whatever their role', async (verb) => {
      const path = `/api/v1/tenants/${unit.slug}/requests`;
      const { id } = (await people.head.post(path, await aRequestInput(server, unit))).json as { id: string };
      expect((await people.head.post(`${path}/${id}/submit`)).status).toBe(200);
      const body = { approve: {}, return: { comment: 'x' }, refuse: { reason: 'incomplete' } }[verb];
      const answer = await people.head.post(`${path}/${id}/${verb}`, body);
      expect([answer.status, answer.json]).toEqual([409, expect.objectContaining({ code: 'SAME_PERSON' })]);
      expect(answer.json).toMatchObject(samePerson);
      expect((await people.approver.post(`${path}/${id}/${verb}`, body)).status).toBe(200);
    });

    it('who acknowledged a report does not accept it', async () => {
      const office = await aTenant(server, { network: unit.network, kind: 'provincial_office' });
      const both = await server.signIn(office.people.head.email, testPassword);
      await server.get(GiveNetworkRole).run(unit.network.id, 'supervisor', { email: office.people.head.email, name: 'x' });
      const report = await aReport(server, office, 'sent');
      const path = `/api/v1/networks/${unit.network.slug}/reports/${report.id}/accept`;
      expect((await both.post(path)).json).toMatchObject(samePerson);
      expect((await people.supervisor.post(path)).status).toBe(200);
    });
  });
});
