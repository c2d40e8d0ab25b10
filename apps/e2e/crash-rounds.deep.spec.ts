import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RequestView } from '@prongsai/kernel/contracts';
import { startEmbeddedPostgres } from '@prongsai/platform/db';
import { databaseAt, eventually, multipartFile, Visitor, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { allConfirmed, aPdf, aRequestInput, aTenant, openDomain, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { buildWhatChanged, startServerProcess, type ServerProcess } from './server-process';

jest.setTimeout(300_000);

/** What the service said is online. */
interface Acknowledged {
  path: string;
  title: string;
  bytes: Buffer;
}

/** SPEC 20, last row: a process killed at any moment. On the embedded PostgreSQL, with DATA_DIR of its own. */
describe('a service that is killed again and again in the middle of work', () => {
  let dataDir: string;
  let server: ServerProcess;
  let postgres: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
  let database: TestDatabase;
  let rooms: TestRooms;
  let tenant: TestTenant;
  const cookies: Record<string, string> = {};
  const acknowledged: Acknowledged[] = [];

  const start = async () => (server = await startServerProcess({ DATA_DIR: dataDir }));
  const api = (rest: string) => `/api/v1/tenants/${tenant.slug}${rest}`;
  const person = (who: 'owner' | 'approver' | 'webMaster1') => ({
    post: (rest: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      new Visitor(server.port, `console.localhost:${server.port}`).post(api(rest), body, { cookie: cookies[who], ...headers }),
  });
  const citizen = () => new Visitor(server.port, `${tenant.slug}.localhost:${server.port}`);

  beforeAll(async () => {
    await buildWhatChanged();
    dataDir = mkdtempSync(path.join(tmpdir(), 'prongsai-crash-'));
    chmodSync(dataDir, 0o711);
    await start();
    await open();
    tenant = await aTenant(rooms);
    for (const who of ['owner', 'approver', 'webMaster1'] as const) {
      const visitor = new Visitor(server.port, `console.localhost:${server.port}`);
      expect((await visitor.post('/api/v1/session', { email: tenant.people[who].email, password: testPassword })).status).toBe(200);
      cookies[who] = visitor.cookie;
    }
  });
  afterAll(async () => {
    await server?.end('SIGTERM');
    await rooms?.close();
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The tests' own hold on the database that the service started. */
  async function open(): Promise<void> {
    postgres = await startEmbeddedPostgres({ dataDir });
    const url = new URL(postgres.url);
    url.pathname = '/prongsai';
    database = databaseAt(url.toString(), dataDir);
    rooms = await openDomain([], { database });
  }

  /** One item from upload to publication; what the service acknowledged is kept. Fails when the process goes away. */
  async function publishOne(): Promise<void> {
    const [title, bytes] = [`เรื่อง ${unique('crash')}`, aPdf(unique('crash'))];
    const upload = multipartFile('x.pdf', bytes);
    const { id: fileId } = (await person('owner').post('/files', upload.body, upload.headers)).json as { id: string };
    const { id } = (await person('owner').post('/requests', { ...input, title, fileIds: [fileId] })).json as RequestView;
    const sent = (await person('owner').post(`/requests/${id}/submit`)).json as RequestView;
    await person('approver').post(`/requests/${id}/approve`);
    const { status } = await person('webMaster1').post(`/requests/${id}/publish`, { confirmations: allConfirmed });
    if (status === 200) acknowledged.push({ path: new URL(String(sent.url)).pathname, title, bytes });
  }
  let input: Awaited<ReturnType<typeof aRequestInput>>;

  /** Works in four hands until `enough` items are acknowledged; then, with the others half way, the process is killed. */
  async function workUntilKilled(enough: number): Promise<void> {
    const goal = acknowledged.length + enough;
    let killed: Promise<unknown> | null = null;
    const hand = async () => {
      while (!killed) {
        await publishOne();
        if (acknowledged.length >= goal) killed ??= server.end('SIGKILL');
      }
    };
    await Promise.allSettled([hand(), hand(), hand(), hand()]);
    await killed;
  }

  async function checkWhole(): Promise<void> {
    for (const { path: link, title, bytes } of acknowledged) {
      const page = await citizen().get(link);
      expect([link, page.status, page.words.includes(title)]).toEqual([link, 200, true]);
      expect((await citizen().get(`${link}/files/1`)).body.equals(bytes)).toBe(true);
    }
    const halves = await database.look(`
      select request.id, request.state, publication.id as publication,
             (select count(*)::int from audit_entry where tenant_id = request.tenant_id and subject_id = request.id::text and act = 'request.published') as entries,
             (select count(*)::int from publication_file where tenant_id = request.tenant_id and publication_id = publication.id) as files
      from publication_request request left join publication on publication.tenant_id = request.tenant_id and publication.request_id = request.id where request.tenant_id = $1`, [tenant.id]);
    for (const { state, publication, entries, files } of halves) {
      const isPublished = state === 'published';
      expect([state, publication !== null, entries, files]).toEqual([state, isPublished, isPublished ? 1 : 0, isPublished ? 1 : 0]);
    }
    expect(halves.filter(({ state }) => state === 'published').length).toBeGreaterThanOrEqual(acknowledged.length);
    expect((await new Visitor(server.port, `console.localhost:${server.port}`).get('/api/v1/session', { cookie: cookies['owner'] })).status).toBe(200);
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('has everything that it acknowledged after round %i', async (round) => {
    input ??= await aRequestInput(rooms, tenant);
    await workUntilKilled(round);
    await start();
    await checkWhole();
  });

  it('has lost no mail and doubled none', async () => {
    const waiting = () => database.look('select count(*)::int as n from mail_message where sent_at is null');
    // Jobs of killed workers are free after 30 seconds.
    await eventually(waiting, ([row]) => row?.['n'] === 0, 120);
    const rows = (await database.look('select id::text as id from mail_message')).map(({ id }) => `${String(id)}.eml`).sort();
    const files = readdirSync(path.join(dataDir, 'mail'));
    expect(files.filter((name) => rows.includes(name)).sort()).toEqual(rows);
    for (const name of rows) expect(readFileSync(path.join(dataDir, 'mail', name), 'utf8')).toMatch(/Message-ID: <[0-9a-f-]{36}@localhost>/i);
  });

  it('has it all also when PostgreSQL is killed with it', async () => {
    await rooms.close();
    await postgres.stop();
    const [pid] = readFileSync(path.join(postgres.directory, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await server.end('SIGKILL');
    await start();
    await open();
    await checkWhole();
    await publishOne();
    await checkWhole();
  });
});
