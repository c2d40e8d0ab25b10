import { addDays, bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, allConfirmed, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ApproveRequest } from './approve-request.verb';
import { CopyRequest } from './copy-request.verb';
import { PublishRequest } from './publish-request.verb';
import { RemoveTemplate } from './remove-template.verb';
import { RequestReader } from './request.reader';
import { SaveTemplate } from './save-template.verb';
import { SubmitRequest } from './submit-request.verb';
import { TemplateReader } from './template.reader';
import { UnitFiguresReader } from './unit-figures.reader';

describe('what a request begins with', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());
  const copy = (id: string, who: keyof TestTenant['actors'] = 'owner', of = tenant) => rooms.get(CopyRequest).run(of.actors[who], id);

  it('a refused one as well is copied with its files, not with its decision, and can be sent', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const refused = await aRequest(rooms, tenant, 'refused', { fileIds: [file.id], credit: 'กรมควบคุมโรค' });
    const { id } = await copy(refused.id, 'webMaster1');
    const view = await rooms.transaction.act(tenant.actors.webMaster1, () => rooms.get(RequestReader).get(tenant.actors.webMaster1, id));
    expect(view).toMatchObject({
      state: 'draft', number: null, url: null, decidedBy: null, refusalReason: null, title: refused.title, credit: 'กรมควบคุมโรค', requester: { id: tenant.people.webMaster1.id }, files: [{ id: file.id }],
    });
    expect(await rooms.get(SubmitRequest).run(tenant.actors.webMaster1, id)).toMatchObject({ state: 'submitted' });
  });

  it('leaves out an end that has passed, and begins today', async () => {
    const today = bangkokDay(rooms.clock.now());
    const past = new Date(rooms.clock.now().getTime() - 60 * 86_400_000);
    const old = await rooms.clock.during(past, () => aRequest(rooms, tenant, 'refused'));
    expect(await copy(old.id)).toMatchObject({ publishFrom: today, publishUntil: null });
    const coming = await aRequest(rooms, tenant, 'refused', { publishFrom: addDays(today, 5) });
    expect(await copy(coming.id)).toMatchObject({ publishFrom: addDays(today, 5) });
  });

  it('nobody copies what they may not know', async () => {
    const draft = await aRequest(rooms, tenant);
    await expect(copy(draft.id, 'webMaster1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = await aTenant(rooms);
    await expect(copy((await aRequest(rooms, tenant, 'refused')).id, 'owner', stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a named template holds the words and the place, not the days and files', async () => {
    const sent = await aRequest(rooms, tenant, 'submitted', { fileIds: [(await aFile(rooms, tenant.actors.owner)).id] });
    const template = await rooms.get(SaveTemplate).run(tenant.actors.owner, sent.id, 'สขร. 1 รายเดือน');
    const listed = await rooms.transaction.act(tenant.actors.webMaster1, () => rooms.get(TemplateReader).list(tenant.actors.webMaster1, null, 50));
    expect(listed).toEqual([expect.objectContaining({ id: template.id, name: 'สขร. 1 รายเดือน', abilities: { delete: { allowed: false, reasons: [expect.objectContaining({ code: 'NOT_ALLOWED' })] } } })]);
    expect(listed[0]?.fields).toMatchObject({ title: sent.title, categoryCode: sent.categoryCode });
    expect(Object.keys(listed[0]?.fields ?? {})).not.toEqual(expect.arrayContaining(['publishFrom']));
    await expect(rooms.get(SaveTemplate).run(tenant.actors.head, sent.id, 'สขร. 1 รายเดือน')).rejects.toMatchObject({ code: 'DUPLICATE' });
    await expect(rooms.get(RemoveTemplate).run(tenant.actors.webMaster1, template.id)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await rooms.get(RemoveTemplate).run(tenant.actors.head, template.id);
    await expect(rooms.get(RemoveTemplate).run(tenant.actors.head, template.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('how quickly requests get on', () => {
  let rooms: TestRooms;
  beforeAll(async () => { rooms = await openDomain(); });
  afterAll(() => rooms.close());

  it('is counted in working days against the framework, with the share of urgent ones', async () => {
    const unit = await aTenant(rooms);
    // A Thursday; the Monday after it is a day off.
    const thursday = new Date('2026-11-26T03:00:00Z');
    const later = (days: number) => new Date(thursday.getTime() + days * 86_400_000);
    await rooms.transaction.act({ networkId: unit.network.id }, () => rooms.transaction.manager.query(`insert into holiday (network_id, day, name) values ($1, '2026-11-30', 'x')`, [unit.network.id]));
    const decide = async (days: number) => {
      const { id } = await rooms.clock.during(thursday, () => aRequest(rooms, unit, 'submitted', { publishUntil: null }));
      await rooms.clock.during(later(days), () => rooms.get(ApproveRequest).run(unit.actors.approver, id));
      return id;
    };
    // Friday: 1; Wednesday: 3, over the weekend and the day off; Thursday: 4, too late.
    const [friday] = [await decide(1), await decide(6), await decide(7)];
    await rooms.clock.during(later(1), () => rooms.get(PublishRequest).run(unit.actors.webMaster1, friday as string, { confirmations: allConfirmed }));
    await rooms.clock.during(thursday, () => aRequest(rooms, unit, 'approved_verbally'));
    const figures = await rooms.transaction.act(unit.actors.head, () => rooms.get(UnitFiguresReader).get(unit.actors.head, fiscalYearOf(thursday)));
    expect(figures).toEqual({
      fiscalYear: 2570, sent: 4, urgent: 1, urgentShare: 0.25,
      decided: { count: 4, inTime: 3, medianDays: 2, allowedDays: 3 }, published: { count: 1, inTime: 1, medianDays: 0, allowedDays: 1 },
    });
    const empty = await rooms.transaction.act(unit.actors.head, () => rooms.get(UnitFiguresReader).get(unit.actors.head, 2560));
    expect(empty).toMatchObject({ sent: 0, urgentShare: null, decided: { count: 0, medianDays: null } });
  });

  it('shows on each line how many working days are left, or have passed', async () => {
    const unit = await aTenant(rooms);
    const friday = new Date('2026-11-27T03:00:00Z');
    const { id } = await rooms.clock.during(friday, () => aRequest(rooms, unit, 'submitted'));
    const dueIn = (at: string) => rooms.clock.during(new Date(at), () => rooms.transaction.act(unit.actors.head, async () => (await rooms.get(RequestReader).get(unit.actors.head, id)).dueIn));
    expect([await dueIn('2026-11-27T05:00:00Z'), await dueIn('2026-11-29T05:00:00Z'), await dueIn('2026-12-02T05:00:00Z'), await dueIn('2026-12-07T05:00:00Z')]).toEqual([3, 3, 0, -3]);
  });
});
