import { Injectable } from '@nestjs/common';
import type { NetworkRequirement } from '@prongsai/kernel/contracts';
import { Clock, notFound } from '@prongsai/kernel/core';
import { compareThai } from '@prongsai/kernel/thai';
import type { NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';

type Row = NetworkRequirement['items'][number]['tenant'] & Omit<NetworkRequirement['items'][number], 'tenant'> & { title: string };

/** One requirement across the units of a network, through the report views alone. */
@Injectable()
export class NetworkRequirementReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** Every unit judged on it in the fiscal year (B.E.), by short name. Throws NOT_FOUND when none is. */
  async get(actor: NetworkActor, code: string, fiscalYear: number): Promise<NetworkRequirement> {
    const rows: Row[] = await this.transaction.report({ networkId: actor.networkId }, () =>
      this.transaction.manager.query(
        `select unit.slug, unit.name_th as name, unit.short_name_th as "shortName", unit.kind, unit.state, requirement.title, requirement.status,
                requirement.due_on as "dueOn", requirement.lapses_on as "lapsesOn", why.facts
         from report.requirement requirement
         join report.unit unit on unit.tenant_id = requirement.tenant_id
         join report.requirement_fact why on why.tenant_id = requirement.tenant_id and why.fiscal_year = requirement.fiscal_year and why.code = requirement.code
         where requirement.fiscal_year = $1 and requirement.code = $2`,
        [fiscalYear, code],
      ),
    );
    const [first] = rows;
    return {
      fiscalYear, at: this.clock.now().toISOString(), code, title: (first ?? notFound()).title,
      items: rows.sort((a, b) => compareThai(a.shortName, b.shortName)).map(({ slug, name, shortName, kind, state, status, dueOn, lapsesOn, facts }) => ({
        tenant: { slug, name, shortName, kind, state }, status, dueOn, lapsesOn, facts,
      })),
    };
  }
}
