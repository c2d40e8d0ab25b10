import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction, type Scope } from '@prongsai/platform/db';
import { MailMessage } from '../notice.entity';

/** What became of one try: handed over, not this time, or refused for good. */
export type MailOutcome = { is: 'sent' } | { is: 'failed' | 'bounced'; reason: string };

/** Writes down what became of mails, and whether a person's address takes them. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** One try of one mail, or of all the mails of a digest. Nothing that was sent or refused before is touched. */
  async settle(scope: Scope, mails: readonly MailMessage[], outcome: MailOutcome): Promise<void> {
    const [first] = mails;
    if (!first) return;
    const now = this.clock.now();
    await this.transaction.act(scope, async () => {
      await this.transaction.manager
        .createQueryBuilder()
        .update(MailMessage)
        .set({
          sentAt: outcome.is === 'sent' ? now : null, bouncedAt: outcome.is === 'bounced' ? now : null,
          lastError: outcome.is === 'sent' ? null : outcome.reason.slice(0, 500), tries: () => 'tries + 1',
        })
        .where('id = any(:ids) and sent_at is null and bounced_at is null', { ids: mails.map(({ id }) => id) })
        .execute();
      if (first.accountId) await this.write(first.accountId, first.toAddress, outcome);
    });
  }

  /** The same for a mail that is no row: a link for setting a password. */
  async settleAddress(accountId: string, address: string, outcome: MailOutcome): Promise<void> {
    await this.transaction.act({}, () => this.write(accountId, address, outcome));
  }

  private async write(accountId: string, address: string, outcome: MailOutcome): Promise<void> {
    if (outcome.is === 'bounced') await this.transaction.manager.query('select app.mail_bounced($1, $2, $3)', [accountId, address, outcome.reason.slice(0, 500)]);
    if (outcome.is === 'sent') await this.transaction.manager.query('select app.mail_arrived($1, $2)', [accountId, address]);
  }
}
