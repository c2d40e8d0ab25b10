import { Module } from '@nestjs/common';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { FilesModule } from '@prongsai/domain/files';
import { HoursModule } from '@prongsai/domain/hours';
import { PeopleModule } from '@prongsai/domain/people';
import { PublishingModule } from '@prongsai/domain/publishing';
import { ReportingModule } from '@prongsai/domain/reporting';
import { RequestsModule } from '@prongsai/domain/requests';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { LoadDemo } from './load-demo.verb';
import { LoadNetwork } from './load-network.verb';
import { LoadUnit } from './load-unit.verb';
import { TellActs } from './tell-acts.verb';
import { TellHours } from './tell-hours.verb';
import { TellItem } from './tell-item.verb';
import { TellReportStep } from './tell-report-step.verb';
import { UnitRecord } from './unit-record.reader';

@Module({
  imports: [TenantModule, PeopleModule, TaxonomyModule, FilesModule, PublishingModule, RequestsModule, ComplianceModule, ReportingModule, HoursModule],
  providers: [LoadDemo, LoadNetwork, LoadUnit, TellActs, TellHours, TellItem, TellReportStep, UnitRecord],
  exports: [LoadDemo],
})
export class DemoModule {}
