import { openUnits, unitCount } from '../data/open-units';
import { signIn, type Installation } from '../installation';
import type { Lab } from '../lab';
import { median, noise } from '../measure/statistics';
import type { Outcome } from '../report';
import { time, told } from './words';

/** Opened before the measuring begins, so that code is compiled and connections are there. */
const warmUp = 20;
const series = 3;

/** Units opened by the ordinary route, one after the other, and what each leaves in the database. */
export async function newTenant(lab: Lab): Promise<Outcome> {
  const { installation, slug, admin } = await lab.network('bench');
  const server = await installation.serve();
  const headers = await signIn(server, admin);
  let next = (await unitCount(installation)) + 1;
  await openUnits(lab, server, slug, headers, next, (next += warmUp));
  const [before, catalogueBefore] = [await sizeOf(installation), await catalogueOf(installation)];
  const millis: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < series; round++) {
    const began = await server.cpu();
    const result = await openUnits(lab, server, slug, headers, next, (next += lab.sizes.opens));
    cpu.push(((await server.cpu()) - began) / lab.sizes.opens);
    millis.push(median(result.millis));
  }
  await doJobs(installation);
  const grown = ((await sizeOf(installation)) - before) / 1024 / (series * lab.sizes.opens);
  const catalogue = (await catalogueOf(installation)) - catalogueBefore;
  await server.end();
  return {
    name: 'new-tenant',
    how: `POST …/tenants by a network's administrator, ${series} series of ${lab.sizes.opens} one after the other: the whole call with its categories. The unit's first judging is the worker's, and counts in the growth.`,
    findings: [
      time('opening a unit', Math.min(...millis), 10),
      { what: 'growth of the database for each', limit: '<= 50 KB', result: `${grown.toFixed(1)} KB`, isMet: grown <= 50 },
      { what: 'new entries in the catalogue', limit: '0', result: String(catalogue), isMet: catalogue === 0 },
      told('every series', millis.map((one) => `${one.toFixed(1)} ms`).join(', ')),
      told('CPU of the process', `${median(cpu).toFixed(0)} ms for 1,000 (±${Math.round(noise(cpu) * 50)} %)`),
    ],
  };
}

/** Lets a worker do what the openings asked for. */
async function doJobs(installation: Installation): Promise<void> {
  const worker = await installation.serve({ ROLES: 'worker' });
  const left = async () => Number((await installation.ask(`select count(*) as n from graphile_worker.jobs where task_identifier = 'judge-compliance'`))[0]?.['n']);
  for (const until = performance.now() + 300_000; (await left()) > 0 && performance.now() < until; ) await new Promise((again) => setTimeout(again, 500));
  if ((await left()) > 0) throw new Error('the worker has not done its jobs in five minutes');
  await worker.end();
}

async function sizeOf(installation: Installation): Promise<number> {
  const [row] = await installation.ask('select pg_database_size(current_database())::text as bytes');
  return Number(row?.['bytes']);
}

/** How many tables, columns, functions, policies, triggers, schemas and roles there are. */
async function catalogueOf(installation: Installation): Promise<number> {
  const [row] = await installation.ask(
    `select ${['class', 'attribute', 'proc', 'policy', 'trigger', 'constraint', 'namespace', 'roles', 'type'].map((name) => `(select count(*) from pg_${name})`).join(' + ')} as n`,
  );
  return Number(row?.['n']);
}
