export {
  blobKey, checkKey, OBJECT_STORE, ObjectKeyInvalid, ObjectMissing, paperKey, previewPrefix, quarantineKey, RangeOutside, StorageUnavailable,
} from './object-store';
export type { ByteRange, ObjectFacts, ObjectStore, PutMeta, StoredObject } from './object-store';
export { FolderStore } from './folder-store';
export { parseStorageUrl, S3Store } from './s3-store';
export { openObjectStore } from './open-object-store';
export type { StorageSettings } from './open-object-store';
export { StorageModule } from './storage.module';
