import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay, endOfBangkokDayExclusive, fiscalYearOf, fiscalYearWindow } from '@prongsai/kernel/thai';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { Tenant } from '@prongsai/domain/tenant';
import { FACT_SOURCES, type ComplianceFacts, type FactMoment, type FactSource, type GatheredFacts } from './facts';
import { judge } from './judge';
import type { Judgement } from './verdict';

const gatheredKeys = ['publications', 'frameworks', 'webMasterTerms', 'workGroups', 'rounds'] as const satisfies ReadonlyArray<keyof GatheredFacts>;

/** Judges a unit's requirements and keeps the result: after acts, as days pass, and to rebuild what is kept. */
@Injectable()
export class JudgeCompliance {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly categories: CategoryReader,
    @Inject(FACT_SOURCES) private readonly sources: readonly FactSource[],
  ) {}

  /**
   * Rewrites the unit's rows of the fiscal year (B.E., this year by default) from the facts alone: running it again changes
   * nothing but the time of judging. A past year is judged as it stood at its last second. `scope` is the unit's own; a
   * network role's reach sees no publication, and judging with it throws.
   */
  async run(scope: Scope & { tenantId: string }, options: { fiscalYear?: number } = {}): Promise<Judgement[]> {
    if (scope.reach !== 'unit') throw new Error('requirements are judged in the unit\'s own scope');
    return this.transaction.act(scope, async () => {
      const { manager } = this.transaction;
      // One judging of a unit at a time: a slower one must not overwrite newer facts with older.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('judge-compliance:' || $1, 0))`, [scope.tenantId]);
      const moment = this.momentOf(options.fiscalYear);
      const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: scope.tenantId });
      const judgements = judge(await this.factsOf(tenant, moment), moment.day);
      await this.keep(tenant, moment, judgements);
      return judgements;
    });
  }

  private momentOf(wanted: number | undefined): FactMoment {
    const now = this.clock.now();
    const fiscalYear = wanted ?? fiscalYearOf(now);
    const lastInstant = new Date(endOfBangkokDayExclusive(fiscalYearWindow(fiscalYear).until).getTime() - 1);
    const instant = now < lastInstant ? now : lastInstant;
    return { fiscalYear, day: bangkokDay(instant), instant };
  }

  private async factsOf(tenant: Tenant, moment: FactMoment): Promise<ComplianceFacts> {
    const gathered: Partial<GatheredFacts> = {};
    for (const source of this.sources) Object.assign(gathered, await source.gather(moment));
    const unknown = gatheredKeys.filter((key) => gathered[key] === undefined);
    // A source that is not wired would make units look worse than they are.
    if (unknown.length > 0) throw new Error(`no fact source tells: ${unknown.join(', ')}`);
    const categories = await this.categories.list(moment.fiscalYear);
    const groups = await this.categories.listGroups();
    return {
      ...(gathered as GatheredFacts),
      unit: { kind: tenant.kind, openedOn: bangkokDay(tenant.createdAt), frozen: tenant.frozen, minWebMasters: tenant.minWebMasters },
      groups: groups.map(({ code, titleTh, ord }) => ({ code, title: titleTh, order: ord })),
      categories: categories.map(({ code, requirementGroup, cadence, required }) => ({ code, group: requirementGroup, cadence, required })),
    };
  }

  private async keep(tenant: Tenant, moment: FactMoment, judgements: Judgement[]): Promise<void> {
    const rows = judgements.map(({ code, order, title, status, dueOn, lapsesOn, facts }) => ({ code, ord: order, title, status, due_on: dueOn, lapses_on: lapsesOn, facts }));
    await this.transaction.manager.query(
      `insert into requirement_status (tenant_id, network_id, fiscal_year, code, ord, title, status, due_on, lapses_on, facts, judged_on, judged_at)
       select $1, $2, $3, row.code, row.ord, row.title, row.status, row.due_on, row.lapses_on, row.facts, $4, $5
       from jsonb_to_recordset($6::jsonb) as row (code text, ord integer, title text, status text, due_on date, lapses_on date, facts jsonb)
       on conflict (tenant_id, fiscal_year, code) do update set ord = excluded.ord, title = excluded.title, status = excluded.status, due_on = excluded.due_on,
         lapses_on = excluded.lapses_on, facts = excluded.facts, judged_on = excluded.judged_on, judged_at = excluded.judged_at`,
      [tenant.id, tenant.networkId, moment.fiscalYear, bangkokDay(this.clock.now()), this.clock.now(), JSON.stringify(rows)],
    );
    await this.transaction.manager.query('delete from requirement_status where tenant_id = $1 and fiscal_year = $2 and code <> all($3)', [
      tenant.id, moment.fiscalYear, judgements.map((one) => one.code),
    ]);
  }
}
