import type { FileView } from '@prongsai/kernel/contracts';
import type { ApiProblem } from '@prongsai/console/ui';
import { UploadQueue } from './upload-queue';

const settled = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); };
const aFile = (name: string) => ({ name, size: 10 }) as File;
const problem = (status: number, text = 'x') => ({ status, detail: text, fields: [] }) as unknown as ApiProblem;

function aWorld() {
  const sent: { file: File; progress: (part: number) => void; ok: () => void; fail: (problem: ApiProblem) => void; aborted: boolean }[] = [];
  const waits: { ms: number; then: () => void }[] = [];
  const stored: [string, string | null][] = [];
  const world = { online: true };
  const queue = new UploadQueue({
    send: (file, progress) => {
      const one = { file, progress, ok: () => undefined as void, fail: (_: ApiProblem) => undefined as void, aborted: false };
      const done = new Promise<FileView>((resolve, reject) => {
        one.ok = () => resolve({ id: `stored ${file.name}` } as FileView);
        one.fail = reject;
      });
      sent.push(one);
      return { done, abort: () => { one.aborted = true; } };
    },
    isOnline: () => world.online,
    check: (file) => (file.name.startsWith('big') ? { text: 'ใหญ่เกิน', mayShrink: file.name.endsWith('.png') } : null),
    shrink: async (file) => (file.name.includes('hopeless') ? null : aFile(file.name.replace('big', 'small'))),
    asProblem: (error) => error as ApiProblem,
    wait: (ms, then) => {
      waits.push({ ms, then });
      return () => undefined;
    },
    onStored: (file, replaces) => stored.push([file.id, replaces]),
  });
  return { queue, sent, waits, stored, world, states: () => queue.snapshot().map(({ state }) => state) };
}

describe('files on their way', () => {
  it('go two at a time, and a wrong one holds up no other', async () => {
    const { queue, sent, stored, states } = aWorld();
    queue.add([aFile('big.pdf'), aFile('a'), aFile('b'), aFile('c')]);
    expect(states()).toEqual(['refused', 'sending', 'sending', 'waiting']);
    sent[0]?.ok();
    await settled();
    expect(stored).toEqual([['stored a', null]]);
    expect(states()).toEqual(['refused', 'sending', 'sending']);
  });

  it('pause without a signal and go on by themselves', async () => {
    const { queue, sent, world, states } = aWorld();
    queue.add([aFile('a')]);
    sent[0]?.progress(0.6);
    world.online = false;
    queue.lineChanged();
    expect(states()).toEqual(['paused']);
    expect(sent[0]?.aborted).toBe(true);
    expect(queue.snapshot()[0]?.part).toBe(0.6);
    world.online = true;
    queue.lineChanged();
    expect(states()).toEqual(['sending']);
    expect(sent).toHaveLength(2);
  });

  it('are tried four times more, ever later, then wait for the person', async () => {
    const { queue, sent, waits, states } = aWorld();
    queue.add([aFile('a')]);
    for (let at = 0; at < 4; at += 1) {
      sent[at]?.fail(problem(503));
      await settled();
      expect(states()).toEqual(['again']);
      waits[at]?.then();
    }
    sent[4]?.fail(problem(0));
    await settled();
    expect(waits.map(({ ms }) => ms)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(queue.snapshot()[0]).toMatchObject({ state: 'failed', refused: expect.stringContaining('ลองอีกครั้ง') });
    queue.retry(1);
    expect(states()).toEqual(['sending']);
  });

  it('say the server\'s reason and are not tried again when it refuses', async () => {
    const { queue, sent, waits } = aWorld();
    queue.add([aFile('a')]);
    sent[0]?.fail(problem(422, 'ตั้งรหัสผ่านไว้'));
    await settled();
    expect(queue.snapshot()[0]).toMatchObject({ state: 'refused', refused: 'ตั้งรหัสผ่านไว้' });
    expect(waits).toEqual([]);
  });

  it('a picture that is too large is made smaller on request', async () => {
    const { queue, sent, states } = aWorld();
    queue.add([aFile('big.png'), aFile('big hopeless.png')]);
    await queue.shrink(1);
    expect(sent[0]?.file.name).toBe('small.png');
    await queue.shrink(2);
    expect(states()).toEqual(['sending', 'refused']);
    expect(queue.snapshot()[1]?.refused).toContain('ย่อภาพ');
  });

  it('can take the place of another, and be taken back', async () => {
    const { queue, sent, stored } = aWorld();
    queue.add([aFile('a')], 'old');
    queue.add([aFile('b')]);
    queue.remove(2);
    expect(sent[1]?.aborted).toBe(true);
    sent[1]?.ok();
    sent[0]?.ok();
    await settled();
    expect(stored).toEqual([['stored a', 'old']]);
  });
});
