import type { FilePolicyView, FileView } from '@prongsai/kernel/contracts';
import { asProblem, callApi, connection, uploadFile, whenConnectionChanges } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { wrongWithFile } from './file-check';
import { shrinkImage } from './shrink-image';
import { UploadQueue, type Sending } from './upload-queue';

/** The uploads of one form; `onStored` hears each stored file and which one it takes the place of. */
export function useUploads(slug: string, onStored: (file: FileView, replaces: string | null) => void): { queue: UploadQueue; sendings: readonly Sending[]; maxBytes: number | undefined } {
  const { data: policy } = useQuery({
    queryKey: ['policies', 'files'], staleTime: Infinity,
    queryFn: ({ signal }) => callApi<FilePolicyView>('GET', '/policies/files', undefined, signal),
  });
  const known = useRef(policy);
  known.current = policy;
  const stored = useRef(onStored);
  stored.current = onStored;
  const [queue] = useState(() => new UploadQueue({
    send: (file, onProgress) => uploadFile(slug, file, onProgress),
    isOnline: () => connection() !== 'offline',
    check: (file) => wrongWithFile(file, known.current),
    shrink: async (file) => (known.current ? shrinkImage(file, known.current.maxBytes) : null),
    asProblem,
    wait: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    onStored: (file, replaces) => stored.current(file, replaces),
  }));
  const sendings = useSyncExternalStore(queue.subscribe, queue.snapshot);
  useEffect(() => {
    const stop = whenConnectionChanges(() => queue.lineChanged());
    return () => {
      stop();
      queue.close();
    };
  }, [queue]);
  return { queue, sendings, maxBytes: policy?.maxBytes };
}
