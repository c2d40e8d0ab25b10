import { writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { onSite } from '../installation';
import type { Lab } from '../lab';
import { call } from '../measure/call';
import { compare } from '../measure/compare';
import type { Outcome } from '../report';
import { ratio, time, told } from './words';

/** Headers that belong to one connection or one moment, not to the answer. */
const ofTheMoment = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];
const connections = 8;

/** A unit's home page that is kept, warm, against bare Fastify that sends the same bytes with the same headers. */
export async function cachedPage(lab: Lab): Promise<Outcome> {
  const demo = await lab.demo();
  const server = await demo.serve({ DEMO: 'seeds' });
  const headers = onSite('kapho');
  const home = { port: server.port, path: '/', headers };
  await call(home);
  const page = await call(home);
  if (page.headers['content-encoding'] !== 'gzip') throw new Error('the page did not come compressed');
  const kept = Object.fromEntries(Object.entries(page.headers).filter(([name]) => !ofTheMoment.includes(name)));
  const file = demo.file('answer.json');
  writeFileSync(file, JSON.stringify({ headers: kept, body: page.body.toString('base64') }));
  const floor = await demo.floor('fastify-floor', { BENCH_ANSWER: file });
  const load = () => ({ calls: [{ path: '/' }], count: lab.sizes.requests, connections, headers });
  const seen = await compare(lab.generator, { page: { process: server, load }, floor: { process: floor, load } }, lab.sizes.rounds);
  await Promise.all([server.end(), floor.end()]);
  return {
    name: 'cached-page',
    how: `Home page of Kapho in the demo, asked for over ${connections} kept connections with gzip.`,
    findings: [
      ratio('cached citizen page against bare Fastify', seen.page, seen.floor, 1.5),
      told('the page', `${page.body.length} bytes as it travels, ${gunzipSync(page.body).length} of HTML`),
      time(`one call, ${connections} at a time`, seen.page.millis),
    ],
  };
}
