import { join } from 'node:path';
import { FolderStore } from './folder-store';
import { ObjectStore } from './object-store';
import { S3Store } from './s3-store';

/** The two settings that decide where bytes are kept (SPEC 18). */
export interface StorageSettings {
  /** `s3://key:secret@host:port/bucket?tls=0`, or nothing for a folder. */
  storageUrl?: string | null;
  /** DATA_DIR; the folder is `<dataDir>/files`. */
  dataDir: string;
}

/** The installation's store: S3 when `storageUrl` is set, else the folder `<dataDir>/files`, swept of half-written files. */
export async function openObjectStore({ storageUrl, dataDir }: StorageSettings): Promise<ObjectStore> {
  return storageUrl ? new S3Store(storageUrl) : FolderStore.open(join(dataDir, 'files'));
}
