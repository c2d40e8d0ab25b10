import { Injectable } from '@nestjs/common';
import type { AuditAct } from '@prongsai/domain/audit';
import { MonitoringReport, Round } from '@prongsai/domain/reporting';
import { TenantTransaction } from '@prongsai/platform/db';
import type { ActStory, ItemStory, ReportStep, UnitStory } from './story';
import type { ToldRequest } from './tell-item.verb';
import type { ToldReport } from './tell-report-step.verb';
import { scopeOfUnit } from './unit-cast';

/** What a unit's story leads one to find in its trail: so many entries of each act, at least. */
export function actsOf(story: UnitStory): Map<AuditAct, number> {
  const counts = new Map<AuditAct, number>([['tenant.went_live', 1], ['tenant.profile_assigned', 1], ['appointment.made', story.members.length]]);
  const { clinics, days } = story.hours;
  for (const [act, times] of [['hours.set', 1], ['clinic.added', clinics.length], ['clinic.day_changed', days.length]] as const) if (times > 0) counts.set(act, times);
  for (const act of story.acts.flatMap(actsOfOne)) counts.set(act, (counts.get(act) ?? 0) + 1);
  return counts;
}

const reportActs: Record<ReportStep, AuditAct> = {
  draft: 'report.drafted', submit: 'report.submitted', acknowledge: 'report.acknowledged', send: 'report.sent', accept: 'report.accepted', return: 'report.returned',
};
const decisions: Record<ItemStory['outcome']['state'], AuditAct[]> = {
  submitted: [], returned: ['request.returned'], refused: ['request.refused'], approved: ['request.approved'], published: ['request.approved', 'request.published'],
};

function actsOfOne(act: ActStory): AuditAct[] {
  switch (act.kind) {
    case 'item':
      return ['request.submitted', ...decisions[act.outcome.state]];
    case 'check':
      return ['publication.confirmed'];
    case 'withdrawal':
      return ['publication.withdrawn'];
    case 'expiry':
      return ['publication.expired'];
    case 'report':
      return [reportActs[act.step]];
  }
}

/** How far a unit's story has been told, as the unit's own rows say. */
@Injectable()
export class UnitRecord {
  constructor(private readonly transaction: TenantTransaction) {}

  /**
   * Whether every act of the story stands in the unit's trail and these fiscal years have been judged. The trail only grows,
   * so this stays true whatever people do with the unit afterwards.
   */
  async isTold(tenantId: string, story: UnitStory, years: readonly number[]): Promise<boolean> {
    const expected = actsOf(story);
    const [row] = await this.transaction.act(scopeOfUnit(tenantId), () =>
      this.transaction.manager.query(
        `select (select jsonb_object_agg(act, times) from (
                   select act, count(*) as times from audit_entry where chain_id = $1 and act = any($2) group by act) told) as told,
                (select count(distinct fiscal_year)::int from requirement_status where tenant_id = $1 and fiscal_year = any($3)) as judged`,
        [tenantId, [...expected.keys()], years],
      ),
    );
    const told = (row.told ?? {}) as Partial<Record<AuditAct, number>>;
    return row.judged === new Set(years).size && [...expected].every(([act, times]) => (told[act] ?? 0) >= times);
  }

  /** Addresses of the people who have a place in the unit. */
  async members(tenantId: string): Promise<Map<string, { id: string; name: string }>> {
    const rows: Array<{ email: string; id: string; name: string }> = await this.transaction.act(scopeOfUnit(tenantId), () =>
      this.transaction.manager.query(
        'select account.email, account.id, account.name from member join account on account.id = member.account_id where member.tenant_id = $1', [tenantId],
      ),
    );
    return new Map(rows.map(({ email, ...person }) => [email, person]));
  }

  /** The unit's requests by title. */
  async requests(tenantId: string): Promise<Map<string, ToldRequest>> {
    const rows: Array<ToldRequest & { title: string }> = await this.transaction.act(scopeOfUnit(tenantId), () =>
      this.transaction.manager.query('select title, id, state from publication_request where tenant_id = $1', [tenantId]),
    );
    return new Map(rows.map(({ title, ...request }) => [title, request]));
  }

  /** The unit's publications by title, with what was done to them since. */
  async publication(tenantId: string, title: string): Promise<{ id: string; confirmedAt: Date | null; withdrawnAt: Date | null } | null> {
    const [row] = await this.transaction.act(scopeOfUnit(tenantId), () =>
      this.transaction.manager.query(
        'select id, confirmed_current_at as "confirmedAt", withdrawn_at as "withdrawnAt" from publication where tenant_id = $1 and title = $2 order by id limit 1',
        [tenantId, title],
      ),
    );
    return row ?? null;
  }

  /** The unit's reports by fiscal year and round. */
  async reports(tenantId: string): Promise<Map<string, ToldReport>> {
    return this.transaction.act(scopeOfUnit(tenantId), async () => {
      const { manager } = this.transaction;
      const rounds = await manager.getRepository(Round).find();
      const reports = await manager.getRepository(MonitoringReport).findBy({ tenantId });
      return new Map(reports.flatMap(({ id, state, roundId }) => {
        const round = rounds.find((one) => one.id === roundId);
        return round ? [[reportKey(round.fiscalYear, round.code), { id, state }] as const] : [];
      }));
    });
  }
}

/** One report of a unit among its others. */
export function reportKey(fiscalYear: number, round: string): string {
  return `${fiscalYear}/${round}`;
}
