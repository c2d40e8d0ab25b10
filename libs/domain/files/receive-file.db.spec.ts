import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { newId } from '@prongsai/kernel/core';
import { OBJECT_STORE, quarantineKey, type ObjectStore } from '@prongsai/platform/storage';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aPdf, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { ClearQuarantine } from './clear-quarantine.verb';
import { FileReader } from './file.reader';
import { maxFileBytes, ReceiveFile } from './receive-file.verb';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('receiving a file', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms, { live: false });
  });
  afterAll(() => rooms.close());

  const receive = (name: string, bytes: Buffer | Readable, by = tenant.actors.owner) =>
    rooms.get(ReceiveFile).run(by, { name, stream: bytes instanceof Readable ? bytes : Readable.from([bytes]) });
  const waiting = (id: string) => {
    const folder = path.join(rooms.settings.dataDir, 'files', 'objects', 'quarantine', id);
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    } catch {
      return 0;
    }
  };
  const quarantined = () => rooms.get<ObjectStore>(OBJECT_STORE).put(quarantineKey(tenant.id, newId()), Readable.from([aPdf('left behind')]));

  it('clears away what a killed upload left in quarantine, and not what may still be under way', async () => {
    await quarantined();
    const clear = rooms.get(ClearQuarantine);
    await clear.run();
    expect(waiting(tenant.id)).toBe(1);
    await clear.run(new Date(Date.now() + 2 * 3_600_000));
    expect(waiting(tenant.id)).toBe(0);
  });

  const kept = async () => {
    const [row] = await rooms.database.look('select (select count(*) from stored_file where tenant_id = $1)::int as files, (select count(*) from stored_blob where tenant_id = $1)::int as blobs', [tenant.id]);
    return row;
  };

  it('keeps it byte for byte, with its hash, private', async () => {
    const bytes = aPdf('one');
    const file = await receive('../../แผน งบ.pdf', bytes);
    expect(file).toMatchObject({ name: 'แผน งบ.pdf', mediaType: 'application/pdf', extension: 'pdf', size: bytes.length, sha256: sha256(bytes), receivedSha256: sha256(bytes), state: 'ready', uploadedBy: tenant.people.owner.id });
    expect((await buffer(await rooms.get(FileReader).open(file))).equals(bytes)).toBe(true);
    expect(waiting(tenant.id)).toBe(0);
  });

  it('keeps the same bytes once, and each upload of them', async () => {
    const before = await kept();
    const bytes = aPdf('twice');
    const files = [await receive('a.pdf', bytes), await receive('b.pdf', bytes, tenant.actors.approver)];
    expect(files.map(({ uploadedBy }) => uploadedBy)).toEqual([tenant.people.owner.id, tenant.people.approver.id]);
    expect(await kept()).toEqual({ files: Number(before?.['files']) + 2, blobs: Number(before?.['blobs']) + 1 });
  });

  it('also when both come at once', async () => {
    const before = await kept();
    const bytes = aPdf('at once');
    const files = await Promise.all([1, 2, 3].map((n) => receive(`${n}.pdf`, bytes)));
    expect(await kept()).toEqual({ files: Number(before?.['files']) + 3, blobs: Number(before?.['blobs']) + 1 });
    for (const file of files) expect((await buffer(await rooms.get(FileReader).open(file))).equals(bytes)).toBe(true);
  });

  it('takes exactly 4 MB and not one byte more, and stops reading there', async () => {
    // A long comment inside, so that both ends stay those of a PDF; 0-9 more for the digits that it moves.
    const filled = (size: number) => [...Array(10).keys()].map((less) => aPdf('x'.repeat(size - aPdf().length - less))).find((pdf) => pdf.length === size) as Buffer;
    expect((await receive('4mb.pdf', filled(maxFileBytes))).size).toBe(maxFileBytes);
    const before = await kept();
    await expect(receive('more.pdf', filled(maxFileBytes + 1))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', status: 413, message: expect.stringContaining('“more.pdf” ใหญ่เกิน') });
    expect(await kept()).toEqual(before);
    expect(waiting(tenant.id)).toBe(0);
  });

  it.each<[string, string, Buffer]>([
    ['a program called .pdf', 'x.pdf', Buffer.from('MZ\u0090\u0000program')], ['text called .pdf', 'x.pdf', Buffer.from('hello')], ['a page of HTML', 'x.html', Buffer.from('<script>1</script>')], ['nothing', 'x.pdf', Buffer.alloc(0)],
  ])('refuses %s and keeps nothing of it', async (_, name, bytes) => {
    const before = await kept();
    await expect(receive(name, bytes)).rejects.toMatchObject({ code: 'FILE_REFUSED', status: 422, message: expect.stringMatching(/[\u0E00-\u0E7F]/) });
    expect([await kept(), waiting(tenant.id)]).toEqual([before, 0]);
  });

  it('keeps nothing of what breaks off', async () => {
    const before = await kept();
    const broken = Readable.from((function* half() {
      yield aPdf('half').subarray(0, 20);
      throw new Error('the line went dead');
    })());
    await expect(receive('half.pdf', broken)).rejects.toThrow('the line went dead');
    expect([await kept(), waiting(tenant.id)]).toEqual([before, 0]);
  });

  it('writes the trail without the file\'s content', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const [entry] = await rooms.database.look('select act, detail from audit_entry where tenant_id = $1 and subject_id = $2', [tenant.id, file.id]);
    expect(entry).toEqual({ act: 'file.uploaded', detail: { name: file.name, size: file.size, sha256: file.sha256 } });
  });

  it('shows a file to its own unit, and to another what does not exist', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const other = await aTenant(rooms, { live: false });
    const read = (of: TestTenant, id: string) => rooms.transaction.act(of.actors.head, () => rooms.get(FileReader).get(id));
    expect(await read(tenant, file.id)).toMatchObject({ id: file.id });
    for (const id of [file.id, 'no-id']) await expect(read(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await rooms.transaction.act(other.actors.head, () => rooms.get(FileReader).list([file.id]))).toEqual([]);
  });
});
