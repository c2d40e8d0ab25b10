import './resolve-rooms';
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareDatabase, startEmbeddedPostgres } from '@prongsai/platform/db';
import { loadProfiles } from '@prongsai/domain/taxonomy';
import { keepForTeardown } from './global-state';
import tearDown from './global-teardown';
import { announce, hashOfMigrations, onDatabase, runOnce } from './test-server';

/** Before all tests: PostgreSQL (the embedded one, or TEST_DATABASE_URL) with one migrated template database. */
export default async function setUp(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'prongsai-tests-'));
  const given = process.env['TEST_DATABASE_URL'];
  const embedded = given ? null : await startEmbeddedPostgres({ ephemeral: true });
  const url = given ?? (embedded as { url: string }).url;
  const server = { url, template: `prongsai_template_${hashOfMigrations()}`, dataDir, clonePrefix: `prongsai_test_${process.pid}_` };
  keepForTeardown({ server, embedded });
  try {
    const [there] = await runOnce(url, 'select 1 from pg_database where datname = $1', [server.template]);
    if (!there) await runOnce(url, `create database ${server.template}`);
    // On a template that is there already this only gives the login roles this run's passwords.
    await prepareDatabase(onDatabase(url, server.template), { dataDir, loadReference: loadProfiles });
    announce(server);
  } catch (error) {
    // Jest does not tear down what was not set up.
    await tearDown();
    throw error;
  }
}
