export { openTestDatabase } from './test-database';
export type { Ask, Row, RowSettings, TestDatabase } from './test-database';
export { openRooms, testSettings } from './test-rooms';
export type { TestRooms } from './test-rooms';
export { startKillableWorker } from './killable-worker';
export type { KillableWorker } from './killable-worker';
