// Builds what has changed: `npm run build`. The server part is compiled by swc, file by file, to CommonJS in dist/; the
// console by Vite to dist/apps/console. Types are not looked at here (npm test does).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import { checkNode, installWhenNeeded, root } from './install.mjs';

const dist = join(root, 'dist');
const recordFile = join(dist, '.build.json');
const common = ['tsconfig.base.json', 'package.json', 'package-lock.json', 'deploy/build.mjs'];

const parts = {
  server: { folders: ['apps/server', 'apps/cli', 'apps/bench', 'libs'], without: ['libs/console', 'libs/testing'], output: 'dist/apps/server/main.js', build: buildServer },
  console: { folders: ['apps/console', 'libs/console', 'libs/kernel'], without: [], output: 'dist/apps/console/index.html', build: buildConsole, needs: 'apps/console/vite.config.mjs' },
};

/** The parts whose sources differ from what dist/ was built from, with the hash of those sources. */
export function partsToBuild() {
  const record = readRecord();
  return Object.entries(parts)
    .filter(([, part]) => !part.needs || existsSync(join(root, part.needs)))
    .map(([name, part]) => ({ name, ...part, files: sources(part) }))
    .map((part) => ({ ...part, hash: hashOf(part.files) }))
    .filter((part) => record[part.name] !== part.hash || !existsSync(join(root, part.output)));
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(recordFile, 'utf8'));
  } catch {
    return {};
  }
}

function keepRecord(record) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(`${recordFile}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${recordFile}.new`, recordFile);
}

/** Paths below the repository with forward slashes, in a fixed order; specs are no part of what is built. */
function sources({ folders, without }) {
  const found = [];
  const walk = (folder) => {
    if (without.includes(folder) || !existsSync(join(root, folder))) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(path);
      else if (entry.isFile() && !/(\.spec\.tsx?|\.d\.ts|\/project\.json|\/tsconfig[^/]*\.json)$/.test(path)) found.push(path);
    }
  };
  folders.forEach(walk);
  return found.sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...common, ...files]) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

/** Everything is compiled before anything is written, so that a mistake in the source leaves the last build in place. */
async function buildServer(files) {
  const { transform } = await import('@swc/core');
  const aliases = pathAliases();
  const outputs = new Map();
  const mistakes = [];
  await Promise.all(
    files.map(async (file) => {
      const source = readFileSync(join(root, file));
      if (!/\.tsx?$/.test(file)) return void outputs.set(file, source);
      const target = file.replace(/\.tsx?$/, '.js');
      try {
        const { code, map } = await transform(source.toString('utf8'), swcOptions(file));
        outputs.set(target, `${withRelativePaths(code, target, aliases)}//# sourceMappingURL=${posix.basename(target)}.map\n`);
        outputs.set(`${target}.map`, map);
      } catch (error) {
        mistakes.push(`${file}\n${error.message}`);
      }
    }),
  );
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));

  for (const [path, content] of outputs) writeWhenChanged(join(dist, path), content);
  for (const folder of parts.server.folders) removeOthers(join(dist, folder), outputs);
  return `${outputs.size} files`;
}

function swcOptions(file) {
  return {
    filename: join(root, file),
    sourceFileName: relative(dirname(join(dist, file)), join(root, file)),
    sourceMaps: true,
    swcrc: false,
    configFile: false,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', tsx: file.endsWith('.tsx'), decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'commonjs' },
  };
}

/** The path aliases of tsconfig.base.json: alias → compiled file below dist/. */
function pathAliases() {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8'));
  return new Map(Object.entries(compilerOptions.paths).map(([alias, [file]]) => [alias, posix.normalize(file).replace(/\.tsx?$/, '.js')]));
}

function withRelativePaths(code, from, aliases) {
  return code.replace(/\brequire(\.resolve)?\((["'])(@prongsai\/[^"']+)\2/g, (all, resolver = '', quote, alias) => {
    const target = aliases.get(alias);
    if (!target) throw new Error(`${alias} is not among the paths of tsconfig.base.json`);
    const path = posix.relative(posix.dirname(from), target);
    return `require${resolver}(${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}

function writeWhenChanged(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function removeOthers(folder, outputs) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeOthers(path, outputs);
    else if (!outputs.has(relative(dist, path).split(sep).join('/'))) rmSync(path);
  }
}

async function buildConsole() {
  const folder = join(root, 'node_modules/vite');
  const vite = join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.vite);
  const args = [vite, 'build', join(root, 'apps/console'), '--outDir', join(dist, 'apps/console'), '--emptyOutDir', '--logLevel', 'warn'];
  // Whoever builds, tests too: the console that people get is never React's development build.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('vite could not build the console, see above');
  return 'by vite';
}

/** Builds the parts that need it; prints one line for each. Throws with the compiler's words. */
export async function build() {
  for (const { name, needs } of Object.entries(parts).map(([key, part]) => ({ name: key, ...part }))) {
    if (needs && !existsSync(join(root, needs))) console.log(`build: ${name} left out, there is no ${needs}`);
  }
  for (const { name, files, hash, build: run } of partsToBuild()) {
    const began = performance.now();
    keepRecord({ ...readRecord(), [name]: undefined });
    const done = await run(files);
    keepRecord({ ...readRecord(), [name]: hash });
    console.log(`build: ${name}, ${done}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === join(root, 'deploy', 'build.mjs')) {
  checkNode();
  installWhenNeeded();
  try {
    await build();
  } catch (error) {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  }
}
