import type { RequestInput, RequestView } from '@prongsai/kernel/contracts';
import type { FieldProblem } from '@prongsai/console/ui';
import { emptyDraft } from './draft';
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
