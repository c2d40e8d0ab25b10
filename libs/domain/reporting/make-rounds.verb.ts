import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { defaultRounds } from './default-rounds';

/** Makes the rounds that every network has in a fiscal year. */
@Injectable()
export class MakeRounds {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers how many were made: none when they are there already. `scope` is the network's; `fiscalYear` is B.E. */
  async run(scope: Scope & { networkId: string }, fiscalYear: number): Promise<number> {
    return this.transaction.act(scope, async () => {
      let made = 0;
      for (const plan of defaultRounds(fiscalYear)) {
        const id = newId();
        const inserted: unknown[] = await this.transaction.manager.query(
          `insert into round (network_id, id, fiscal_year, code, kind, title, window_from, window_until, due_to_superior_at, due_to_province_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (network_id, fiscal_year, code) do nothing returning id`,
          [
            scope.networkId, id, plan.fiscalYear, plan.code, plan.kind, plan.title, plan.windowFrom, plan.windowUntil, plan.dueToSuperiorAt, plan.dueToProvinceAt,
            this.clock.now(),
          ],
        );
        if (inserted.length === 0) continue;
        made += 1;
        await this.audit.record('round.made', 'round', id, { fiscalYear, code: plan.code });
      }
      return made;
    });
  }
}
