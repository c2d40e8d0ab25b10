import { Module } from '@nestjs/common';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { ReportingModule } from '@prongsai/domain/reporting';
import { ComplianceController } from './compliance.controller';
import { ReportsController } from './reports.controller';

@Module({ imports: [ComplianceModule, ReportingModule], controllers: [ReportsController, ComplianceController] })
export class StaffReportsModule {}
