import type { TestServer } from './test-server';

interface Kept {
  server: TestServer;
  embedded: { stop(): Promise<void> } | null;
}

const place = globalThis as { prongsaiTests?: Kept };

/** Set-up and teardown are loaded apart, in one process: what the one opened the other finds here. */
export function keepForTeardown(kept: Kept): void {
  place.prongsaiTests = kept;
}

/** What set-up opened; undefined when it failed before. */
export function keptForTeardown(): Kept | undefined {
  return place.prongsaiTests;
}
