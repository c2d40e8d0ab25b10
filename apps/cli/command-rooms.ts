import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getMetadataArgsStorage } from 'typeorm';
import { Clock } from '@prongsai/kernel/core';
import { BusinessClock, SETTINGS, type Settings } from '@prongsai/platform/config';
import { DbModule, openDatabase, prepareDatabase, TenantTransaction } from '@prongsai/platform/db';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { PeopleModule } from '@prongsai/domain/people';
import { ReportingModule } from '@prongsai/domain/reporting';
import { loadProfiles } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';

/** The rooms that commands act through: the same verbs as the server's, without HTTP and without a worker. */
export interface CommandRooms {
  transaction: TenantTransaction;
  clock: BusinessClock;
  get<T>(token: Type<T>): T;
}

@Global()
@Module({})
class CommandWorld {
  static of(settings: Settings, clock: BusinessClock): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: BusinessClock, useValue: clock },
      { provide: Clock, useValue: clock },
    ];
    return { module: CommandWorld, providers, exports: providers.map(({ provide }) => provide) };
  }
}

@Module({})
class CommandModule {}

/** Runs `work` in the rooms and leaves the database behind it, whatever happens. */
export async function inRooms<T>(settings: Settings, work: (rooms: CommandRooms) => Promise<T>): Promise<T> {
  const database = await openDatabase(settings);
  const clock = new BusinessClock(settings.clockFile);
  try {
    await prepareDatabase(database.directUrl, { dataDir: settings.dataDir, loadReference: loadProfiles });
    // What a command needs of the database's logins is what the API holds.
    const asApi = { ...settings, roles: new Set(['api'] as const) };
    const entities = getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
    const app = await NestFactory.createApplicationContext(
      {
        module: CommandModule,
        imports: [
          DbModule.register({ url: database.url, settings: asApi, entities, poolSize: 2 }), CommandWorld.of(settings, clock),
          TenantModule, PeopleModule, ComplianceModule, ReportingModule,
        ],
      },
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await work({ transaction: app.get(TenantTransaction, { strict: false }), clock, get: (token) => app.get(token, { strict: false }) });
    } finally {
      await app.close();
    }
  } finally {
    clock.stop();
    await database.close();
  }
}

/** The network of this slug. Throws with the way out when there is none. */
export async function getNetwork(rooms: CommandRooms, slug: string): Promise<{ id: string; name: string }> {
  const [network]: Array<{ id: string; name: string }> = await rooms.transaction.act({}, () =>
    rooms.transaction.manager.query('select id, name_th as name from network where slug = $1', [slug]),
  );
  if (!network) throw new Error(`there is no network “${slug}”; open it first: npm run cli -- network open --slug ${slug} …`);
  return network;
}

/** Units of every network, or the one of this slug. Throws when there is no such unit. */
export async function listUnits(rooms: CommandRooms, slug: string | undefined): Promise<Array<{ id: string; slug: string }>> {
  const { transaction } = rooms;
  const networks: Array<{ id: string }> = await transaction.act({}, () => transaction.manager.query('select id from network order by slug'));
  const units: Array<{ id: string; slug: string }> = [];
  for (const { id: networkId } of networks) {
    units.push(...(await transaction.act({ networkId }, () =>
      transaction.manager.query('select id, slug from tenant where network_id = $1 and ($2::text is null or slug = $2) order by slug', [networkId, slug ?? null]),
    )));
  }
  if (slug && units.length === 0) throw new Error(`there is no unit “${slug}”`);
  return units;
}
