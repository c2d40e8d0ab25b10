import { rmSync } from 'node:fs';
import { keptForTeardown } from './global-state';
import { runOnce } from './test-server';

/** After all tests: stops the embedded server, or drops this run's clones from the one that was given. */
export default async function tearDown(): Promise<void> {
  const kept = keptForTeardown();
  if (!kept) return;
  const { server, embedded } = kept;
  try {
    if (embedded) {
      await embedded.stop();
      return;
    }
    const clones = await runOnce(server.url, 'select datname from pg_database where starts_with(datname, $1)', [server.clonePrefix]);
    for (const { datname } of clones) await runOnce(server.url, `drop database "${String(datname)}" with (force)`);
  } finally {
    rmSync(server.dataDir, { recursive: true, force: true });
  }
}
