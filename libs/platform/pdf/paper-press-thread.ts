import { parentPort } from 'node:worker_threads';
import { type PaperOrder, renderOrder } from './render-thai-pdf';

/** The thread in which papers are set: one at a time, so that nobody who waits for a page waits for a paper. */
parentPort?.on('message', ({ id, order }: { id: number; order: PaperOrder }) => {
  renderOrder(order).then(
    (bytes) => parentPort?.postMessage({ id, bytes }),
    (error: unknown) => parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) }),
  );
});
