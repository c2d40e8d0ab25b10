import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { MakeRounds } from './make-rounds.verb';

/** What the turn of the fiscal year makes due by itself: every network has its rounds from the first day on. */
@Injectable()
export class OpenFiscalYear {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly makeRounds: MakeRounds,
  ) {}

  /** Makes what is missing in the fiscal year of now, network by network; answers how many rounds were made. */
  async run(): Promise<number> {
    const fiscalYear = fiscalYearOf(this.clock.now());
    const networks: Array<{ id: string }> = await this.transaction.act({}, () => this.transaction.manager.query('select id from network order by id'));
    let made = 0;
    for (const { id: networkId } of networks) made += await this.makeRounds.run({ networkId }, fiscalYear);
    return made;
  }
}
