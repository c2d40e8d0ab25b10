import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { networkPath, tenantPath } from './api';
import { networkKey, tenantKey } from './tenant-data';

/** Changes of one moment are asked for together. */
const gatherMs = 150;
const againMs = 5_000;
/** A stream that opens later than this after the screen may have missed something that the screen does not show. */
const soonMs = 1_000;

/** What travels between the windows of one browser. */
type Told = { kinds: string[] } | { ready: true };

/** Keeps the screens of a unit fresh: what changes in any window, here or elsewhere, is read again within a second. */
export function useLiveTenant(slug: string, isMember: boolean): void {
  const client = useQueryClient();
  useEffect(() => (slug && isMember ? listen(tenantPath(slug, 'live'), (told) => refresh(client, told, tenantKey(slug), tenantKey(slug, 'notices'))) : undefined), [client, slug, isMember]);
}

/** The same for the screens of a network. */
export function useLiveNetwork(network: string, isHeld: boolean): void {
  const client = useQueryClient();
  useEffect(() => (network && isHeld ? listen(networkPath(network, 'live'), (told) => refresh(client, told, networkKey(network), networkKey(network))) : undefined), [client, network, isHeld]);
}

function refresh(client: QueryClient, told: Told, all: unknown[], notices: unknown[]): void {
  const isNoticeAlone = 'kinds' in told && told.kinds.every((kind) => kind === 'notice');
  void client.invalidateQueries({ queryKey: isNoticeAlone ? notices : all });
}

/**
 * Listens to one stream for all windows of this browser: the first window holds it, the others are told by it, and the
 * next takes over when it closes. Answers how to stop.
 */
function listen(path: string, hear: (told: Told) => void): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(`prongsai${path}`);
  const gathered = gather(hear);
  const began = performance.now();
  channel.onmessage = ({ data }: MessageEvent<Told>) => gathered(data);
  const tell = (told: Told) => {
    gathered(told);
    channel.postMessage(told);
  };
  const hold = () => new Promise<void>((done) => {
    const close = openStream(path, tell, () => performance.now() - began < soonMs);
    stop.signal.addEventListener('abort', () => {
      close();
      done();
    });
  });
  // Without locks (an old browser, no TLS) each window listens for itself.
  const { locks } = navigator as { locks?: LockManager };
  void (locks ? locks.request(`prongsai${path}`, { signal: stop.signal }, hold) : hold()).catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

/** A stream that is asked for again when it ends; the browser does so by itself unless it was refused. */
function openStream(path: string, tell: (told: Told) => void, isSoon: () => boolean): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirst = true;
  const open = () => {
    source = new EventSource(`/api/v1${path}`);
    source.addEventListener('ready', () => {
      // What is on screen now was read a moment ago; after a gap it is read again.
      if (!isFirst || !isSoon()) tell({ ready: true });
      isFirst = false;
    });
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Told));
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, againMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

function gather(hear: (told: Told) => void): (told: Told) => void {
  let kinds: Set<string> | null = null;
  let isAll = false;
  return (told) => {
    if ('ready' in told) isAll = true;
    if (kinds) return void ('kinds' in told && told.kinds.forEach((kind) => kinds?.add(kind)));
    kinds = new Set('kinds' in told ? told.kinds : []);
    setTimeout(() => {
      const all = [...(kinds ?? [])];
      hear(isAll ? { ready: true } : { kinds: all });
      kinds = null;
      isAll = false;
    }, gatherMs);
  };
}
