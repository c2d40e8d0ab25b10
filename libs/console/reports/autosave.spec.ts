import type { ApiProblem } from '@prongsai/console/ui';
import { Autosave } from './autosave';

const now = new Date('2026-02-12T03:44:00Z');
const offline = Object.assign(new Error('ติดต่อระบบไม่ได้'), { status: 0, code: 'OFFLINE' }) as ApiProblem;

/** A server that answers when it is told to. */
function aServer() {
  const got: string[] = [];
  const answers: Array<(error?: Error) => void> = [];
  const save = (text: string) => new Promise<void>((resolve, reject) => {
    got.push(text);
    answers.push((error) => (error ? reject(error) : resolve()));
  });
  return { got, save, answer: (error?: Error) => answers.shift()?.(error) };
}

it('saves nothing that nobody typed', async () => {
  const server = aServer();
  expect(await new Autosave(server.save).flush()).toBe(true);
  expect(server.got).toEqual([]);
});

it('saves the newest when it is asked to, and says when', async () => {
  const server = aServer();
  const saver = new Autosave(server.save, () => now);
  saver.change('ก');
  saver.change('กข');
  const done = saver.flush();
  server.answer();
  expect(await done).toBe(true);
  expect(server.got).toEqual(['กข']);
  expect(saver.snapshot()).toEqual({ kind: 'saved', at: now });
});

it('sends what was typed during a saving after it, never beside it', async () => {
  const server = aServer();
  const saver = new Autosave(server.save, () => now);
  saver.change('ก');
  const done = saver.flush();
  saver.change('กข');
  expect(server.got).toEqual(['ก']);
  server.answer();
  await Promise.resolve();
  const all = saver.flush();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  server.answer();
  expect([await done, await all]).toEqual([true, true]);
  expect(server.got).toEqual(['ก', 'กข']);
});

it('keeps what could not be saved, says why, and tries again', async () => {
  const server = aServer();
  const saver = new Autosave(server.save, () => now);
  saver.change('ก');
  const first = saver.flush();
  server.answer(offline);
  expect(await first).toBe(false);
  expect(saver.snapshot()).toEqual({ kind: 'failed', problem: offline });
  const second = saver.flush();
  server.answer();
  expect(await second).toBe(true);
  expect(server.got).toEqual(['ก', 'ก']);
});
