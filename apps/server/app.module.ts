import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import type { Logger } from 'pino';
import { Clock } from '@prongsai/kernel/core';
import { ACTOR_DIRECTORY, AUTHENTICATOR, CREDENTIAL_CHECK, DefaultDenyGuard } from '@prongsai/platform/auth';
import { BusinessClock, SETTINGS, type Settings } from '@prongsai/platform/config';
import { DbModule } from '@prongsai/platform/db';
import { ContractInterceptor, ERROR_PAGES, LOGGER, PAGE_PRESS, PageCache, ProblemFilter, SITE_DIRECTORY, type PagePress, type SiteMemory } from '@prongsai/platform/http';
import { MAILER, openMailer } from '@prongsai/platform/mail';
import { HealthController } from '@prongsai/platform/observability';
import { StorageModule } from '@prongsai/platform/storage';
import { FilePage, FilePreview, StoredBlob, StoredFile } from '@prongsai/domain/files';
import { FileReading, PersonalDataClearance } from '@prongsai/domain/personal-data';
import { Paper, PaperSetting } from '@prongsai/domain/papers';
import { Account, AccountMail, AppointedActors, Appointment, Delegation, MailMessage, Member, NetworkAppointment, Notice, PasswordCredentials, PeopleModule } from '@prongsai/domain/people';
import { Publication, PublicationFile, PublicationVersion } from '@prongsai/domain/publishing';
import { MonitoringReport, Round } from '@prongsai/domain/reporting';
import { RequirementStatusRow } from '@prongsai/domain/compliance';
import { Clinic, ClinicDay, OpeningDay, OpeningHours } from '@prongsai/domain/hours';
import { PublicationRequest, RequestFile, RequestTemplate } from '@prongsai/domain/requests';
import { Category, CategoryProfile, RequirementGroup, TenantProfile } from '@prongsai/domain/taxonomy';
import { Holiday, Network, Tenant, TenantModule, TenantSiteDirectory, WorkGroup } from '@prongsai/domain/tenant';
import { AccountModule } from '@prongsai/feature/account';
import { BackgroundModule } from '@prongsai/feature/background';
import { DemoModule } from '@prongsai/feature/demo';
import { LiveModule } from '@prongsai/feature/live';
import { ProvinceModule } from '@prongsai/feature/province';
import { SiteErrorPages, SitePagesModule } from '@prongsai/feature/site-pages';
import { StaffPapersModule } from '@prongsai/feature/staff-papers';
import { StaffPublishingModule } from '@prongsai/feature/staff-publishing';
import { StaffReportsModule } from '@prongsai/feature/staff-reports';
import { StaffRequestsModule } from '@prongsai/feature/staff-requests';
import { TenantAdminModule } from '@prongsai/feature/tenant-admin';

/** Every entity of every room; a test holds them against the migrations. */
export const entities = [
  Account, AccountMail, Appointment, Category, CategoryProfile, Clinic, ClinicDay, Delegation, FilePage, FilePreview, FileReading, Holiday, MailMessage, Member, MonitoringReport, Network, NetworkAppointment, Notice, OpeningDay, OpeningHours, Paper, PaperSetting, PersonalDataClearance, Publication,
  PublicationFile, PublicationRequest, PublicationVersion, RequestFile, RequestTemplate, RequirementGroup, RequirementStatusRow, Round, StoredBlob, StoredFile, Tenant, TenantProfile, WorkGroup,
];

export interface Parts {
  settings: Settings;
  databaseUrl: string;
  clock: BusinessClock;
  log: Logger;
  poolSize?: number;
  /** What this process remembers of units' sites, the pages that it keeps, and how it sends them. */
  sites: SiteMemory;
  pages: PageCache;
  press: PagePress;
}

/** What every room may ask for: the settings, the clock, the mailer, the ports that platform rooms declare. */
@Global()
@Module({})
class OutsideWorldModule {
  static register({ settings, clock, log, sites, pages, press }: Parts): DynamicModule {
    const ports = [
      {
        provide: SITE_DIRECTORY, inject: [TenantSiteDirectory],
        useFactory: (source: TenantSiteDirectory) => {
          sites.askAt(source);
          return sites;
        },
      },
      { provide: ACTOR_DIRECTORY, useExisting: AppointedActors },
      { provide: CREDENTIAL_CHECK, useExisting: PasswordCredentials },
      { provide: ERROR_PAGES, useExisting: SiteErrorPages },
    ];
    const values = [
      { provide: SETTINGS, useValue: settings },
      { provide: BusinessClock, useValue: clock },
      { provide: Clock, useValue: clock },
      { provide: LOGGER, useValue: log },
      { provide: PageCache, useValue: pages },
      { provide: PAGE_PRESS, useValue: press },
      { provide: MAILER, useFactory: () => openMailer(settings) },
      { provide: AUTHENTICATOR, useValue: { authenticator: null } },
    ];
    return {
      module: OutsideWorldModule,
      imports: [TenantModule, PeopleModule, SitePagesModule],
      providers: [...values, ...ports],
      exports: [...values, ...ports].map((provider) => provider.provide),
    };
  }
}

/** One process of the service; ROLES decides which surfaces it has. */
@Module({})
export class AppModule {
  static register(parts: Parts): DynamicModule {
    const { settings } = parts;
    return {
      module: AppModule,
      imports: [
        DbModule.register({ url: parts.databaseUrl, settings, entities, poolSize: parts.poolSize }),
        StorageModule.register({ storageUrl: settings.storageUrl, dataDir: settings.dataDir }),
        OutsideWorldModule.register(parts),
        ...(settings.roles.has('api')
          ? [AccountModule, StaffRequestsModule, StaffPublishingModule, StaffPapersModule, TenantAdminModule, StaffReportsModule, ProvinceModule, LiveModule]
          : []),
        ...(settings.roles.has('worker') || settings.roles.has('api') ? [BackgroundModule, DemoModule] : []),
      ],
      controllers: [HealthController],
      providers: [
        ProblemFilter,
        { provide: APP_FILTER, useExisting: ProblemFilter },
        { provide: APP_GUARD, useClass: DefaultDenyGuard },
        { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
      ],
    };
  }
}
