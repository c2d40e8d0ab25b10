import { actorInNetwork, aNetwork, openDomain } from '@prongsai/testing/factories';
import type { TestRooms } from '@prongsai/testing/db';
import { AddFollowUpRound } from './add-follow-up-round.verb';
import { MakeRounds } from './make-rounds.verb';
import { NetworkReportReader } from './network-report.reader';
import { OpenFiscalYear } from './open-fiscal-year.verb';
import { ReportingModule } from './reporting.module';

let rooms: TestRooms;
beforeAll(async () => {
  rooms = await openDomain([ReportingModule]);
});
afterAll(() => rooms.close());

const followUp = { fiscalYear: 2561, title: 'ติดตามครั้งที่ 1', windowFrom: '2018-03-01', windowUntil: '2018-04-30', dueToSuperiorOn: '2018-04-30', dueToProvinceOn: '2018-04-30' };

it('makes the rounds of a year once', async () => {
  const network = await aNetwork(rooms);
  expect(await rooms.get(MakeRounds).run({ networkId: network.id }, 2569)).toBe(3);
  expect(await rooms.get(MakeRounds).run({ networkId: network.id }, 2569)).toBe(0);
  const trail = await rooms.database.look(`select act from audit_entry where chain_id = $1 and act = 'round.made'`, [network.id]);
  expect(trail).toHaveLength(3);
});

it('has the rounds of a new fiscal year from its first second on, in every network', async () => {
  const network = await aNetwork(rooms);
  const years = async () => (await rooms.database.look('select distinct fiscal_year from round where network_id = $1 order by 1', [network.id])).map((row) => row['fiscal_year']);
  await rooms.clock.during(new Date('2031-09-30T23:59:59+07:00'), () => rooms.get(OpenFiscalYear).run());
  expect(await years()).toEqual([2574]);
  await rooms.clock.during(new Date('2031-10-01T00:00:00+07:00'), () => rooms.get(OpenFiscalYear).run());
  expect(await years()).toEqual([2574, 2575]);
});

it('numbers named follow-ups within the year (seed 002), also when two are added at once', async () => {
  const network = await aNetwork(rooms);
  const admin = await actorInNetwork(rooms, network.admin, network.slug);
  const first = await rooms.get(AddFollowUpRound).run(admin, followUp);
  expect(first).toMatchObject({ round: 'follow_up-1', title: 'ติดตามครั้งที่ 1', dueToProvinceAt: '2018-04-30T16:59:59.000Z' });
  const both = await Promise.all([rooms.get(AddFollowUpRound).run(admin, followUp), rooms.get(AddFollowUpRound).run(admin, { ...followUp, dueToProvinceOn: '2018-05-23' })]);
  expect(both.map((round) => round.round).sort()).toEqual(['follow_up-2', 'follow_up-3']);
  const shown = await rooms.get(NetworkReportReader).listRounds(admin, { fiscalYear: 2561, after: null, limit: 10 });
  expect(shown.map((round) => round.round).sort()).toEqual(['follow_up-1', 'follow_up-2', 'follow_up-3']);
});

it('refuses days in the wrong order, and whoever is no administrator', async () => {
  const network = await aNetwork(rooms);
  const admin = await actorInNetwork(rooms, network.admin, network.slug);
  const supervisor = await actorInNetwork(rooms, network.supervisor, network.slug);
  const wrong = { ...followUp, windowUntil: '2018-02-01', dueToSuperiorOn: '2018-02-01', dueToProvinceOn: '2018-01-01' };
  await expect(rooms.get(AddFollowUpRound).run(admin, wrong)).rejects.toMatchObject({
    code: 'INVALID', parts: { errors: [{ path: 'windowUntil' }, { path: 'dueToSuperiorOn' }, { path: 'dueToProvinceOn' }] },
  });
  await expect(rooms.get(AddFollowUpRound).run(supervisor, followUp)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});
