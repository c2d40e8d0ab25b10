import { Inject, Injectable } from '@nestjs/common';
import type { NetworkTenantLine, NetworkUnitSummary, RequirementView } from '@prongsai/kernel/contracts';
import { Clock, notFound } from '@prongsai/kernel/core';
import type { z } from 'zod';
import type { NetworkActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { NetworkReportReader } from '../network-report.reader';

type UnitRow = Omit<NetworkTenantLine, 'siteUrl'> & Pick<NetworkUnitSummary, 'minWebMasters' | 'phone' | 'email' | 'headTitle'> & { id: string };
type RequirementRow = z.infer<typeof RequirementView> & { judgedAt: Date };

/** How many rounds of one year a unit's summary tells. */
const roundsTold = 50;

/** One unit as the province sees it beside the matrix, through the report views alone: no entry into the unit. */
@Injectable()
export class NetworkUnitSummaryReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly reports: NetworkReportReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The unit's requirements with why and until when, its reports of the fiscal year (B.E.), whom to call. Throws NOT_FOUND. */
  async get(actor: NetworkActor, slug: string, fiscalYear: number): Promise<NetworkUnitSummary> {
    const [[unit = notFound()], items, reports] = await this.transaction.report({ networkId: actor.networkId }, () => {
      const { manager } = this.transaction;
      const found: Promise<UnitRow[]> = manager.query(
        `select unit.tenant_id as id, unit.slug, unit.name_th as name, unit.short_name_th as "shortName", unit.kind, unit.state, unit.district_th as district,
                unit.active_web_masters as "webMasters", unit.min_web_masters as "minWebMasters", unit.frozen,
                contact.phone, contact.email, contact.head_title as "headTitle"
         from report.unit unit join report.unit_contact contact on contact.tenant_id = unit.tenant_id where unit.slug = $1`,
        [slug],
      );
      const rows: Promise<RequirementRow[]> = manager.query(
        `select requirement.code, requirement.title, requirement.status, requirement.due_on as "dueOn", requirement.lapses_on as "lapsesOn", why.facts, requirement.judged_at as "judgedAt"
         from report.requirement requirement
         join report.requirement_fact why on why.tenant_id = requirement.tenant_id and why.fiscal_year = requirement.fiscal_year and why.code = requirement.code
         where requirement.tenant_id = (select unit.tenant_id from report.unit unit where unit.slug = $1) and requirement.fiscal_year = $2 order by requirement.ord, requirement.code`,
        [slug, fiscalYear],
      );
      return Promise.all([found, rows, this.reports.list(actor, { fiscalYear, after: null, slug, limit: roundsTold })]);
    });
    const { id: _id, minWebMasters, phone, email, headTitle, ...line } = unit;
    return {
      fiscalYear, at: this.clock.now().toISOString(), tenant: { ...line, siteUrl: siteOrigin(this.settings, slug) }, minWebMasters, phone, email, headTitle,
      judgedAt: items[0]?.judgedAt.toISOString() ?? null,
      items: items.map(({ code, title, status, dueOn, lapsesOn, facts }) => ({ code, title, status, dueOn, lapsesOn, facts })),
      reports,
    };
  }
}
