import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileView, RequestView } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay, endOfBangkokDayExclusive } from '@prongsai/kernel/thai';
import { eventually, multipartFile, openServer, openTestDatabase, type ServerUnderTest, type TestDatabase, type Visitor } from '@prongsai/testing/db';
import { allConfirmed, aPdf, aRequestInput, aTenant, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

jest.setTimeout(60_000);

/** The main job through the documented interfaces, with the worker and the clock's file, on a database of its own. */
describe('from the owner to the citizen, and down again', () => {
  let folder: string;
  let clockFile: string;
  let database: TestDatabase;
  let server: ServerUnderTest;
  let tenant: TestTenant;
  let people: Record<'owner' | 'approver' | 'webMaster1', Visitor>;
  let url: URL;
  let fileUrl: URL;
  const title = `แผนปฏิบัติการ ${unique('ทดสอบ')}`;
  const bytes = aPdf(unique('main'));
  const api = (rest: string) => `/api/v1/tenants/${tenant.slug}${rest}`;
  const site = () => server.site(tenant.slug);
  const trail = async () => (await database.look('select act from audit_entry where tenant_id = $1 order by seq', [tenant.id])).map((row) => String(row['act']));

  const open = () => openServer(startServer, { database, environment: { ROLES: 'site,api,worker', PRONGSAI_CLOCK_FILE: clockFile } });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'prongsai-main-'));
    clockFile = path.join(folder, 'clock');
    database = await openTestDatabase({ alone: true });
    server = await open();
    tenant = await aTenant(server);
    const signIn = (who: keyof TestTenant['people']) => server.signIn(tenant.people[who].email, testPassword);
    people = { owner: await signIn('owner'), approver: await signIn('approver'), webMaster1: await signIn('webMaster1') };
  });
  afterAll(async () => {
    await server.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a file is private until what it belongs to is live', async () => {
    const upload = multipartFile(encodeURIComponent('แผน.pdf'), bytes);
    const file = (await people.owner.post(api('/files'), upload.body, upload.headers)).json as FileView;
    expect(file).toMatchObject({ mediaType: 'application/pdf', size: bytes.length, state: 'ready' });
    const input = { ...(await aRequestInput(server, tenant)), title, fileIds: [file.id] };
    const draft = (await people.owner.post(api('/requests'), input)).json as RequestView;
    const sent = (await people.owner.post(api(`/requests/${draft.id}/submit`))).json as RequestView;
    expect(sent).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^1\/25\d\d$/), url: expect.stringContaining(`//${tenant.slug}.localhost`) });
    url = new URL(sent.url as string);
    fileUrl = new URL(`${url.pathname}/files/1`, url);
    for (const address of [url, fileUrl]) expect((await site().get(address.pathname)).status).toBe(404);
    expect((await people.approver.post(api(`/requests/${draft.id}/approve`))).json).toMatchObject({ state: 'approved' });
    for (const address of [url, fileUrl]) expect((await site().get(address.pathname)).status).toBe(404);
    const published = await people.webMaster1.post(api(`/requests/${draft.id}/publish`), { confirmations: allConfirmed });
    expect(published.json).toMatchObject({ request: { state: 'published' }, publication: { url: sent.url, state: 'live', files: [{ url: fileUrl.href }] } });
  });

  it('the next request shows it: page, lists, download byte for byte', async () => {
    for (const page of [url.pathname, '/', '/latest']) expect([page, (await site().get(page)).words.includes(title)]).toEqual([page, true]);
    const download = await site().get(fileUrl.pathname);
    expect(download.body.equals(bytes)).toBe(true);
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-length': String(bytes.length) });
    expect(download.headers['content-disposition']).toMatch(/^inline; filename="[ -~]+"; filename\*=UTF-8''/);
  });

  it('each person is mailed exactly once, and the mails are there', async () => {
    const mails = () => database.look('select id, sent_at, tries, to_address, subject from mail_message where tenant_id = $1 order by id', [tenant.id]);
    const sent = await eventually(mails, (rows) => rows.length >= 4 && rows.every((row) => row['sent_at'] !== null));
    const files = readdirSync(path.join(server.settings.dataDir, 'mail'));
    for (const { id, tries, to_address: to } of sent) {
      expect([files.filter((name) => name.includes(String(id))), tries]).toEqual([[`${String(id)}.eml`], 1]);
      expect(readFileSync(path.join(server.settings.dataDir, 'mail', `${String(id)}.eml`), 'utf8')).toContain(String(to));
    }
    const told = sent.map(({ to_address: to }) => to);
    expect(told.filter((to) => to === tenant.people.owner.email)).toHaveLength(2);
    expect(told.filter((to) => to === tenant.people.approver.email)).toHaveLength(1);
  });

  it('it is gone at the end of its last day, page and file together, and the worker writes it down', async () => {
    const last = addDays(bangkokDay(new Date()), 30);
    writeFileSync(clockFile, new Date(endOfBangkokDayExclusive(last).getTime() + 1000).toISOString());
    const gone = await eventually(() => site().get(url.pathname), ({ status }) => status === 410);
    expect(gone.words).not.toContain(title);
    expect((await site().get(fileUrl.pathname)).status).toBe(410);
    for (const page of ['/', '/latest', '/sitemap.xml']) expect((await site().get(page)).words).not.toContain(title);
    expect((await server.console().get('/healthz')).json).toMatchObject({ status: 'ok', clockMoved: true });
    await eventually(trail, (acts) => acts.includes('publication.expired'));
    expect((await trail()).filter((act) => act === 'publication.expired')).toHaveLength(1);
  });

  it('it is live again when the clock goes back: nothing but time had ended it', async () => {
    writeFileSync(clockFile, '');
    await eventually(() => site().get(url.pathname), ({ status }) => status === 200);
  });

  it('everything is there after a restart', async () => {
    const cookie = people.owner.cookie;
    await server.close();
    server = await open();
    expect((await server.console().get('/api/v1/session', { cookie })).status).toBe(200);
    expect((await site().get(url.pathname)).words).toContain(title);
    expect((await site().get(fileUrl.pathname)).body.equals(bytes)).toBe(true);
  });
});
