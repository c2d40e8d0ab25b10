// `npm test` (types, lint, every spec but the deep ones) and `npm run test:deep` (the deep ones alone).
// Ends with one line: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkNode, installWhenNeeded, root } from './install.mjs';

const isDeep = process.argv.includes('--deep');
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
/** How long Jest may take to end once its results are written; after that something of ours keeps running. */
const graceMs = 60_000;

/** The file of a package's program. */
function bin(name) {
  const folder = join(root, 'node_modules', name === 'tsc' ? 'typescript' : name);
  const { bin: file } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof file === 'string' ? file : file[name]);
}

/** Runs a program of node_modules and resolves to {status, output}; what it says is kept, and shown too when `isShown`. */
function run(args, { isShown = false, onStart = () => undefined } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        said.push(bytes);
        if (isShown) process.stdout.write(bytes);
      });
    }
    onStart(child);
    child.on('error', (error) => resolve({ status: 1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(said).toString('utf8') }));
  });
}

/** One check, counted once: its words are printed when it fails. */
async function check(name, work) {
  const began = performance.now();
  const { status, output } = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  if (status !== 0) console.log(output.trimEnd());
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function typecheck() {
  const projects = ['tsconfig.json', 'apps/console/tsconfig.json'].filter((file) => existsSync(join(root, file)));
  const results = [];
  for (const project of projects) results.push(await run([bin('tsc'), '-p', project, '--noEmit']));
  return { status: results.every(({ status }) => status === 0) ? 0 : 1, output: results.map(({ output }) => output).join('') };
}

/** The boundary rule reads Nx's project graph, and lets everything pass when there is none: so it is made first. */
async function lint() {
  const graph = await run([bin('nx'), 'show', 'projects']);
  if (graph.status !== 0) return graph;
  const { status, output } = await run([bin('eslint'), '.']);
  return { status: output.includes('No cached ProjectGraph') ? 1 : status, output };
}

async function jest() {
  const folder = mkdtempSync(join(tmpdir(), 'prongsai-test-'));
  const resultFile = join(folder, 'results.json');
  const chosen = isDeep ? ['--passWithNoTests', '--testPathPatterns', '\\.deep\\.spec\\.tsx?$'] : ['--testPathIgnorePatterns', '/node_modules/', '\\.deep\\.spec\\.tsx?$'];
  const args = [bin('jest'), '--rootDir', root, '--maxWorkers', '2', '--json', '--outputFile', resultFile, ...chosen];
  let isHanging = false;
  let timer;
  const watch = (child) => {
    let writtenAt;
    timer = setInterval(() => {
      if (writtenAt === undefined && existsSync(resultFile)) writtenAt = performance.now();
      if (writtenAt === undefined || performance.now() - writtenAt < graceMs) return;
      isHanging = true;
      child.kill('SIGKILL');
    }, 1000);
  };
  try {
    const { status } = await run(args, { isShown: true, onStart: watch });
    const results = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
    return countJest(status, results, isHanging);
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

function countJest(status, results, isHanging) {
  const passed = results?.numPassedTests ?? 0;
  let failed = (results?.numFailedTests ?? 0) + (results?.numRuntimeErrorTestSuites ?? 0);
  if (isHanging) {
    console.log('FAILED: the tests are done, but Jest did not end by itself: something they opened keeps running');
    failed += 1;
  } else if (status !== 0 && failed === 0) {
    console.log(`FAILED: Jest ended with ${status} although no test failed`);
    failed = 1;
  }
  if (results && results.numPendingTests + results.numTodoTests > 0) console.log(`left out by the tests themselves: ${results.numPendingTests + results.numTodoTests}`);
  return { passed, failed };
}

checkNode();
installWhenNeeded();

const counts = [];
const built = await check('build', () => build().then(() => ({ status: 0, output: '' }), (error) => ({ status: 1, output: error.message })));
if (built.failed > 0) counts.push(built);
if (!isDeep) counts.push(...(await Promise.all([check('types', typecheck), check('lint and boundaries', lint)])));
counts.push(await jest());

const sum = (kind) => counts.reduce((total, count) => total + count[kind], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
