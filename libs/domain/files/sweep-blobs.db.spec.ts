import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { newId } from '@prongsai/kernel/core';
import { blobKey, OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aPdf, aTenant, openDomain, type TestTenant } from '@prongsai/testing/factories';
import { RemoveUnusedBlob, SweepBlobs } from './sweep-blobs.verb';

describe('blobs without rows', () => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let store: ObjectStore;
  beforeAll(async () => {
    rooms = await openDomain();
    tenant = await aTenant(rooms, { live: false });
    store = rooms.get<ObjectStore>(OBJECT_STORE);
  });
  afterAll(() => rooms.close());

  const later = <T>(work: () => Promise<T>) => rooms.clock.during(new Date(Date.now() + 25 * 3_600_000), work);
  const leftBehind = async (mark: string, tenantId = tenant.id) => {
    const bytes = aPdf(mark);
    const key = blobKey(tenantId, createHash('sha256').update(bytes).digest('hex'));
    await store.put(key, Readable.from([bytes]));
    return key;
  };

  it('are removed a day later, and nothing else', async () => {
    const [lost, elsewhere] = [await leftBehind('lost'), await leftBehind('of another installation', newId())];
    const file = await aFile(rooms, tenant.actors.owner);
    const sweep = rooms.get(SweepBlobs);
    expect(await sweep.run()).toBe(0);
    expect(await store.stat(lost)).not.toBeNull();
    expect(await later(() => sweep.run())).toBeGreaterThanOrEqual(1);
    expect(await store.stat(lost)).toBeNull();
    expect(await store.stat(blobKey(tenant.id, file.sha256))).not.toBeNull();
    expect(await store.stat(elsewhere)).not.toBeNull();
    await store.remove(elsewhere);
  });

  it('are kept when an upload of the same bytes comes while they are swept away', async () => {
    const bytes = aPdf('both at once');
    const key = await leftBehind('both at once');
    const sha256 = key.split('/').at(-1) ?? '';
    for (let round = 0; round < 5; round += 1) {
      const [file] = await Promise.all([aFile(rooms, tenant.actors.owner, 'ก.pdf', bytes), rooms.get(RemoveUnusedBlob).run({ tenantId: tenant.id, reach: 'unit' }, sha256)]);
      expect(await store.stat(key)).not.toBeNull();
      await rooms.database.look('delete from file_preview where file_id = $1', [file.id]);
      await rooms.database.look('delete from stored_file where id = $1', [file.id]);
    }
    expect(await rooms.get(RemoveUnusedBlob).run({ tenantId: tenant.id, reach: 'unit' }, sha256)).toBe(true);
    expect(await store.stat(key)).toBeNull();
  });
});
