// What must be in place before anything of ours can run: Node.js, and the packages of package-lock.json.
// Only what Node.js itself brings may be imported here.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.prongsai-lock');
const required = [20, 19];

/** Ends the process with a sentence in Thai and English when this Node.js is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > required[0] || (major === required[0] && minor >= required[1])) return;
  const wanted = required.join('.');
  console.error(`โปร่งใสต้องใช้ Node.js รุ่น ${wanted} ขึ้นไป แต่เครื่องนี้เป็นรุ่น ${process.versions.node} โปรดติดตั้งรุ่นใหม่จาก nodejs.org แล้วเริ่มอีกครั้ง`);
  console.error(`Prongsai needs Node.js ${wanted} or later; this is ${process.versions.node}. Install a newer one from nodejs.org and start again.`);
  process.exit(1);
}

/** Runs `npm ci` unless node_modules already holds what package-lock.json says. */
export function installWhenNeeded() {
  const lock = readFileSync(lockFile);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash) return;
  if (!isInstalled(JSON.parse(lock.toString('utf8')))) {
    console.log('กำลังติดตั้งส่วนประกอบ (npm ci) … / Installing packages (npm ci) …');
    runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  writeFileSync(stampFile, `${hash}\n`);
}

/** True when npm's own record of node_modules agrees with the lock file, as after somebody's own `npm ci`. */
function isInstalled(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const isSame = ([path, wanted]) => {
    const found = installed[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return found.version === wanted.version && found.integrity === wanted.integrity && existsSync(join(root, path));
  };
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  return wanted.every(isSame) && Object.keys(installed).every((path) => path in lock.packages);
}

function runNpm(args) {
  // Under `npm start` this very npm is used again, wherever it lies.
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error(`npm ci ไม่สำเร็จ ดูข้อความด้านบน / npm ci failed, see above${result.error ? `: ${result.error.message}` : ''}`);
  process.exit(result.status ?? 1);
}
