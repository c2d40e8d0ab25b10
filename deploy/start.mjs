// `npm start`: installs and builds what is missing or has changed, then becomes the server. Node.js built-ins only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { checkNode, installWhenNeeded, root } from './install.mjs';

checkNode();
installWhenNeeded();

const { partsToBuild } = await import('./build.mjs');
if (partsToBuild().length > 0) {
  console.log('กำลังสร้างโปรแกรม … / Building …');
  // In a process of its own, so that no compiler stays in the server's memory.
  const { status } = spawnSync(process.execPath, [join(root, 'deploy/build.mjs')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

// npm runs us below a shell, which dies of the SIGTERM that npm passes on and tells nobody; and npm may be killed itself.
// Either way our ancestors change, and the server is asked to end as if the signal had reached it.
if (process.env.npm_lifecycle_event === 'start') {
  const begun = ancestors();
  setInterval(() => {
    if (ancestors() !== begun) process.kill(process.pid, 'SIGTERM');
  }, 200).unref();
}

function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'latin1');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}

// The server takes over this process instead of running below it: signals, standard streams and exit code are its own,
// and whoever kills this process has killed the server and not left it behind on its port.
const main = join(root, 'dist/apps/server/main.js');
process.setSourceMapsEnabled(true);
process.argv.splice(1, 1, main);
createRequire(main)(main);
