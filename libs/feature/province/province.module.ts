import { Module } from '@nestjs/common';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { ReportingModule } from '@prongsai/domain/reporting';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { HolidaysController } from './holidays.controller';
import { NetworkReportsController } from './network-reports.controller';
import { NetworkTenantsController } from './network-tenants.controller';

@Module({ imports: [ComplianceModule, ReportingModule, TaxonomyModule, TenantModule], controllers: [NetworkTenantsController, NetworkReportsController, HolidaysController] })
export class ProvinceModule {}
