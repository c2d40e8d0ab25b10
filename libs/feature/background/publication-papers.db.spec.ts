import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { withoutMail } from '@prongsai/domain/people';
import { Paper, PaperReader } from '@prongsai/domain/papers';
import { ConfirmApproval, PublishRequest } from '@prongsai/domain/requests';
import { addDays, bangkokDay, startOfBangkokDay } from '@prongsai/kernel/thai';
import { readTextLayer } from '@prongsai/platform/pdf';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aNewVersion, allConfirmed, aPublication, aRequest, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { BackgroundModule } from './background.module';
import { PassTimeJob } from './pass-time.job';
import { MakePublicationPapersJob } from './papers.job';

const page = `<!doctype html><html lang="th"><head><link rel="stylesheet" href="/a.css"><link rel="canonical" href="/p/x"><script src="/a.js"></script></head>
<body class="x"><script>alert(1)</script><img src="/mark.png" alt="ตรา"><img src="https://elsewhere.example/x.png" alt=""><a href="/p/other">อื่น</a><p>เนื้อหา</p></body></html>`;

/** What proves a publication is made by itself, and stays as it was made (SPEC 6, 15). */
describe('papers of a publication', () => {
  let site: Server;
  let status = 200;
  const asked: Array<{ host: string; url: string }> = [];
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    site = createServer((request, answer) => {
      asked.push({ host: String(request.headers.host), url: String(request.url) });
      if (request.url === '/a.css') return void answer.writeHead(200, { 'content-type': 'text/css' }).end('p{background:url(/mark.png)}@font-face{src:url("https://elsewhere.example/f.woff2")}');
      if (request.url === '/mark.png') return void answer.writeHead(200, { 'content-type': 'image/png' }).end('picture');
      answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
    rooms = await openDomain([BackgroundModule], { environment: { PUBLIC_PORT: String((site.address() as AddressInfo).port) } });
    tenant = await aTenant(rooms);
  });
  afterEach(() => (status = 200));
  afterAll(async () => {
    await rooms.close();
    await new Promise((done) => site.close(done));
  });

  const make = (publicationId: string) => rooms.get(MakePublicationPapersJob).run({ tenantId: tenant.id, publicationId });
  const scope = () => ({ tenantId: tenant.id, reach: 'unit' as const });
  const papersOf = (publicationId: string) =>
    rooms.transaction.act(scope(), () => rooms.transaction.manager.getRepository(Paper).find({ where: { publicationId }, order: { number: 'ASC' } }));
  const paperOf = async (publicationId: string, kind: Paper['kind']) => (await papersOf(publicationId)).find((paper) => paper.kind === kind) as Paper;
  const bytesOf = async (paper: Paper) => buffer(await rooms.get(PaperReader).open(paper));
  const wordsOf = (bytes: Buffer) => readTextLayer(bytes).flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
  const jobsOf = async (id: string) => (await rooms.database.look('select 1 from graphile_worker.jobs where key = $1', [`${tenant.id}:make-publication-papers:${id}`])).length;

  it('are asked for by publishing, but not by a history that is only told', async () => {
    const item = await aPublication(rooms, tenant);
    const told = await withoutMail(() => aPublication(rooms, tenant));
    expect([await jobsOf(item.id), await jobsOf(told.id)]).toEqual([1, 0]);
  });

  it('are the form, the memo, the page and their certificate, each numbered, linked, hashed and frozen', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const item = await aPublication(rooms, tenant, { title: 'แผนปฏิบัติการ 2570', fileIds: [file.id], requirementCodes: ['framework'] });
    await make(item.id);
    const papers = await papersOf(item.id);
    expect(papers.map(({ kind, state }) => [kind, state])).toEqual([['request_form', 'ready'], ['publication_memo', 'ready'], ['page_snapshot', 'ready'], ['evidence_certificate', 'ready']]);
    for (const paper of papers) {
      const bytes = await bytesOf(paper);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
      expect(paper).toMatchObject({ requestId: item.requestId, requirementCodes: ['framework'], frozenAt: expect.any(Date) });
      expect(Number(paper.size)).toBe(bytes.length);
    }
    expect(new Set(papers.map(({ number }) => number)).size).toBe(4);
    const [form, memo, , certificate] = papers as [Paper, Paper, Paper, Paper];
    expect(form.fileName).toMatch(/^แบบฟอร์มการขอเผยแพร่ข้อมูล [๐-๙]+-[๐-๙]+ แผนปฏิบัติการ 2570\.pdf$/);
    const words = wordsOf(await bytesOf(form));
    for (const part of [tenant.name, 'แผนปฏิบัติการ ๒๕๗๐', `/p/${item.code}`, tenant.people.owner.name, tenant.people.approver.name, tenant.people.webMaster1.name]) expect(words).toContain(part);
    expect(wordsOf(await bytesOf(memo))).toContain('บันทึกข้อความ');
    const vouched = wordsOf(await bytesOf(certificate));
    for (const { sha256 } of [...papers.slice(0, 3), file]) expect(vouched).toContain(String(sha256));
  });

  it('stay as they were made, whoever is renamed afterwards', async () => {
    const item = await aPublication(rooms, tenant);
    await make(item.id);
    const before = await papersOf(item.id);
    const bytes = await Promise.all(before.map(bytesOf));
    await rooms.database.look(`update account set name = name || ' (เปลี่ยนชื่อ)' where id = $1 returning 1`, [tenant.people.owner.id]);
    await rooms.database.look(`update tenant set name_th = name_th || ' ใหม่' where id = $1 returning 1`, [tenant.id]);
    await make(item.id);
    const after = await papersOf(item.id);
    expect(after).toEqual(before);
    expect(await Promise.all(after.map(bytesOf))).toEqual(bytes);
    await expect(rooms.transaction.act(scope(), () => rooms.transaction.manager.query(`update paper set title = 'x' where id = $1`, [before[0]?.id]))).rejects.toMatchObject({ code: '23514' });
  });

  it('hold the page as citizens saw it, in one file that needs no network', async () => {
    const item = await aPublication(rooms, tenant);
    asked.length = 0;
    await make(item.id);
    const snapshot = await paperOf(item.id, 'page_snapshot');
    const host = `${tenant.slug}.localhost:${(site.address() as AddressInfo).port}`;
    expect(asked[0]).toEqual({ host, url: `/p/${item.code}` });
    expect(snapshot.facts).toMatchObject({ address: `http://${host}/p/${item.code}`, readAt: expect.any(String) });
    const html = (await bytesOf(snapshot)).toString();
    expect(html).toContain('เนื้อหา');
    expect(html).toContain(`src="data:image/png;base64,${Buffer.from('picture').toString('base64')}"`);
    expect(html).toContain(`<a href="http://${host}/p/other">`);
    expect(html).toContain(`<meta name="evidence-address" content="http://${host}/p/${item.code}">`);
    expect(html).not.toMatch(/<script|elsewhere\.example|<link|url\(\/|src="\//);
  });

  it('wait while the site is away; form and memo are there already', async () => {
    const item = await aPublication(rooms, tenant);
    status = 503;
    await expect(make(item.id)).rejects.toThrow('503');
    expect((await papersOf(item.id)).map(({ state }) => state)).toEqual(['ready', 'ready', 'waiting']);
    status = 200;
    await make(item.id);
    expect((await papersOf(item.id)).map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
  });

  it('say when the page was gone before it could be kept', async () => {
    const item = await aPublication(rooms, tenant);
    status = 410;
    await make(item.id);
    expect(await paperOf(item.id, 'page_snapshot')).toMatchObject({ state: 'none', reason: 'gone' });
    expect(wordsOf(await bytesOf(await paperOf(item.id, 'evidence_certificate')))).toContain('สิ้นสุดการเผยแพร่ก่อน');
  });

  it('are made again with the signature, when what was allowed verbally is signed; those of before stay', async () => {
    const { id } = await aRequest(rooms, tenant, 'approved_verbally');
    const { publication: item } = await rooms.get(PublishRequest).run(tenant.actors.webMaster1, id, { confirmations: allConfirmed });
    await make(item.id);
    const before = await papersOf(item.id);
    await rooms.get(ConfirmApproval).run(tenant.actors.head, id);
    await make(item.id);
    const after = await papersOf(item.id);
    expect(after.slice(0, 4)).toEqual(before);
    expect(after.map(({ kind, edition, state }) => [kind, edition, state])).toEqual([
      ['request_form', 1, 'ready'], ['publication_memo', 1, 'ready'], ['page_snapshot', 1, 'ready'], ['evidence_certificate', 1, 'ready'],
      ['request_form', 2, 'ready'], ['publication_memo', 2, 'ready'], ['evidence_certificate', 2, 'ready'],
    ]);
    const [first, second] = [wordsOf(await bytesOf(after[0] as Paper)), wordsOf(await bytesOf(after[4] as Paper))];
    expect([first.includes('กรณีเร่งด่วน'), first.includes(tenant.people.head.name), second.includes(tenant.people.head.name)]).toEqual([true, false, true]);
  });

  it('are made for each version by itself; those of the version before stay', async () => {
    const item = await aPublication(rooms, tenant);
    await make(item.id);
    const revised = await aNewVersion(rooms, tenant, item.id, { title: 'ฉบับแก้ไข' });
    await make(item.id);
    const told = (await papersOf(item.id)).map(({ kind, requestId, state }) => [kind, requestId, state]);
    const kinds = ['request_form', 'publication_memo', 'page_snapshot', 'evidence_certificate'];
    expect(told).toEqual([...kinds.map((kind) => [kind, item.requestId, 'ready']), ...kinds.map((kind) => [kind, revised.requestId, 'ready'])]);
  });

  it('keep the page of a planned item on its day', async () => {
    const publishFrom = addDays(bangkokDay(rooms.clock.now()), 3);
    const item = await aPublication(rooms, tenant, { publishFrom });
    await make(item.id);
    expect((await paperOf(item.id, 'page_snapshot')).state).toBe('waiting');
    await rooms.database.as('prongsai_jobs', {}, (run) => run(`delete from graphile_worker._private_jobs where key like '%make-publication-papers%'`), 'keep');
    await rooms.clock.during(startOfBangkokDay(publishFrom), async () => {
      await rooms.get(PassTimeJob).run({ tenantId: tenant.id });
      expect(await jobsOf(item.id)).toBe(1);
      await make(item.id);
    });
    expect((await papersOf(item.id)).map(({ state }) => state)).toEqual(['ready', 'ready', 'ready', 'ready']);
  });
});
