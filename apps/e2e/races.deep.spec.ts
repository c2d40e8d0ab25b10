import { randomUUID } from 'node:crypto';
import type { ReportView, RequestInput, RequestView } from '@prongsai/kernel/contracts';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { GiveNetworkRole } from '@prongsai/domain/people';
import { multipartFile, type Answer } from '@prongsai/testing/db';
import { allConfirmed, aMember, aPdf, aRequestInput, aTenant, testPasswordHash, unique, type CastName, type Person, type TestTenant } from '@prongsai/testing/factories';
import { brokenFiles, brokenRules } from './fire/invariants';
import { RaceTrack } from './fire/race-track';

jest.setTimeout(600_000);
/** DEEP_RACES makes it shorter for a look. */
const times = Number(process.env['DEEP_RACES'] ?? 100);

/** SPEC 4, 6, 12, 18: two people at once, on two processes; one act is done, the other person is told why not. */
describe('two people at the same act at once', () => {
  let track: RaceTrack;
  let tenant: TestTenant;
  let third: Person;
  let otherSupervisor: Person;
  let input: RequestInput;
  let base: string;

  beforeAll(async () => {
    track = await RaceTrack.open();
    tenant = await aTenant(track.rooms);
    third = await aMember(track.rooms, tenant, 'web_master');
    const email = `${unique('supervisor')}@${tenant.network.slug}.example`;
    otherSupervisor = { name: 'ผู้กำกับคนที่สอง', email, id: await track.rooms.get(GiveNetworkRole).run(tenant.network.id, 'supervisor', { name: 'ผู้กำกับคนที่สอง', email, passwordHash: await testPasswordHash() }) };
    input = await aRequestInput(track.rooms, tenant);
    base = `/api/v1/tenants/${tenant.slug}`;
    for (const person of [...Object.values(tenant.people), third, otherSupervisor, tenant.network.supervisor, tenant.network.admin]) await track.at(0, person);
  });
  afterAll(async () => {
    if (track) console.log(track.summary());
    await track?.close();
  });

  const as = (who: CastName, process: number) => track.at(process, tenant.people[who]);
  const act = (who: CastName, process: number, path: string, body: unknown = {}, headers: Record<string, string> = {}) => async (): Promise<Answer> =>
    (await as(who, process)).post(`${base}${path}`, body, headers);
  const draft = async (): Promise<RequestView> => (await act('owner', 0, '/requests', { ...input, title: `เรื่อง ${unique('race')}` })()).json as RequestView;
  const submitted = async () => {
    const { id } = await draft();
    const answer = await act('owner', 1, `/requests/${id}/submit`)();
    expect(answer.status).toBe(200);
    return answer.json as RequestView;
  };
  const again = async (work: (round: number) => Promise<void>) => {
    for (let round = 0; round < times; round++) await work(round);
  };
  const count = async (sql: string, parameters: unknown[]) => Number((await track.database.look(`select count(*)::int as n from ${sql}`, parameters))[0]?.['n']);
  const publish = { confirmations: allConfirmed };

  it('from a draft to the citizen: two edits, two sendings, two approvals, one web master twice', () => again(async () => {
    const { id, version } = await draft();
    const edit = (process: number, title: string) => async () => (await as('owner', process)).call('PATCH', `${base}/requests/${id}`, { body: { version, title } });
    const { answers } = await track.race('edit : edit of the same version', [edit(0, 'ฉบับหนึ่ง'), edit(1, 'ฉบับสอง')]);
    expect(answers.find(({ status }) => status === 409)?.json).toMatchObject({ code: 'STALE', current: { version: version + 1 }, yours: { version } });
    await track.race('send : send', [act('owner', 0, `/requests/${id}/submit`), act('owner', 1, `/requests/${id}/submit`)]);
    await track.race('approve : approve, two approvers', [act('approver', 0, `/requests/${id}/approve`), act('head', 1, `/requests/${id}/approve`)]);
    await track.race('publish : publish, one web master', [act('webMaster1', 0, `/requests/${id}/publish`, publish), act('webMaster1', 1, `/requests/${id}/publish`, publish)]);
    expect(await count('publication where request_id = $1', [id])).toBe(1);
  }));

  it('an approval against an edit, then two web masters', () => again(async () => {
    const { id, version } = await submitted();
    const edit = async () => (await as('owner', 1)).call('PATCH', `${base}/requests/${id}`, { body: { version, title: 'แก้หลังส่ง' } });
    // What was sent is not edited before it comes back: the approval is of what the approver read.
    const { won } = await track.race('approve : edit', [act('approver', 0, `/requests/${id}/approve`), edit]);
    expect(won).toEqual([0]);
    await track.race('publish : publish, two web masters', [act('webMaster1', 0, `/requests/${id}/publish`, publish), act('webMaster2', 1, `/requests/${id}/publish`, publish)]);
    expect(await count('publication where request_id = $1', [id])).toBe(1);
  }));

  it.each<[string, string, (id: string) => () => Promise<Answer>]>([
    ['a return', 'return', (id) => act('head', 1, `/requests/${id}/return`, { comment: 'แก้ช่วงวันที่' })],
    ['a refusal', 'refuse', (id) => act('head', 1, `/requests/${id}/refuse`, { reason: 'outside_mission' })],
    ['a cancellation', 'cancel', (id) => act('owner', 1, `/requests/${id}/cancel`)],
  ])('an approval against %s', (_, name, other) => again(async (round) => {
    const { id } = await submitted();
    const { won } = await track.race(`approve : ${name}`, round % 2 === 0 ? [act('approver', 0, `/requests/${id}/approve`), other(id)] : [act('approver', 1, `/requests/${id}/approve`), other(id)]);
    const { state } = (await (await as('owner', 0)).get(`${base}/requests/${id}`)).json as RequestView;
    expect(state).toBe(won[0] === 0 ? 'approved' : { return: 'returned', refuse: 'refused', cancel: 'cancelled' }[name]);
  }));

  it('a report: two submissions, two acknowledgements, two sendings, accepting against returning', async () => {
    const fiscalYear = fiscalYearOf(track.rooms.clock.now());
    const network = `/api/v1/networks/${tenant.network.slug}`;
    const admin = await track.at(0, tenant.network.admin);
    const day = `${fiscalYear - 543}-06-30`;
    let place = '';
    await again(async () => {
      if (!place) {
        const added = await admin.post(`${network}/rounds`, { fiscalYear, title: `ติดตาม ${unique('รอบ')}`, windowFrom: `${fiscalYear - 544}-10-01`, windowUntil: day, dueToSuperiorOn: day, dueToProvinceOn: day });
        place = `/reports/${fiscalYear}/${(added.json as { round: string }).round}`;
      }
      const both = (who: CastName, verb: string) => [act(who, 0, `${place}/${verb}`), act(who, 1, `${place}/${verb}`)];
      await track.race('report: submit : submit', both('approver', 'submit'));
      await track.race('report: acknowledge : acknowledge', both('head', 'acknowledge'));
      const { answers } = await track.race('report: send : send', both('head', 'send'));
      const { id } = answers.find(({ status }) => status === 200)?.json as ReportView;
      const { won } = await track.race('report: accept : return', [
        async () => (await track.at(0, tenant.network.supervisor)).post(`${network}/reports/${id}/accept`),
        async () => (await track.at(1, otherSupervisor)).post(`${network}/reports/${id}/return`, { comment: 'เพิ่มแผนภูมิ' }),
      ]);
      if (won[0] === 0) place = '';
    });
  });

  it('two removals of web masters: with three one goes, with two none', () => again(async (round) => {
    const held = await track.database.look(
      `select member_id::text as member, id::text as id from appointment where tenant_id = $1 and role = 'web_master' and ended_at is null order by id`, [tenant.id]);
    const [first, second] = held.slice(0, 2).map(({ member, id }, index) => async () =>
      (await as('head', index + round)).call('DELETE', `${base}/members/${String(member)}/appointments/${String(id)}`, { body: {} })) as [() => Promise<Answer>, () => Promise<Answer>];
    expect(held.length).toBe(3);
    const { won } = await track.race('of three web masters: end : end', [first, second]);
    const left = await track.database.look(`select member_id::text as member, id::text as id from appointment where tenant_id = $1 and role = 'web_master' and ended_at is null`, [tenant.id]);
    const { answers } = await track.race('of two web masters: end : end', left.map(({ member, id }, index) => async () =>
      (await as('head', index)).call('DELETE', `${base}/members/${String(member)}/appointments/${String(id)}`, { body: {} })), 0);
    for (const { json } of answers) expect(json).toMatchObject({ code: 'TWO_WEB_MASTERS' });
    const ended = held[won[0] as number];
    const appoint = (process: number) => act('head', process, `/members/${String(ended?.['member'])}/appointments`, { role: 'web_master', orderNumber: String(round) });
    await track.race('appoint : appoint the same person', [appoint(0), appoint(1)]);
  }));

  it('two uploads of the same bytes: two files, one blob, and each may be used by its own uploader alone', () => again(async (round) => {
    const bytes = aPdf(unique('race'));
    const upload = (who: CastName, process: number) => async () => {
      const { body, headers } = multipartFile('เอกสาร.pdf', bytes);
      return (await as(who, process)).post(`${base}/files`, body, headers);
    };
    const { answers } = await track.race('upload : upload of the same bytes', [upload('owner', round), upload('webMaster1', round + 1)], 2);
    const [mine, other] = answers.map(({ json }) => json as { id: string; sha256: string });
    expect(mine?.sha256).toBe(other?.sha256);
    expect(await count('stored_blob where tenant_id = $1 and sha256 = $2', [tenant.id, mine?.sha256])).toBe(1);
    const use = (fileId: string | undefined, process: number) => act('owner', process, '/requests', { ...input, title: `เรื่อง ${unique('race')}`, fileIds: [fileId] })();
    const [used, borrowed] = await Promise.all([use(mine?.id, 0), use(other?.id, 1)]);
    expect([used.status, borrowed.status]).toEqual([201, 422]);
  }));

  it('a repeat with one Idempotency-Key, four at once on two processes: one act, one answer', () => again(async () => {
    const four = async (path: string, who: CastName, body: unknown) => {
      const headers = { 'idempotency-key': randomUUID() };
      const answers = await Promise.all([0, 1, 0, 1].map((process) => act(who, process, path, body, headers)()));
      const [first] = answers;
      for (const answer of answers) expect([answer.status, answer.json]).toEqual([first?.status, first?.json]);
      expect([200, 201]).toContain(first?.status);
      return first?.json as RequestView & { publication?: { id: string } };
    };
    const { id } = await four('/requests', 'owner', { ...input, title: `เรื่อง ${unique('race')}` });
    await four(`/requests/${id}/submit`, 'owner', {});
    await four(`/requests/${id}/approve`, 'approver', {});
    const { publication } = await four(`/requests/${id}/publish`, 'webMaster1', publish);
    expect(await count('publication where request_id = $1 and id = $2', [id, publication?.id])).toBe(1);
  }));

  it('and after all of it every act was told once, mailed once and recorded once', async () => {
    expect(await brokenRules(track.database.look)).toEqual({});
    expect(await brokenFiles(track.database.look, track.database.dataDir)).toEqual([]);
    const twice = await track.database.look(
      `select act, subject_id, count(*)::int as n from audit_entry where act in ('request.created', 'request.approved', 'request.published', 'request.refused', 'request.cancelled', 'report.accepted') group by 1, 2 having count(*) > 1`);
    expect(twice).toEqual([]);
  });
});
