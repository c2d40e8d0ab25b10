import { Injectable } from '@nestjs/common';
import { isId, notFound } from '@prongsai/kernel/core';
import type { NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';

/** Where a network role comes in to one report: which unit it is of, through the report views. */
@Injectable()
export class NetworkReportDoor {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The scope in which the actor may act on the report: the unit's own, with a network role's reach. Throws NOT_FOUND. */
  async scopeOf(actor: NetworkActor, id: string): Promise<Scope & { accountId: string; tenantId: string; networkId: string; reach: 'network' }> {
    if (!isId(id)) notFound();
    const [row]: Array<{ tenantId: string }> = await this.transaction.report({ networkId: actor.networkId }, () =>
      this.transaction.manager.query('select tenant_id as "tenantId" from report.monitoring_report where id = $1', [id]),
    );
    return { accountId: actor.accountId, tenantId: (row ?? notFound()).tenantId, networkId: actor.networkId, reach: 'network' };
  }
}
