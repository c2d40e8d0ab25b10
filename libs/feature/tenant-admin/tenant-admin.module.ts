import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { HoursModule } from '@prongsai/domain/hours';
import { PeopleModule } from '@prongsai/domain/people';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { DelegationsController } from './delegations.controller';
import { HoursController } from './hours.controller';
import { MembersController } from './members.controller';
import { UnitController } from './unit.controller';

@Module({ imports: [AuditModule, HoursModule, PeopleModule, TaxonomyModule, TenantModule], controllers: [HoursController, MembersController, DelegationsController, UnitController] })
export class TenantAdminModule {}
