import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { PeopleModule } from '@prongsai/domain/people';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { MembersController } from './members.controller';
import { UnitController } from './unit.controller';

@Module({ imports: [AuditModule, PeopleModule, TaxonomyModule, TenantModule], controllers: [MembersController, UnitController] })
export class TenantAdminModule {}
