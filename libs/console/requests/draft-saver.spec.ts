import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import type { FieldProblem } from '@prongsai/console/ui';
import { emptyDraft } from './draft';
import type { Kept } from './draft-keep';
import { DraftSaver, type DraftStore } from './draft-saver';

/** A refusal as the API's client throws it. */
function aProblem(status: number, code: string, fields: FieldProblem[] = []): Error {
  return Object.assign(new Error(code), { status, code, fields });
}

/** A store in memory that keeps versions as the API does. */
class MemoryStore implements DraftStore {
  request = { id: 'r1', version: 0, files: [], requirementCodes: [], contact: null } as unknown as RequestView;
  calls: RequestInput[] = [];

  create = async (input: RequestInput) => this.keep(input);
  read = async () => this.request;
  patch = async (_id: string, { version, ...change }: RequestInput & { version: number }) => {
    if (version !== this.request.version) throw aProblem(409, 'STALE');
    return this.keep(change);
  };

  private keep(change: RequestInput): RequestView {
    this.calls.push(change);
    if (change.externalLink === 'htt') {
      throw aProblem(422, 'INVALID', [{ path: 'externalLink', text: 'ลิงก์เปิดไม่ได้' }]);
    }
    this.request = { ...this.request, ...change, version: this.request.version + 1 } as RequestView;
    return this.request;
  }
}

describe('saving a draft', () => {
  it('does not wait for ever when what was typed is taken back', async () => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'แผน' });
    saver.change({ title: emptyDraft.title });
    await saver.flush();
    expect([saver.snapshot().status, store.calls]).toEqual(['untouched', []]);
    saver.change({ title: 'แผน' });
    await saver.flush();
    saver.change({ title: 'แผนใหม่' });
    saver.change({ title: 'แผน' });
    expect(await saver.flush()).toBe(true);
    expect([saver.snapshot().status, store.calls.length]).toEqual(['saved', 1]);
  });

  it('makes the request at the first change and then sends only what changed', async () => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'แผน' });
    expect(await saver.flush()).toBe(true);
    saver.change({ remarks: 'แก้' });
    expect(await saver.flush()).toBe(true);
    expect(store.calls).toEqual([{ title: 'แผน' }, { remarks: 'แก้' }]);
    expect(saver.snapshot()).toMatchObject({ id: 'r1', status: 'saved' });
  });

  it('sends nothing when nothing was touched', async () => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null, { ...emptyDraft, intakeChannel: 'console' });
    expect(await saver.flush()).toBe(false);
    expect(store.calls).toEqual([]);
    saver.change({});
    expect(await saver.flush()).toBe(true);
    expect(store.calls).toEqual([{ intakeChannel: 'console' }]);
  });

  it('saves everything but the refused field, which stays as typed', async () => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'แผน', externalLink: 'htt' });
    expect(await saver.flush()).toBe(false);
    expect(store.request).toMatchObject({ title: 'แผน' });
    expect(saver.snapshot()).toMatchObject({ draft: { externalLink: 'htt' }, refused: [{ path: 'externalLink', text: 'ลิงก์เปิดไม่ได้' }] });
    saver.change({ externalLink: 'https://kapho.example' });
    expect(await saver.flush()).toBe(true);
    expect(store.request).toMatchObject({ externalLink: 'https://kapho.example' });
  });

  it('saves what is typed while a call is under way', async () => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'ก' });
    const first = saver.flush();
    saver.change({ title: 'กข' });
    await first;
    await saver.flush();
    expect(store.request).toMatchObject({ title: 'กข', version: 2 });
  });

  it.each([['mine', 'ของฉัน'], ['theirs', 'ของเขา']] as const)('stops when another person saved, and goes on with %s', async (choice, title) => {
    const store = new MemoryStore();
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'แรก' });
    await saver.flush();
    store.request = { ...store.request, title: 'ของเขา', version: 9 };
    saver.change({ title: 'ของฉัน' });
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot()).toMatchObject({ status: 'stale', theirs: { title: 'ของเขา' } });
    await saver.resolve(choice);
    expect(saver.snapshot()).toMatchObject({ status: 'saved', draft: { title }, theirs: null });
    expect(store.request.title).toBe(title);
  });

  it('keeps the text and says so when nothing answers', async () => {
    const store = new MemoryStore();
    store.create = async () => { throw aProblem(503, 'UNAVAILABLE'); };
    const saver = new DraftSaver(store, null);
    saver.change({ title: 'แผน' });
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot()).toMatchObject({ status: 'failed', draft: { title: 'แผน' } });
  });
});

describe('text that is not on the server yet', () => {
  /** A device that keeps texts by the request's id. */
  function aDevice(before: Record<string, Kept> = {}) {
    const kept = new Map(Object.entries(before));
    const keepOf = (id: string | null) => {
      const key = id ?? 'new';
      return { read: () => kept.get(key) ?? null, write: (one: Kept) => void kept.set(key, one), clear: () => void kept.delete(key) };
    };
    return { kept, keepOf };
  }
  const saverOn = (store: DraftStore, request: RequestView | null, device: ReturnType<typeof aDevice>) => new DraftSaver(store, request, emptyDraft, undefined, device.keepOf);

  it('waits on this device until it is saved, under the name that it has', async () => {
    const device = aDevice();
    const store = new MemoryStore();
    const saver = saverOn(store, null, device);
    saver.change({ title: 'แผน' });
    expect(device.kept.get('new')?.draft.title).toBe('แผน');
    await saver.flush();
    expect([...device.kept.keys()]).toEqual([]);
    store.patch = async () => { throw aProblem(0, 'OFFLINE'); };
    saver.change({ title: 'แผนใหม่' });
    await saver.flush();
    expect(device.kept.get('r1')).toMatchObject({ draft: { title: 'แผนใหม่' }, version: 1 });
  });

  it('goes on after a reload', async () => {
    const store = new MemoryStore();
    await store.create({ title: 'แผน' });
    const device = aDevice({ r1: { draft: { ...emptyDraft, title: 'แผนใหม่' }, version: 1 } });
    const saver = saverOn(store, store.request, device);
    expect(saver.snapshot()).toMatchObject({ status: 'waiting', draft: { title: 'แผนใหม่' } });
    expect(await saver.flush()).toBe(true);
    expect(store.request).toMatchObject({ title: 'แผนใหม่', version: 2 });
    expect(device.kept.size).toBe(0);
  });

  it('stands beside what somebody else saved meanwhile', () => {
    const store = new MemoryStore();
    store.request = { ...store.request, version: 5, title: 'ของเขา' };
    const device = aDevice({ r1: { draft: { ...emptyDraft, title: 'ของฉัน' }, version: 4 } });
    expect(saverOn(store, store.request, device).snapshot()).toMatchObject({ status: 'stale', theirs: { title: 'ของเขา' }, draft: { title: 'ของฉัน' } });
  });
});
