import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import {
  FiscalYearQuery, NetworkCompliance, NetworkComplianceCounts, NetworkRequirement, NetworkTenantLine, NetworkUnitSummary, OpenTenantBody, PageQuery, pageOf,
} from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inNetwork, type NetworkActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { NetworkComplianceReader, NetworkUnitReader } from '@prongsai/domain/compliance';
import { NetworkRequirementReader, NetworkUnitSummaryReader } from '@prongsai/domain/reporting';
import { AssignProfile, defaultProfileOf } from '@prongsai/domain/taxonomy';
import { OpenTenant } from '@prongsai/domain/tenant';

const path = '/networks/:network';

/** The units of a network: the list, the matrix, and opening one. */
@Controller()
export class NetworkTenantsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly units: NetworkUnitReader,
    private readonly compliance: NetworkComplianceReader,
    private readonly summaries: NetworkUnitSummaryReader,
    private readonly requirements: NetworkRequirementReader,
    private readonly openTenant: OpenTenant,
    private readonly assignProfile: AssignProfile,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @ApiRoute('GET', `${path}/tenants`, { access: inNetwork('read', 'Network'), summary: 'Units of the network by slug', query: PageQuery, response: pageOf(NetworkTenantLine) })
  async list(@CurrentActor() actor: NetworkActor, @Query() query: PageQuery): Promise<Page<NetworkTenantLine>> {
    const after = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return pageOfRows(await this.units.list(actor, after, query.limit + 1), query.limit, (last) => [last.slug]);
  }

  @ApiRoute('POST', `${path}/tenants`, { access: inNetwork('open', 'Tenant'), summary: 'Open a unit with the categories of its kind', body: OpenTenantBody, response: NetworkTenantLine, status: 201 })
  async open(@CurrentActor() actor: NetworkActor, @Body() body: OpenTenantBody): Promise<NetworkTenantLine> {
    const scope = OpenTenant.scopeFor(actor);
    return this.transaction.act(scope, async () => {
      const tenant = await this.openTenant.run(actor, scope, body);
      await this.assignProfile.run(scope, defaultProfileOf(tenant.kind), fiscalYearOf(this.clock.now()));
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      const { slug, kind, state, frozen } = tenant;
      return {
        slug, name: tenant.nameTh, shortName: tenant.shortNameTh, kind, state, district: tenant.districtTh, webMasters: tenant.activeWebMasters, frozen,
        siteUrl: siteOrigin(this.settings, slug),
      };
    });
  }

  @ApiRoute('GET', `${path}/compliance`, { access: inNetwork('read', 'Network'), summary: 'Every unit against every requirement in a fiscal year (B.E.), this year by default', query: FiscalYearQuery, response: NetworkCompliance })
  matrix(@CurrentActor() actor: NetworkActor, @Query() query: FiscalYearQuery): Promise<NetworkCompliance> {
    return this.compliance.ofNetwork(actor, query.fiscalYear ?? fiscalYearOf(this.clock.now()));
  }

  @ApiRoute('GET', `${path}/compliance/counts`, { access: inNetwork('read', 'Network'), summary: 'What the matrix of a fiscal year (B.E.) adds up to, this year by default', query: FiscalYearQuery, response: NetworkComplianceCounts })
  counts(@CurrentActor() actor: NetworkActor, @Query() query: FiscalYearQuery): Promise<NetworkComplianceCounts> {
    return this.compliance.countsOf(actor, query.fiscalYear ?? fiscalYearOf(this.clock.now()));
  }

  @ApiRoute('GET', `${path}/tenants/:slug`, { access: inNetwork('read', 'Network'), summary: 'One unit from kept summaries: requirements with their reasons, reports of a fiscal year (B.E.), whom to call', query: FiscalYearQuery, response: NetworkUnitSummary })
  unit(@CurrentActor() actor: NetworkActor, @Param('slug') slug: string, @Query() query: FiscalYearQuery): Promise<NetworkUnitSummary> {
    return this.summaries.get(actor, slug, query.fiscalYear ?? fiscalYearOf(this.clock.now()));
  }

  @ApiRoute('GET', `${path}/requirements/:code`, { access: inNetwork('read', 'Network'), summary: 'One requirement across the units in a fiscal year (B.E.), this year by default', query: FiscalYearQuery, response: NetworkRequirement })
  requirement(@CurrentActor() actor: NetworkActor, @Param('code') code: string, @Query() query: FiscalYearQuery): Promise<NetworkRequirement> {
    return this.requirements.get(actor, code, query.fiscalYear ?? fiscalYearOf(this.clock.now()));
  }
}
