import { buffer } from 'node:stream/consumers';
import { AskUnitPaper, Paper, PaperReader, SignPaper } from '@prongsai/domain/papers';
import { WithdrawPublication } from '@prongsai/domain/publishing';
import { AcceptReport, AcknowledgeReport, ReturnReport, SendReport, SubmitReport } from '@prongsai/domain/reporting';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { readTextLayer } from '@prongsai/platform/pdf';
import type { TestRooms } from '@prongsai/testing/db';
import { actorInNetwork, aMember, aPublication, aReport, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { BackgroundModule } from './background.module';
import { MakePaperJob, MakePublicationPapersJob, MakeReportPapersJob } from './papers.job';

/** Announcement, order, withdrawal notice and the papers of a report (SPEC 12, 15). */
describe('papers that an office signs and sends', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain([BackgroundModule]);
    tenant = await aTenant(rooms);
  });
  afterAll(() => rooms.close());

  const scope = () => ({ tenantId: tenant.id, reach: 'unit' as const });
  const get = (id: string) => rooms.transaction.act(scope(), () => rooms.get(PaperReader).get(tenant.id, id));
  const make = async (id: string) => {
    await rooms.get(MakePaperJob).run({ tenantId: tenant.id, paperId: id });
    return get(id);
  };
  const linesOf = async (paper: Paper) => readTextLayer(await buffer(await rooms.get(PaperReader).open(paper))).flatMap(({ lines }) => lines);
  const wordsOf = async (paper: Paper) => (await linesOf(paper)).filter(({ isArtifact }) => !isArtifact).map(({ text }) => text).join('');
  const isDraft = async (paper: Paper) => (await linesOf(paper)).some(({ text, isArtifact }) => isArtifact && text === 'ร่าง');
  const ask = (kind: 'framework_announcement' | 'web_master_order', more: object = {}) => rooms.get(AskUnitPaper).run(tenant.actors.webMaster1, { kind, ...more });
  const sign = (id: string, more: object = {}) => rooms.get(SignPaper).run(tenant.actors.head, id, { signedOn: '2026-10-07', ...more });

  it('draft the announcement from the unit\'s categories, and keep it as the head signed it', async () => {
    const first = await make((await ask('framework_announcement', { ownClauses: ['ให้ทบทวนประกาศนี้ทุกปี'] })).id);
    expect([first.state, first.frozenAt, await isDraft(first)]).toEqual(['ready', null, true]);
    const words = await wordsOf(first);
    for (const part of [`ประกาศ${tenant.name}`, 'มาตรา ๗ และมาตรา ๙', '๑.๑๐', '๓.๒.๑', 'ภายใน ๓ วันทำการ', '.pdf .xls .xlsx', 'ไม่น้อยกว่า ๙๐ วัน', 'ทบทวนประกาศนี้ทุกปี', 'จึงประกาศให้ทราบโดยทั่วกัน']) expect(words).toContain(part);
    for (const misprint of ['มาตรา ๗ และ ๘', 'พ.ศ. ๒๕๕๐ แห่ง', 'ตรวจสอบได้', 'องค์กรมหาชน', 'เวอร์ชันต่ำ', 'การเข้าถึงรหัส']) expect(words).not.toContain(misprint);
    expect((await ask('framework_announcement')).id).toBe(first.id);
    await make(first.id);
    await sign(first.id);
    const signed = await make(first.id);
    expect([signed.frozenAt === null, await isDraft(signed)]).toEqual([false, false]);
    expect(await wordsOf(signed)).toContain('ประกาศ ณ วันที่ ๗ ตุลาคม พ.ศ. ๒๕๖๙');
    await expect(sign(first.id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
    const next = await ask('framework_announcement');
    expect([next.id === first.id, next.edition]).toEqual([false, 2]);
  });

  it('draft the order from the appointments in force; it needs its number, and cites the signed announcement', async () => {
    const draft = await make((await ask('web_master_order')).id);
    await expect(sign(draft.id)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(rooms.get(SignPaper).run(tenant.actors.webMaster1, draft.id, { signedOn: '2026-10-07' })).rejects.toMatchObject({ status: 403 });
    await sign(draft.id, { orderNumber: '12/2569' });
    const words = await wordsOf(await make(draft.id));
    for (const part of ['ที่ ๑๒/๒๕๖๙', 'ลงวันที่ ๗ ตุลาคม ๒๕๖๙', tenant.people.webMaster1.name, tenant.people.webMaster2.name, 'สั่ง ณ วันที่']) expect(words).toContain(part);
  });

  it('put more than eight persons of an order into its annex', async () => {
    const hospital = await aTenant(rooms, { kind: 'hospital' });
    for (let nth = 0; nth < 7; nth += 1) await aMember(rooms, hospital, 'data_steward');
    const { id } = await rooms.get(AskUnitPaper).run(hospital.actors.head, { kind: 'web_master_order' });
    await rooms.get(MakePaperJob).run({ tenantId: hospital.id, paperId: id });
    const paper = await rooms.transaction.act({ tenantId: hospital.id, reach: 'unit' }, () => rooms.get(PaperReader).get(hospital.id, id));
    expect(await wordsOf(paper)).toContain('บัญชีแนบท้ายคำสั่ง');
  });

  it('tell the head of an item that came down before its time', async () => {
    const item = await aPublication(rooms, tenant);
    await rooms.get(WithdrawPublication).run(tenant.actors.webMaster1, item.id, 'ข้อมูลคลาดเคลื่อน');
    // No site answers here: what needs none is made all the same.
    await rooms.get(MakePublicationPapersJob).run({ tenantId: tenant.id, publicationId: item.id }).catch(() => undefined);
    const papers = await rooms.transaction.act(scope(), () => rooms.transaction.manager.getRepository(Paper).findBy({ publicationId: item.id }));
    const notice = papers.find(({ kind }) => kind === 'withdrawal_notice') as Paper;
    const words = await wordsOf(await make(notice.id));
    for (const part of ['แจ้งการนำข้อมูลลงจากเว็บไซต์', item.title.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'.charAt(Number(digit))).slice(0, 12), 'ข้อมูลคลาดเคลื่อน']) expect(words).toContain(part);
  });

  it('are memo, report and register of a sending; sent again, the next edition stands beside the first', async () => {
    const unit = await aTenant(rooms);
    await aPublication(rooms, unit, { title: 'แผนปฏิบัติการ' });
    const report = await aReport(rooms, unit, 'sent');
    const run = () => rooms.get(MakeReportPapersJob).run({ tenantId: unit.id, reportId: report.id });
    const papers = () => rooms.transaction.act({ tenantId: unit.id, reach: 'unit' }, () => rooms.transaction.manager.getRepository(Paper).find({ where: { reportId: report.id }, order: { number: 'ASC' } }));
    await run();
    await run();
    const first = await papers();
    expect(first.map(({ kind, state, frozenAt }) => [kind, state, frozenAt !== null])).toEqual([['report_memo', 'ready', true], ['monitoring_report', 'ready', true], ['report_register', 'ready', true]]);
    const [memo, told, register] = first as [Paper, Paper, Paper];
    for (const part of ['จึงเรียนมาเพื่อโปรดทราบ', unit.people.approver.name, unit.people.head.name]) expect(await wordsOf(memo)).toContain(part);
    for (const part of ['หลักการและเหตุผล', 'การกำกับติดตาม :', `ปัญหาของ`, 'จัดอบรมเพิ่ม']) expect(await wordsOf(told)).toContain(part);
    expect(await wordsOf(register)).toContain('แผนปฏิบัติการ');
    const supervisor = await actorInNetwork(rooms, unit.network.supervisor, unit.network.slug);
    await rooms.get(ReturnReport).run(supervisor, report.id, 'เพิ่มแผนภูมิ');
    const place = { fiscalYear: fiscalYearOf(rooms.clock.now()), round: 'six_month' };
    await rooms.get(SubmitReport).run(unit.actors.approver, place);
    await rooms.get(AcknowledgeReport).run(unit.actors.head, place);
    await rooms.get(SendReport).run(unit.actors.head, place);
    await run();
    const again = await papers();
    expect(again.slice(0, 3)).toEqual(first);
    expect(again.slice(3).map(({ kind, edition }) => [kind, edition])).toEqual([['report_memo', 2], ['monitoring_report', 2], ['report_register', 2]]);
    await rooms.get(AcceptReport).run(supervisor, report.id);
    await run();
    expect(await papers()).toEqual(again);
  });
});
