import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource, MixedList } from 'typeorm';
import type { Settings } from '@prongsai/platform/config';
import './types';
import { Outbox } from './outbox';
import { urlOfRole, type LoginRole } from './prepare-database';
import { ReadingClient } from './reading-client';
import { SnakeCase } from './snake-case';
import { DATA_SOURCES, TenantTransaction, type DataSources } from './tenant-transaction';

type EntityClass = new () => object;

const roleOf = { staff: 'prongsai_staff', site: 'prongsai_site', report: 'prongsai_report' } as const satisfies Record<keyof DataSources, LoginRole>;

/** The logins a process needs for its ROLES, and no more. */
function loginsFor(settings: Settings): Array<keyof DataSources> {
  const logins: Array<keyof DataSources> = [];
  if (settings.roles.has('api') || settings.roles.has('worker')) logins.push('staff');
  if (settings.roles.has('site')) logins.push('site');
  if (settings.roles.has('api')) logins.push('report');
  return logins;
}

/** Whether ordinary connections go through a pooler, in whose transactions a prepared text may be unknown. */
function hasPooler({ databaseUrl, databaseDirectUrl }: Settings): boolean {
  return databaseDirectUrl !== null && databaseDirectUrl !== databaseUrl;
}

/** The database of one process: its data sources stay inside; rooms get TenantTransaction and Outbox. */
@Module({})
export class DbModule {
  static register(parts: { url: string; settings: Settings; entities: EntityClass[]; poolSize?: number }): DynamicModule {
    const logins = loginsFor(parts.settings);
    const sources: Provider = {
      provide: DATA_SOURCES,
      inject: logins.map((login) => getDataSourceToken(login)),
      useFactory: (...opened: DataSource[]): DataSources => {
        const found: DataSources = { staff: null, site: null, report: null };
        logins.forEach((login, index) => {
          found[login] = opened[index] ?? null;
        });
        return found;
      },
    };
    return {
      module: DbModule,
      global: true,
      imports: logins.map((login) =>
        TypeOrmModule.forRoot({
          name: login,
          type: 'postgres',
          url: urlOfRole(parts.url, roleOf[login], parts.settings.dataDir),
          entities: parts.entities as MixedList<EntityClass>,
          synchronize: false,
          namingStrategy: new SnakeCase(),
          extra: { max: parts.poolSize ?? 10, Client: ReadingClient, isPooled: hasPooler(parts.settings) },
          retryAttempts: 3,
          retryDelay: 500,
          logging: false,
        }),
      ),
      providers: [sources, TenantTransaction, Outbox],
      exports: [TenantTransaction, Outbox, DATA_SOURCES],
    };
  }
}
