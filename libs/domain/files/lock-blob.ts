import type { EntityManager } from 'typeorm';

/** Keeps one blob to this transaction until its end: keeping it and sweeping it away must not cross. */
export async function lockBlob(manager: EntityManager, storageKey: string): Promise<void> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [storageKey]);
}
