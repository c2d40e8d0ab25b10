import type { RequestView } from '@prongsai/kernel/contracts';
import { DecisionQueue, type HeldDecision, type MadeDecision } from './decision-queue';

interface Failure {
  status: number;
  detail: string;
  fields: { text: string }[];
  reasons: { text: string }[];
}

/** What a browser keeps, and a server that can go away. */
function world() {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  const stored: string[] = [];
  let answer: (held: HeldDecision) => RequestView | Promise<RequestView> = ({ requestId }) => ({ id: requestId }) as RequestView;
  let keys = 0;
  const open = (storageKey = 'me') => new DecisionQueue({
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text), removeItem: (key) => void kept.delete(key) },
    storageKey, problemOf: (error) => error as Failure, now: () => new Date('2026-11-24T03:00:00Z'), newKey: () => `key-${(keys += 1)}`,
    send: async (held) => {
      calls.push(`${held.key} ${held.decision} ${held.requestId}`);
      return answer(held);
    },
    onStored: ({ requestId }) => stored.push(requestId),
  });
  return { kept, calls, stored, open, answers: (next: typeof answer) => (answer = next) };
}
const fails = (status: number, more: Partial<Failure> = {}) => () => Promise.reject(Object.assign(new Error(), { status, detail: '', fields: [], reasons: [], ...more }));
const offline = fails(0);
const made = (requestId: string, decision: MadeDecision['decision'] = 'approve'): MadeDecision => ({ slug: 'kapho', requestId, title: `เรื่อง ${requestId}`, decision, body: { version: 2 } });
const states = (queue: DecisionQueue) => queue.snapshot().map(({ requestId, state }) => `${requestId} ${state}`);

describe('decisions on a weak connection', () => {
  it('are stored at once where there is a signal, and then kept nowhere', async () => {
    const { open, kept, stored } = world();
    const queue = open();
    expect(await queue.decide(made('a'))).toEqual({ kind: 'stored', request: { id: 'a' } });
    expect([queue.snapshot(), kept.size, stored, queue.stored().map(({ requestId }) => requestId)]).toEqual([[], 0, ['a'], ['a']]);
  });

  it('are kept before they are sent', async () => {
    const { open, kept, answers } = world();
    let seen = '';
    answers(({ requestId }) => {
      seen = kept.get('me') ?? '';
      return { id: requestId } as RequestView;
    });
    await open().decide(made('a', 'refuse'));
    expect(seen).toContain('"decision":"refuse"');
  });

  it.each([0, 401, 429, 500, 503])('wait after %i, outlive the window, and go with the same key', async (status) => {
    const { open, answers, calls, kept, stored } = world();
    answers(fails(status));
    expect((await open().decide(made('a'))).kind).toBe('waiting');
    answers(({ requestId }) => ({ id: requestId }) as RequestView);
    const later = open();
    expect(states(later)).toEqual(['a waiting']);
    await later.flush();
    expect([calls, states(later), kept.size, stored]).toEqual([['key-1 approve a', 'key-1 approve a'], [], 0, ['a']]);
  });

  it('that were on their way when the window closed are sent again', async () => {
    const { open, answers } = world();
    answers(() => new Promise<RequestView>(() => undefined));
    void open().decide(made('a'));
    expect(states(open())).toEqual(['a waiting']);
  });

  it('are sent in their order, and stop where there is no way', async () => {
    const { open, answers, calls } = world();
    answers(offline);
    const queue = open();
    for (const id of ['a', 'b', 'c']) await queue.decide(made(id));
    calls.length = 0;
    answers((held) => (held.requestId === 'b' ? offline() : ({ id: held.requestId } as RequestView)));
    await Promise.all([queue.flush(), queue.flush()]);
    expect([calls, states(queue)]).toEqual([['key-1 approve a', 'key-2 approve b'], ['b waiting', 'c waiting']]);
  });

  it('tell when someone was first, until that is taken note of', async () => {
    const { open, answers } = world();
    answers(fails(409, { reasons: [{ text: 'พิจารณาไม่ได้ เรื่องนี้อยู่ในสถานะ: ไม่อนุญาต' }] }));
    const queue = open();
    const outcome = await queue.decide(made('a'));
    expect(outcome).toMatchObject({ kind: 'overtaken', held: { words: 'พิจารณาไม่ได้ เรื่องนี้อยู่ในสถานะ: ไม่อนุญาต' } });
    await queue.flush();
    expect(states(open())).toEqual(['a overtaken']);
    queue.dismiss('key-1');
    expect(states(open())).toEqual([]);
  });

  it('say what is wrong with them', async () => {
    const { open, answers } = world();
    answers(fails(422, { fields: [{ text: 'เหตุผลอื่น โปรดระบุ' }] }));
    expect(await open().decide(made('a'))).toMatchObject({ kind: 'rejected', held: { words: 'เหตุผลอื่น โปรดระบุ' } });
  });

  it('are one to a request: the later one gives a new key', async () => {
    const { open, answers, calls } = world();
    answers(offline);
    const queue = open();
    await queue.decide(made('a'));
    await queue.decide(made('a', 'return'));
    expect([states(queue), calls]).toEqual([['a waiting'], ['key-1 approve a', 'key-2 return a']]);
  });

  it('are one person\'s, and nonsense in the browser is none', () => {
    const { open, kept } = world();
    kept.set('me', '{"not":"a list"}');
    expect(states(open())).toEqual([]);
    kept.set('me', 'not even JSON');
    expect(states(open())).toEqual([]);
    kept.set('me', '[1,null,{"slug":"x"}]');
    expect(states(open())).toEqual([]);
  });

  it('know what another window has sent', async () => {
    const { open, answers } = world();
    answers(offline);
    const [one, other] = [open(), open()];
    await one.decide(made('a'));
    other.reread();
    expect(states(other)).toEqual(['a waiting']);
    answers(({ requestId }) => ({ id: requestId }) as RequestView);
    await one.flush();
    other.reread();
    expect(states(other)).toEqual([]);
  });

  it('forgets that it stored a decision which was taken back', async () => {
    const queue = world().open();
    await queue.decide(made('a'));
    const seen = queue.snapshot();
    queue.reopen('kapho', 'a');
    expect(queue.stored()).toEqual([]);
    expect(queue.snapshot()).not.toBe(seen);
  });
});
