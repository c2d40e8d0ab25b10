/**
 * Loaded into every measured process before its own program (`node --expose-gc --require probe.js program.js`): tells its
 * parent how much CPU it has used and how much memory it holds. The channel keeps no process alive.
 */
export interface Reading {
  /** CPU of all threads since the start, in microseconds. */
  cpuMicros: number;
  /** Bytes that JavaScript holds, buffers included, after a collection. */
  heldBytes: number;
}

process.on('message', (message) => {
  if (message !== 'read' && message !== 'read memory') return;
  const collect = (globalThis as { gc?: () => void }).gc;
  if (message === 'read memory') for (let times = 0; times < 3; times++) collect?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ reading: { cpuMicros: user + system, heldBytes: heapUsed + external } satisfies Reading });
});
process.channel?.unref();
