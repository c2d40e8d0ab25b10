import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import type { NetworkRole } from '@prongsai/kernel/workflow';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { MakeAccount, type NewAccount } from './make-account.verb';

/** Gives a person a role in a network. An operator's act, by command or demo. */
@Injectable()
export class GiveNetworkRole {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly makeAccount: MakeAccount,
  ) {}

  /** Answers the account's id; holding the role already changes nothing. */
  async run(networkId: string, role: NetworkRole, person: NewAccount): Promise<string> {
    return this.transaction.act({ networkId }, async () => {
      const { manager } = this.transaction;
      const accountId = await this.makeAccount.run(person);
      const [held] = await manager.query('select 1 from network_appointment where network_id = $1 and account_id = $2 and role = $3 and ended_at is null', [
        networkId, accountId, role,
      ]);
      if (!held) {
        await manager.query('insert into network_appointment (network_id, id, account_id, role, created_at) values ($1, $2, $3, $4, $5)', [
          networkId, newId(), accountId, role, this.clock.now(),
        ]);
        await this.audit.record('network.role_given', 'account', accountId, { role });
      }
      return accountId;
    });
  }
}
