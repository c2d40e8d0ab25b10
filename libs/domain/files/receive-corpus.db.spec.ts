import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '@prongsai/kernel/core';
import { OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import type { TestRooms } from '@prongsai/testing/db';
import { aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { filePolicy } from './content';
import { corpus } from './content/corpus/corpus';
import { FileReader } from './file.reader';
import { ReceiveFile } from './receive-file.verb';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the corpus of made files, sent by people', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms, { live: false });
  });
  afterAll(() => rooms.close());

  const receive = (name: string, stream: Readable) => rooms.get(ReceiveFile).run(tenant.actors.owner, { name, stream });
  /** Every object of the unit, wherever it is. */
  const stored = async () => {
    const keys: string[] = [];
    for (const prefix of [`tenants/${tenant.id}/`, `quarantine/${tenant.id}/`]) for await (const { key } of rooms.get<ObjectStore>(OBJECT_STORE).list(prefix)) keys.push(key);
    return keys.sort();
  };

  it('is kept byte for byte or not at all, pictures written anew, and leaves nothing else', async () => {
    const kept = new Set<string>();
    let files = 0;
    for (const { name, bytes, is } of await corpus()) {
      const row = filePolicy.find((one) => one.class === is);
      if (row?.outcome === 'refused') {
        const refusal = await receive(name, Readable.from([bytes])).then(() => null, (error: unknown) => error);
        expect([name, refusal instanceof Refusal && refusal.code]).toEqual([name, is === 'too_large' || is === 'image_too_large' ? 'FILE_TOO_LARGE' : 'FILE_REFUSED']);
        continue;
      }
      const file = await receive(name, Readable.from([bytes]));
      const there = await buffer(await rooms.get(FileReader).open(file));
      expect([file.receivedSha256, file.sha256, file.size]).toEqual([sha256(bytes), sha256(there), there.length]);
      expect([name, there.equals(bytes)]).toEqual([name, is !== 'image']);
      kept.add(`tenants/${tenant.id}/blobs/${file.sha256}`);
      files += 1;
    }
    expect(await stored()).toEqual([...kept].sort());
    const [rows] = await rooms.database.look('select (select count(*) from stored_file where tenant_id = $1)::int as files, (select count(*) from stored_blob where tenant_id = $1)::int as blobs', [tenant.id]);
    expect(rows).toEqual({ files, blobs: kept.size });
  });

  it('leaves nothing of uploads that are dropped on the way', async () => {
    const before = await stored();
    for (const { name, bytes } of (await corpus()).slice(0, 12)) {
      const broken = Readable.from((function* half() {
        yield bytes.subarray(0, bytes.length / 2);
        throw new Error('the line went dead');
      })());
      await expect(receive(name, broken)).rejects.toThrow();
    }
    expect(await stored()).toEqual(before);
  });
});
