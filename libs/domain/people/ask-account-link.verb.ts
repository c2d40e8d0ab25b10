import { Injectable } from '@nestjs/common';
import { newId } from '@prongsai/kernel/core';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { isQuiet } from './notifier';

/** Asks the worker to mail a person a link for setting a password. The mail itself names no unit and carries no secret at rest. */
@Injectable()
export class AskAccountLink {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly outbox: Outbox,
  ) {}

  /** For a person just brought in: inside the act that brings them in. */
  async invite(accountId: string): Promise<void> {
    if (!isQuiet()) await this.outbox.enqueueForAccount('send-account-link', accountId, { purpose: 'invite', mailId: newId() });
  }

  /** For a forgotten password. Does the same, to the eye, whether the address is known or not; at most one link in five minutes. */
  async forgotten(email: string): Promise<void> {
    await this.transaction.act({}, async () => {
      const { manager } = this.transaction;
      const [account] = await manager.query('select id, suspended, app.account_may_get_link(id) as may from app.sign_in_account($1)', [email.trim()]);
      if (!account || account.suspended || !account.may) return;
      await this.outbox.enqueueForAccount('send-account-link', account.id as string, { purpose: 'reset', mailId: newId() });
    });
  }
}
