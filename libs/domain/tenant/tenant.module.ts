import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { AddHoliday } from './add-holiday.verb';
import { AddWorkGroup } from './add-work-group.verb';
import { ChangeTenant } from './change-tenant.verb';
import { GoLive } from './go-live.verb';
import { OpenNetwork } from './open-network.verb';
import { OpenTenant } from './open-tenant.verb';
import { RemoveHoliday } from './remove-holiday.verb';
import { TenantSiteDirectory } from './site-directory';
import { TenantReader } from './tenant.reader';

@Module({
  imports: [AuditModule],
  providers: [OpenNetwork, OpenTenant, GoLive, ChangeTenant, AddWorkGroup, AddHoliday, RemoveHoliday, TenantReader, TenantSiteDirectory],
  exports: [OpenNetwork, OpenTenant, GoLive, ChangeTenant, AddWorkGroup, AddHoliday, RemoveHoliday, TenantReader, TenantSiteDirectory],
})
export class TenantModule {}
