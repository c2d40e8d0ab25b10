import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { OpenFiscalYear } from '@prongsai/domain/reporting';
import type { JobHandler } from '@prongsai/platform/jobs';

/** Every minute, and after a jump of the clock: asks, unit by unit, for what the passing of time has made due. */
@Injectable()
export class SweepJob implements JobHandler {
  readonly task = 'sweep';

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly openFiscalYear: OpenFiscalYear,
  ) {}

  async run(): Promise<void> {
    await this.openFiscalYear.run();
    const units: Array<{ tenant_id: string }> = await this.transaction.act({}, () =>
      this.transaction.manager.query('select tenant_id from app.tenants_with_work($1, $2)', [bangkokDay(this.clock.now()), fiscalYearOf(this.clock.now())]),
    );
    for (const { tenant_id: tenantId } of units) {
      await this.transaction.act({ tenantId, reach: 'unit' }, () => this.outbox.enqueue('pass-time', {}, 'pass-time'));
    }
    await this.transaction.act({}, () => this.transaction.manager.query(`delete from idempotent_act where made_at < clock_timestamp() - interval '1 day'`));
  }
}
