import { addPublications } from '../data/fill-province';
import { openUnits, putOnline, unitCount, unitSlug } from '../data/open-units';
import { onSite, signIn } from '../installation';
import type { Lab } from '../lab';
import { compare } from '../measure/compare';
import type { MeasuredProcess } from '../measure/measured-process';
import type { Outcome } from '../report';
import { ratio, told } from './words';

const few = 30;
/** Items of each unit, so that its pages are those of a living site. */
const items = 20;
const connections = 8;

/** Home pages of many warm units in one process against those of 30 in another, and what a warm unit holds of memory. */
export async function thousandTenants(lab: Lab): Promise<Outcome> {
  const { installation, slug, admin } = await lab.network('bench');
  const { tenants, requests, rounds } = lab.sizes;
  const opening = await installation.serve();
  const there = await unitCount(installation);
  if (there < tenants) await openUnits(lab, opening, slug, await signIn(opening, admin), there + 1, tenants + 1);
  await opening.end();
  await putOnline(installation);
  const [made] = await installation.ask('select 1 from publication limit 1');
  if (!made) await addPublications(installation, 1, items);
  await installation.ask('vacuum analyze');

  const [crowded, quiet] = [await installation.serve(), await installation.serve()];
  const homes = (count: number) => Array.from({ length: count }, (_, index) => ({ path: '/', headers: onSite(unitSlug(index + 1)) }));
  const visit = (process: MeasuredProcess, count: number, times: number) =>
    lab.generator.send({ port: process.port, calls: homes(count), count: count * times, connections, headers: {} });
  await visit(crowded, few, 3);
  // Code that is compiled and connections that are opened in the first visits are nobody's in particular.
  await visit(crowded, few, Math.ceil(requests / few));
  const before = await crowded.memory();
  await visit(crowded, tenants, 2);
  const perUnit = (await crowded.memory() - before) / 1024 / (tenants - few);
  const load = (count: number) => () => ({ calls: homes(count), count: requests, connections, headers: {} });
  const seen = await compare(lab.generator, { many: { process: crowded, load: load(tenants) }, few: { process: quiet, load: load(few) } }, rounds);
  await Promise.all([crowded.end(), quiet.end()]);
  return {
    name: 'thousand-tenants',
    how: `Home pages of ${tenants} units with ${items} items each, in turn, in one process; of ${few} of them in another. Memory is what JavaScript holds after a collection, buffers included.`,
    findings: [
      ratio(`page with ${tenants} warm units against ${few}`, seen.many, seen.few, 1.1),
      { what: 'memory for each warm unit', limit: '<= 100 KB', result: `${perUnit.toFixed(1)} KB`, isMet: perUnit <= 100 },
      told('all of the process', `${(before / 1024 / 1024).toFixed(0)} MB with ${few} warm units`),
    ],
  };
}
