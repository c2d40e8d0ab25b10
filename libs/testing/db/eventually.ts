/**
 * Asks again and again for what another process or the worker does in its own time, and answers as soon as it is so.
 * Throws after `seconds`, with the last answer: a wait that is too short must fail, never pass.
 */
export async function eventually<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean = Boolean, seconds = 20): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (performance.now() > until) throw new Error(`not so after ${seconds} s: ${JSON.stringify(answer)}`);
    await new Promise((again) => setTimeout(again, 15));
  }
}
