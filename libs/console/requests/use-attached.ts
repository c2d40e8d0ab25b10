import type { FileView } from '@prongsai/kernel/contracts';
import { callApi, tenantPath } from '@prongsai/console/ui';
import { useEffect, useState } from 'react';
import { withStored } from './attached';

/** While the virus scanner is at work, files are asked for again this often. */
const againMs = 3_000;

/**
 * The files that the draft names, with what is known of each. A name whose facts are not here (text that was kept on this
 * device) is asked for. `fileIds` of the draft decide; `current` reads them as they are now.
 */
export function useAttached(slug: string, known: readonly FileView[], fileIds: readonly string[], current: () => readonly string[], change: (fileIds: string[]) => void) {
  const [facts, setFacts] = useState<ReadonlyMap<string, FileView>>(() => new Map(known.map((file) => [file.id, file])));
  const missing = fileIds.filter((id) => !facts.has(id)).join(',');
  useEffect(() => {
    for (const id of missing.split(',').filter(Boolean)) {
      callApi<FileView>('GET', tenantPath(slug, 'files', id)).then((file) => setFacts((all) => new Map(all).set(id, file)), () => undefined);
    }
  }, [slug, missing]);
  const checking = fileIds.filter((id) => facts.get(id)?.state === 'checking').join(',');
  useEffect(() => {
    if (!checking) return undefined;
    const timer = setInterval(() => {
      for (const id of checking.split(',')) {
        callApi<FileView>('GET', tenantPath(slug, 'files', id)).then((file) => { if (file.state !== 'checking') setFacts((all) => new Map(all).set(id, file)); }, () => undefined);
      }
    }, againMs);
    return () => clearInterval(timer);
  }, [slug, checking]);
  return {
    files: fileIds.flatMap((id) => facts.get(id) ?? []),
    store(file: FileView, replaces: string | null): void {
      setFacts((all) => new Map(all).set(file.id, file));
      change(withStored(current(), file.id, replaces));
    },
    remove(id: string): void {
      change(current().filter((one) => one !== id));
    },
    reset(files: readonly FileView[]): void {
      setFacts((all) => new Map([...all, ...files.map((file) => [file.id, file] as const)]));
    },
  };
}
