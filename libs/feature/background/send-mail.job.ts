import { Inject, Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';
import { isRefusedForGood, MAILER, type Mailer } from '@prongsai/platform/mail';
import { MailDelivery, MailMessage } from '@prongsai/domain/people';

/**
 * Hands one mail over. Sent twice only if the process dies between handing over and writing it down. A server that is
 * away is tried again however long it takes; a refusal for good is written down as such and ends it.
 */
@Injectable()
export class SendMailJob implements JobHandler {
  readonly task = 'send-mail';

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly delivery: MailDelivery,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  async run(payload: JobPayload): Promise<void> {
    const scope = { tenantId: String(payload.tenantId), reach: 'unit' as const };
    const where = { tenantId: scope.tenantId, id: String(payload['mailId']) };
    const mail = await this.transaction.act(scope, () => this.transaction.manager.getRepository(MailMessage).findOneBy(where));
    if (!mail || mail.sentAt || mail.bouncedAt) return;
    try {
      await this.mailer.send({ id: mail.id, to: { name: mail.toName, address: mail.toAddress }, subject: mail.subject, text: mail.textBody, html: mail.htmlBody });
    } catch (error) {
      const isBounce = isRefusedForGood(error);
      await this.delivery.settle(scope, [mail], { is: isBounce ? 'bounced' : 'failed', reason: reasonOf(error) });
      if (isBounce) return;
      throw error;
    }
    await this.delivery.settle(scope, [mail], { is: 'sent' });
  }
}

/** What a mail server or the way to it said. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
