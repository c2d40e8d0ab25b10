import type { DynamicModule, Type } from '@nestjs/common';
import { openRooms, type TestDatabase, type TestRooms } from '@prongsai/testing/db';
import { AuditModule } from '@prongsai/domain/audit';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { FilesModule } from '@prongsai/domain/files';
import { HoursModule } from '@prongsai/domain/hours';
import { PapersModule } from '@prongsai/domain/papers';
import { PeopleModule } from '@prongsai/domain/people';
import { PublishingModule } from '@prongsai/domain/publishing';
import { ReportingModule } from '@prongsai/domain/reporting';
import { RequestsModule } from '@prongsai/domain/requests';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';

/** The domain rooms that the factories act through, and `more` for what the spec itself looks at. */
export function openDomain(more: Array<Type | DynamicModule> = [], options: { database?: TestDatabase; environment?: NodeJS.ProcessEnv } = {}): Promise<TestRooms> {
  const domain = [
    AuditModule, TenantModule, PeopleModule, TaxonomyModule, FilesModule, PublishingModule, RequestsModule, ComplianceModule, ReportingModule, HoursModule, PapersModule,
  ];
  return openRooms([...domain, ...more], options);
}

/** What the factories need of whoever runs the rooms: openRooms, or a server under test. */
export type Providers = Pick<TestRooms, 'get'>;
