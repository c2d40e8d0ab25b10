import { fiscalYearOf } from '@prongsai/kernel/thai';
import { addPublications, addRequirementsAndReports } from '../data/fill-province';
import { openUnits, putOnline, unitSlug } from '../data/open-units';
import { signIn, type Installation } from '../installation';
import type { Lab } from '../lab';
import { call } from '../measure/call';
import { median } from '../measure/statistics';
import type { Finding, Outcome } from '../report';
import { time, told } from './words';

const network = 'province';
const series = 5;
const callsOfSeries = 20;

/**
 * The province's dashboard over a province as large as SPEC 19 says, and again with twice the publications. Units are opened by
 * their route; requirements, reports and publications are put in by SQL, and the summaries are made by the product's own trigger.
 */
export async function dashboard(lab: Lab): Promise<Outcome> {
  const { installation, admin } = await lab.network(network);
  const { units, requirements, publications } = lab.sizes;
  const server = await installation.serve();
  const headers = await signIn(server, admin);
  lab.say(`opening ${units} units …`);
  await openUnits(lab, server, network, headers, 1, units + 1);
  await putOnline(installation);
  await addRequirementsAndReports(installation, fiscalYearOf(new Date()), requirements);

  const path = `/api/v1/networks/${network}`;
  const ask = async (what: string, address: string, limit: number, share: number): Promise<Finding> => {
    const medians: number[] = [];
    const began = await server.cpu();
    for (let round = 0; round <= series; round++) {
      const { millis } = await lab.generator.send({ port: server.port, calls: [{ path: `${path}/${address}` }], count: Math.ceil(callsOfSeries * share), headers });
      if (round > 0) medians.push(median(millis));
    }
    const cpu = ((await server.cpu()) - began) / 1000 / (series + 1) / Math.ceil(callsOfSeries * share);
    const finding = time(what, Math.min(...medians), limit);
    return { ...finding, result: `${finding.result} (every series ${medians.map((one) => one.toFixed(one < 10 ? 1 : 0)).join(', ')}; ${cpu.toFixed(1)} ms of CPU)` };
  };
  const findings: Finding[] = [];
  const each = Math.ceil(publications / units);
  for (const times of [1, 2]) {
    lab.say(`adding ${(each * units).toLocaleString('en')} publications …`);
    await addPublications(installation, (times - 1) * each + 1, times * each);
    await installation.ask('checkpoint');
    const before = await scansOf(installation);
    const among = `${(times * each * units).toLocaleString('en')} publications`;
    findings.push(
      await ask(`counts, ${among}`, 'compliance/counts', 50, 2),
      await ask(`matrix, ${among}`, 'compliance', 80, 1),
      await ask(`one unit, ${among}`, `tenants/${unitSlug(Math.ceil(units / 2))}`, 5, 4),
    );
    const scans = (await scansOf(installation)) - before;
    findings.push({ what: `scans of publication tables meanwhile, ${among}`, limit: '0', result: String(scans), isMet: scans === 0 });
  }
  const matrix = await call({ port: server.port, path: `${path}/compliance`, headers });
  await server.end();
  return {
    name: 'dashboard',
    how: `A province of ${units} units with ${requirements} requirements each, read over HTTP by its administrator, one call at a time.`,
    findings: [...findings, told('the matrix as it travels', `${(matrix.body.length / 1024).toFixed(0)} KB`)],
  };
}

/** How often any table of publications has been read since the statistics began; an idle connection tells after ten seconds. */
async function scansOf(installation: Installation): Promise<number> {
  await new Promise((told) => setTimeout(told, 11_000));
  await installation.ask('select pg_stat_clear_snapshot()');
  const [row] = await installation.ask(`select sum(seq_scan + coalesce(idx_scan, 0))::int as n from pg_stat_user_tables where relname like 'publication%'`);
  return Number(row?.['n']);
}
