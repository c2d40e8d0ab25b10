import { buffer } from 'node:stream/consumers';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aPdf, aRequest, aRequestInput, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { FileReader } from '../file.reader';
import { PageImageReader } from '../pages/page-image.reader';
import type { StoredFile } from '../stored-file.entity';
import { AskForWaitingScans } from './ask-for-waiting-scans.verb';
import { ScanFile } from './scan-file.verb';
import { openTestScanner, type TestScanner } from './test-scanner';
import { ScannerAway } from './virus-scanner';

describe('scanning for viruses', () => {
  let scanner: TestScanner;
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    scanner = await openTestScanner();
    rooms = await openDomain([], { environment: { CLAMAV_URL: scanner.url } });
    tenant = await aTenant(rooms, { live: false });
  });
  afterAll(async () => {
    await rooms.close();
    await scanner.close();
  });
  afterEach(() => scanner.answerWith(null));

  const scan = (file: StoredFile) => rooms.get(ScanFile).run({ tenantId: tenant.id, reach: 'unit' }, file.id);
  const act = <T>(work: () => Promise<T>) => rooms.transaction.act(tenant.actors.owner, work);
  const view = async (file: StoredFile) => FileReader.view(await act(() => rooms.get(FileReader).get(file.id)));
  const inStore = ({ sha256 }: StoredFile) => rooms.get<ObjectStore>(OBJECT_STORE).stat(blobKey(tenant.id, sha256));
  const blobs = async ({ sha256 }: StoredFile) => (await rooms.database.look('select 1 from stored_blob where tenant_id = $1 and sha256 = $2', [tenant.id, sha256])).length;
  const infected = (mark: string) => aFile(rooms, tenant.actors.owner, 'ป่วย.pdf', aPdf(`${scanner.virus} ${mark}`));
  const jobs = async (file: StoredFile) => (await rooms.database.look(`select task_identifier as task from graphile_worker.jobs where key like $1`, [`%${file.id}`])).map(({ task }) => task);

  it('holds a file until it is scanned: not opened, not drawn, not sent', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    expect(await view(file)).toMatchObject({ state: 'checking', scan: 'waiting', refusal: null });
    expect(await jobs(file)).toEqual(['scan-file']);
    const now = await act(() => rooms.get(FileReader).get(file.id));
    await expect(rooms.get(FileReader).open(now)).rejects.toMatchObject({ code: 'NOT_POSSIBLE', message: expect.stringContaining('กำลังตรวจไวรัส') });
    expect(await act(() => rooms.get(PageImageReader).get(now, '/x'))).toMatchObject({ state: 'waiting', count: 0 });
    await expect(aRequest(rooms, tenant, 'submitted', await aRequestInput(rooms, tenant, { fileIds: [file.id] }))).rejects.toMatchObject({ code: 'INCOMPLETE' });
  });

  it('lets a clean one through, once', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    await scan(file);
    await scan(file);
    expect(await view(file)).toMatchObject({ state: 'ready', scan: 'clean', refusal: null });
    const now = await act(() => rooms.get(FileReader).get(file.id));
    expect((await buffer(await rooms.get(FileReader).open(now))).length).toBe(file.size);
    expect(await jobs(file)).toContain('make-page-images');
  });

  it('refuses an infected one with its sentence, removes its bytes and tells its sender', async () => {
    const file = await infected('one');
    await scan(file);
    expect(await view(file)).toMatchObject({ state: 'refused', scan: 'infected', refusal: '“ป่วย.pdf” ไม่ผ่านการตรวจไวรัส จึงไม่รับไว้ แจ้งผู้ดูแลเครื่องของท่าน' });
    expect([await inStore(file), await blobs(file)]).toEqual([null, 0]);
    const now = await act(() => rooms.get(FileReader).get(file.id));
    await expect(rooms.get(FileReader).open(now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rooms.database.look('select kind, title from notice where tenant_id = $1 and account_id = $2', [tenant.id, tenant.people.owner.id])).toContainEqual({ kind: 'file_refused', title: 'ไม่รับ “ป่วย.pdf”' });
    expect(await rooms.database.look(`select detail ->> 'virus' as virus from audit_entry where subject_id = $1 and act = 'file.infected'`, [file.id])).toEqual([{ virus: 'Made-Up.Virus' }]);
  });

  it('keeps the bytes of the same file that still waits, and removes them with the last', async () => {
    const [first, second] = [await infected('two'), await infected('two')];
    await scan(first);
    expect(await inStore(second)).not.toBeNull();
    await scan(second);
    expect([await inStore(second), await blobs(second)]).toEqual([null, 0]);
    const again = await infected('two');
    expect([await inStore(again) !== null, await blobs(again)]).toEqual([true, 1]);
  });

  it('takes up where it was killed: refused already, the bytes still there', async () => {
    const file = await infected('three');
    await rooms.database.look(`update stored_file set state = 'refused', scan = 'infected', kept_sha256 = null where id = $1`, [file.id]);
    await scan(file);
    expect(await inStore(file)).toBeNull();
  });

  it('goes on waiting while the scanner is away or gives no verdict, and is asked for again', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    scanner.answerWith('INSTREAM size limit exceeded. ERROR\0');
    await expect(scan(file)).rejects.toBeInstanceOf(ScannerAway);
    expect(await view(file)).toMatchObject({ state: 'checking', scan: 'waiting' });
    await rooms.database.look(`update graphile_worker._private_jobs set run_at = now() + interval '5 hours', attempts = 9 where key like $1`, [`%${file.id}`]);
    expect(await rooms.get(AskForWaitingScans).run()).toBeGreaterThan(0);
    const [job] = await rooms.database.look(`select attempts, run_at <= now() + interval '1 second' as due from graphile_worker.jobs where key like $1`, [`%${file.id}`]);
    expect(job).toEqual({ attempts: 0, due: true });
  });

  it('publishes nothing that was not let through, whatever asks for it', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const insert = rooms.database.look(
      `insert into publication_file select (jsonb_populate_record(null::publication_file, jsonb_build_object('tenant_id', $1::uuid, 'publication_id', gen_random_uuid(), 'file_id', $2::uuid))).*`,
      [tenant.id, file.id],
    );
    await expect(insert).rejects.toThrow(/is not ready to be published/);
  });
});

describe('without a scanner', () => {
  it('a file is ready and says that it was not scanned; one that waited is let through as that', async () => {
    const rooms = await openDomain();
    const tenant = await aTenant(rooms, { live: false });
    const file = await aFile(rooms, tenant.actors.owner);
    expect(FileReader.view(file)).toMatchObject({ state: 'ready', scan: 'not_scanned' });
    await rooms.database.look(`update stored_file set state = 'checking', scan = 'waiting' where id = $1`, [file.id]);
    await rooms.get(ScanFile).run({ tenantId: tenant.id, reach: 'unit' }, file.id);
    expect(await rooms.transaction.act(tenant.actors.owner, () => rooms.get(FileReader).get(file.id))).toMatchObject({ state: 'ready', scan: 'not_scanned', scannedAt: null });
    await rooms.close();
  });
});
