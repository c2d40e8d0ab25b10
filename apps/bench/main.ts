import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Lab } from './lab';
import { wishesOf, type Sizes } from './options';
import { sectionOf, tableOf, withSections, type Circumstances, type Outcome } from './report';
import { apiCall } from './scenarios/api-call';
import { cachedPage } from './scenarios/cached-page';
import { dashboard } from './scenarios/dashboard';
import { newTenant } from './scenarios/new-tenant';
import { pdf } from './scenarios/pdf';
import { thousandTenants } from './scenarios/thousand-tenants';
import { uncachedPage } from './scenarios/uncached-page';

const benches: Record<string, (lab: Lab) => Promise<Outcome>> = {
  'cached-page': cachedPage, 'uncached-page': uncachedPage, 'new-tenant': newTenant, 'thousand-tenants': thousandTenants, dashboard, 'api-call': apiCall, pdf,
};
const file = path.resolve(__dirname, '../../../docs/measurements.md');
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(words: readonly string[]): Promise<boolean> {
  const { names, sizes, isWritten } = wishesOf(words, Object.keys(benches));
  const lab = new Lab(sizes, say);
  // What is left behind otherwise: servers that go on listening, and folders of gigabytes.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void lab.close().finally(() => process.exit(130)));
  const sections = new Map<string, string>();
  let isAllMet = true;
  try {
    for (const name of names) {
      say(`${name} …`);
      const before = os.loadavg()[0] ?? 0;
      const outcome = await (benches[name] as (lab: Lab) => Promise<Outcome>)(lab);
      const at = circumstances(sizes, before, await lab.postgresVersion());
      say(`${tableOf(outcome)}\n  (load average ${at.load}; ${at.sizes})\n`);
      sections.set(name, sectionOf(outcome, at));
      isAllMet &&= outcome.findings.every(({ isMet }) => isMet !== false);
    }
  } finally {
    await lab.close();
  }
  if (isWritten) writeFileSync(file, withSections(existsSync(file) ? readFileSync(file, 'utf8') : '', sections));
  return isAllMet;
}

function circumstances(sizes: Sizes, loadBefore: number, postgres: string): Circumstances {
  return {
    day: new Date().toISOString().slice(0, 10), cores: os.availableParallelism(), node: process.versions.node, postgres,
    load: `${loadBefore.toFixed(1)} to ${(os.loadavg()[0] ?? 0).toFixed(1)}`,
    sizes: Object.entries(sizes).map(([name, size]) => `${name} ${size.toLocaleString('en')}`).join(', '),
  };
}

main(process.argv.slice(2)).then(
  (isAllMet) => {
    process.exitCode = isAllMet ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
