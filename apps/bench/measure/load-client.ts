import http from 'node:http';
import { Client } from 'pg';
import { call } from './call';
import type { LoadOrder, LoadResult } from './load';

// The load generator: a process of its own, so that its work is nobody else's CPU. Sends one order's calls over kept
// connections, each connection one call at a time, and answers how long each took.

async function run(order: LoadOrder): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: order.connections });
  const database = order.before ? new Client({ connectionString: order.before.databaseUrl }) : null;
  await database?.connect();
  const until = performance.now() + order.mostSeconds * 1000;
  const millis: number[] = [];
  let next = 0;
  let bytes = 0;
  const connection = async () => {
    for (let at = next++; at < order.count; at = next++) {
      if (performance.now() > until) throw new Error(`not done after ${order.mostSeconds} s`);
      const wanted = order.calls[at % order.calls.length];
      if (!wanted) throw new Error('an order without calls');
      if (order.before) {
        await database?.query(order.before.sql);
        await new Promise((passed) => setTimeout(passed, order.before?.pauseMs));
      }
      const began = performance.now();
      const answer = await call({ port: order.port, ...wanted, headers: { ...order.headers, ...wanted.headers } }, agent);
      millis.push(performance.now() - began);
      bytes += answer.body.length;
      if (answer.status !== order.status) throw new Error(`${wanted.path}: ${answer.status} instead of ${order.status}: ${answer.body.toString('utf8').slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: order.connections }, connection));
  } finally {
    agent.destroy();
    await database?.end();
  }
  return { millis, bytes };
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
