import type { VersionFile } from './publication.entity';

export interface ChangedFile {
  change: 'same' | 'added' | 'removed';
  file: Pick<VersionFile, 'fileId' | 'name' | 'size' | 'storageKey'>;
}

/** Which files stayed, by their bytes and not their names, which came, and last which went. Each copy counts for one. */
export function changedFiles(before: ReadonlyArray<ChangedFile['file']>, after: ReadonlyArray<ChangedFile['file']>): ChangedFile[] {
  const left = [...before];
  const now = after.map((file): ChangedFile => {
    // The store names bytes by their hash.
    const same = left.findIndex((old) => old.storageKey === file.storageKey);
    if (same < 0) return { change: 'added', file };
    left.splice(same, 1);
    return { change: 'same', file };
  });
  return [...now, ...left.map((file): ChangedFile => ({ change: 'removed', file }))];
}
