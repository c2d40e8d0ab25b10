import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { getMetadataArgsStorage } from 'typeorm';
import { Clock } from '@prongsai/kernel/core';
import { BusinessClock, readSettings, SETTINGS, type Settings } from '@prongsai/platform/config';
import { DbModule, TenantTransaction } from '@prongsai/platform/db';
import { MAILER, openMailer } from '@prongsai/platform/mail';
import { StorageModule } from '@prongsai/platform/storage';
import { openTestDatabase, type TestDatabase } from './test-database';

/** The rooms under test, wired as the server wires them, without HTTP. */
export interface TestRooms {
  database: TestDatabase;
  settings: Settings;
  clock: BusinessClock;
  transaction: TenantTransaction;
  /** A provider of any of the rooms. */
  get<T>(token: Type<T> | symbol): T;
  close(): Promise<void>;
}

/** Settings as a process of the tests gets them; `environment` adds to or replaces variables. */
export function testSettings(database: TestDatabase, environment: NodeJS.ProcessEnv = {}): Settings {
  return readSettings({ NODE_ENV: 'test', PORT: '0', PUBLIC_PORT: '8080', DATABASE_URL: database.url, DATA_DIR: database.dataDir, DEMO: 'none', ...environment });
}

@Global()
@Module({})
class OutsideWorld {
  static of(settings: Settings, clock: BusinessClock): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: BusinessClock, useValue: clock },
      { provide: Clock, useValue: clock },
      { provide: MAILER, useFactory: () => openMailer(settings) },
    ];
    return { module: OutsideWorld, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/**
 * Opens these rooms on the worker's clone: real transactions under the application's roles, files and mails in the
 * tests' folder. To be closed after the spec, so that Jest ends by itself.
 */
export async function openRooms(modules: Array<Type | DynamicModule>, options: { database?: TestDatabase; environment?: NodeJS.ProcessEnv } = {}): Promise<TestRooms> {
  const database = options.database ?? (await openTestDatabase());
  const settings = testSettings(database, options.environment);
  const clock = new BusinessClock();
  const entities = getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
  const rooms = await Test.createTestingModule({
    imports: [
      DbModule.register({ url: database.url, settings, entities, poolSize: 4 }),
      StorageModule.register({ storageUrl: settings.storageUrl, dataDir: settings.dataDir }),
      OutsideWorld.of(settings, clock),
      ...modules,
    ],
  }).compile();
  await rooms.init();
  return {
    database,
    settings,
    clock,
    transaction: rooms.get(TenantTransaction, { strict: false }),
    get: (token) => rooms.get(token, { strict: false }),
    close: async () => {
      await rooms.close();
      await database.close();
    },
  };
}
