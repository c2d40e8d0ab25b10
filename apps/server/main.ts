import 'reflect-metadata';
import { readSettings } from '@prongsai/platform/config';
import { createLogger } from '@prongsai/platform/observability';
import { startServer } from './start-server';

async function main(): Promise<void> {
  const log = createLogger();
  const server = await startServer(readSettings(process.env), log);
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    // What does not end in time is cut off: SIGTERM promises an end within 15 seconds.
    setTimeout(() => process.exit(1), 14_000).unref();
    server.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
