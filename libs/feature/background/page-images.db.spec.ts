import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileReader, FilePreview, PageImageReader, ReceiveFile, type StoredFile } from '@prongsai/domain/files';
import { CreateRequest, DeleteDraft, EditRequest } from '@prongsai/domain/requests';
import { OBJECT_STORE, StorageUnavailable, type ObjectStore } from '@prongsai/platform/storage';
import type { TestRooms } from '@prongsai/testing/db';
import { aFile, aPdf, aTenant, openDomain, unique, type TestTenant } from '@prongsai/testing/factories';
import { BackgroundModule } from './background.module';
import { MakePageImagesJob, RemovePageImagesJob } from './page-images.job';

const framework = readFileSync(path.resolve(__dirname, '../demo/documents/bothong-framework-2569.pdf'));
const stores = [['the folder', {}], ...(process.env['S3_TEST_URL'] ? [['S3', { STORAGE_URL: process.env['S3_TEST_URL'] }] as const] : [])] as const;

/** From an accepted upload to pictures of its pages, and away again (SPEC 7, 20). */
describe.each(stores)('page images in %s', (_, environment) => {
  let rooms: TestRooms;
  let tenant: TestTenant;
  let store: ObjectStore;
  beforeAll(async () => {
    rooms = await openDomain([BackgroundModule], { environment });
    tenant = await aTenant(rooms, { live: false });
    store = rooms.get<ObjectStore>(OBJECT_STORE);
  });
  afterAll(() => rooms.close());
  afterEach(() => jest.restoreAllMocks());

  const make = (file: StoredFile) => rooms.get(MakePageImagesJob).run({ tenantId: tenant.id, fileId: file.id });
  const pagesOf = (file: StoredFile, by = tenant.actors.approver) =>
    rooms.transaction.act(by, async () => rooms.get(PageImageReader).get(await rooms.get(FileReader).get(file.id), '/pages'));
  const previewOf = async (file: StoredFile) => (await rooms.database.look('select * from file_preview where file_id = $1', [file.id]))[0] as unknown as Record<string, unknown>;
  const jobsOf = async (task: string, id: unknown) =>
    (await rooms.database.look(`select task_identifier from graphile_worker.jobs where key = $1`, [`${tenant.id}:${task}:${String(id)}`])).length;
  const kept = async (previewId: unknown) => {
    const keys: string[] = [];
    for await (const { key } of store.list(`tenants/${tenant.id}/previews/${String(previewId)}/`)) keys.push(key);
    return keys.length;
  };
  const receive = (name: string, bytes: Buffer) => rooms.get(ReceiveFile).run(tenant.actors.owner, { name, stream: Readable.from([bytes]) });

  it('are asked for with the upload, and show themselves when they are there', async () => {
    const file = await receive('กรอบแนวทาง.pdf', framework);
    expect([await pagesOf(file), await jobsOf('make-page-images', file.id)]).toEqual([{ state: 'waiting', reason: null, count: 0, pages: [] }, 1]);
    await make(file);
    const { state, count, pages } = await pagesOf(file);
    expect([state, count, pages.map(({ number, url }) => [number, url])]).toEqual(['ready', 4, [1, 2, 3, 4].map((number) => [number, `/pages/${number}`])]);
    expect(pages[0]?.text).toContain('โรงพยาบาลบ่อทอง');
    const picture = await rooms.transaction.act(tenant.actors.approver, async () => rooms.get(PageImageReader).find(await rooms.get(FileReader).get(file.id), 2));
    const bytes = await buffer(await store.get(picture.key));
    expect([bytes.length, bytes.toString('latin1', 8, 12)]).toEqual([picture.size, 'WEBP']);
  });

  it('are made once, however often the job runs', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    await make(file);
    const before = await previewOf(file);
    await make(file);
    expect(await previewOf(file)).toEqual(before);
  });

  it('are finished by the next run when the first was killed half way', async () => {
    const file = await aFile(rooms, tenant.actors.owner, 'สอง.pdf', framework);
    // As the process would leave it: one picture stored, the try counted, nothing written down.
    const { preview_id: previewId } = await previewOf(file);
    await store.put(`tenants/${tenant.id}/previews/${String(previewId)}/1.webp`, Readable.from([Buffer.from('half')]));
    await rooms.database.look('update file_preview set tries = 1 where file_id = $1 returning 1', [file.id]);
    await make(file);
    expect([(await pagesOf(file)).state, await kept(previewId)]).toEqual(['ready', 4]);
  });

  it('are given up for a document that ends the process every time', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    await rooms.database.look('update file_preview set tries = 3 where file_id = $1 returning 1', [file.id]);
    await make(file);
    expect(await pagesOf(file)).toMatchObject({ state: 'none', reason: 'heavy', pages: [] });
  });

  it('wait for a store that is away, as long as it takes', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    const away = jest.spyOn(store, 'put').mockRejectedValue(new StorageUnavailable(new Error('away')));
    for (let time = 0; time < 5; time += 1) await expect(make(file)).rejects.toThrow(StorageUnavailable);
    away.mockRestore();
    await make(file);
    expect((await pagesOf(file)).state).toBe('ready');
  });

  it('say why there are none, and ask for none of what is no PDF', async () => {
    // Enough of a PDF to be received, too little to be drawn.
    const damaged = await receive('เสีย.pdf', Buffer.from(aPdf(unique('damaged')).toString('latin1').replace('/Type/Pages/Kids[3 0 R]/Count 1', '/Type/Pages/Kids[9 0 R]/Count 0'), 'latin1'));
    await make(damaged);
    expect(await pagesOf(damaged)).toEqual({ state: 'none', reason: 'damaged', count: 0, pages: [] });
    const picture = await receive('ภาพ.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
    expect([(await pagesOf(picture)).reason, await previewOf(picture)]).toEqual(['kind', undefined]);
  });

  it('are asked for when a document from before them is first opened', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    await rooms.database.look('delete from file_preview where file_id = $1 returning 1', [file.id]);
    expect((await pagesOf(file)).state).toBe('waiting');
    await make(file);
    expect((await pagesOf(file)).state).toBe('ready');
  });

  it('go with the draft that alone had the file, and come again when it is used again', async () => {
    const { owner } = tenant.actors;
    const [one, two] = [await aFile(rooms, owner), await aFile(rooms, owner)];
    for (const file of [one, two]) await make(file);
    const [previewOne, previewTwo] = [(await previewOf(one))['preview_id'], (await previewOf(two))['preview_id']];
    const draft = await rooms.get(CreateRequest).run(owner, { title: 'ร่าง', fileIds: [one.id, two.id] });
    const other = await rooms.get(CreateRequest).run(owner, { title: 'อีกร่าง', fileIds: [one.id] });
    await rooms.get(EditRequest).run(owner, draft.id, { version: draft.version, fileIds: [one.id] });
    expect([await previewOf(two), await jobsOf('remove-page-images', previewTwo)]).toEqual([undefined, 1]);
    await rooms.get(DeleteDraft).run(owner, draft.id);
    expect((await previewOf(one))['preview_id']).toBe(previewOne);
    await rooms.get(DeleteDraft).run(owner, other.id);
    const remove = (previewId: unknown) => rooms.get(RemovePageImagesJob).run({ tenantId: tenant.id, previewId });
    for (const previewId of [previewOne, previewTwo, previewOne]) await remove(previewId);
    expect([await kept(previewOne), await kept(previewTwo)]).toEqual([0, 0]);
    await pagesOf(one);
    await make(one);
    await remove((await previewOf(one))['preview_id']);
    expect([(await pagesOf(one)).state, await kept((await previewOf(one))['preview_id'])]).toEqual(['ready', 1]);
  });

  it('leave nothing behind when the draft goes while they are being made', async () => {
    const { owner } = tenant.actors;
    const file = await aFile(rooms, owner);
    const { preview_id: previewId } = await previewOf(file);
    const draft = await rooms.get(CreateRequest).run(owner, { title: 'ร่าง', fileIds: [file.id] });
    const put = store.put.bind(store);
    jest.spyOn(store, 'put').mockImplementation(async (...given) => {
      const answer = await put(...given);
      await rooms.get(DeleteDraft).run(owner, draft.id);
      return answer;
    });
    await make(file);
    expect([await previewOf(file), await kept(previewId)]).toEqual([undefined, 0]);
  });

  it('are unseen by a network role and by another unit', async () => {
    const file = await aFile(rooms, tenant.actors.owner);
    await make(file);
    const other = await aTenant(rooms, { live: false });
    const seen = (scope: { tenantId: string; reach: 'unit' | 'network' }) => rooms.transaction.act(scope, () => rooms.transaction.manager.getRepository(FilePreview).countBy({ fileId: file.id }));
    expect([await seen({ tenantId: tenant.id, reach: 'unit' }), await seen({ tenantId: tenant.id, reach: 'network' }), await seen({ tenantId: other.id, reach: 'unit' })]).toEqual([1, 0, 0]);
    await expect(pagesOf(file, other.actors.head)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
