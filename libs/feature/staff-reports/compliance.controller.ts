import { Controller, Query } from '@nestjs/common';
import { FiscalYearQuery, TenantCompliance } from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { ComplianceReader } from '@prongsai/domain/compliance';

/** What the unit must have, and has. */
@Controller()
export class ComplianceController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly compliance: ComplianceReader,
  ) {}

  @ApiRoute('GET', '/tenants/:slug/compliance', { access: inTenant('read', 'Compliance'), summary: 'Every requirement of the unit in a fiscal year (B.E.), this year by default', query: FiscalYearQuery, response: TenantCompliance })
  show(@CurrentActor() actor: TenantActor, @Query() query: FiscalYearQuery): Promise<TenantCompliance> {
    return this.transaction.act(actor, () => this.compliance.ofTenant(actor, query.fiscalYear ?? fiscalYearOf(this.clock.now())));
  }
}
