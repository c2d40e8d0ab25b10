import { useSyncExternalStore } from 'react';

/** Whether the server can be reached: the device has no signal (`offline`), or has one and nothing answers (`silent`). */
export type Connection = 'online' | 'offline' | 'silent';

const askAgainMs = 5_000;
const listeners = new Set<() => void>();
let isSilent = false;
let timer: ReturnType<typeof setTimeout> | undefined;

function read(): Connection {
  if (globalThis.navigator?.onLine === false) return 'offline';
  return isSilent ? 'silent' : 'online';
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** An answer came, of whatever kind. */
export function heardServer(): void {
  clearTimeout(timer);
  if (!isSilent) return;
  isSilent = false;
  tell();
}

/** No answer came: from now on the server is asked every few seconds until it answers. */
export function missedServer(): void {
  if (!isSilent) {
    isSilent = true;
    tell();
  }
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), askAgainMs);
}

async function ask(): Promise<void> {
  try {
    const { ok } = await fetch('/readyz', { cache: 'no-store' });
    if (ok) heardServer();
    else missedServer();
  } catch {
    missedServer();
  }
}

/** Calls `listener` whenever the line comes or goes; answers how to stop. */
export function whenConnectionChanges(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** The line to the server as it is now. */
export function connection(): Connection {
  return read();
}

/** The same for a component, which is drawn again when it changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(whenConnectionChanges, read);
}
