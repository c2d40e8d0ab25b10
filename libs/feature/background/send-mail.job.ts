import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';
import { MAILER, type Mailer } from '@prongsai/platform/mail';
import { MailMessage } from '@prongsai/domain/people';

/** Hands one mail over. Sent twice only if the process dies between handing over and writing it down. */
@Injectable()
export class SendMailJob implements JobHandler {
  readonly task = 'send-mail';

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  async run(payload: JobPayload): Promise<void> {
    const scope = { tenantId: String(payload.tenantId), reach: 'unit' as const };
    const where = { tenantId: scope.tenantId, id: String(payload['mailId']) };
    const mail = await this.transaction.act(scope, () => this.transaction.manager.getRepository(MailMessage).findOneBy(where));
    if (!mail || mail.sentAt) return;
    const write = (change: Partial<MailMessage>) =>
      this.transaction.act(scope, () => this.transaction.manager.getRepository(MailMessage).update(where, { ...change, tries: mail.tries + 1 }));
    try {
      await this.mailer.send({ id: mail.id, to: { name: mail.toName, address: mail.toAddress }, subject: mail.subject, text: mail.textBody, html: mail.htmlBody });
    } catch (error) {
      await write({ lastError: (error instanceof Error ? error.message : String(error)).slice(0, 500) });
      throw error;
    }
    await write({ sentAt: this.clock.now(), lastError: null });
  }
}
