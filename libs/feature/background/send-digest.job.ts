import { Inject, Injectable } from '@nestjs/common';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';
import { isRefusedForGood, MAILER, type Mailer } from '@prongsai/platform/mail';
import { GatherDigest, MailDelivery, ReleaseMails } from '@prongsai/domain/people';
import { reasonOf } from './send-mail.job';

/** Every minute, and after a jump of the clock: asks for what has waited for its hour. */
@Injectable()
export class ReleaseMailsJob implements JobHandler {
  readonly task = 'release-mails';

  constructor(private readonly release: ReleaseMails) {}

  async run(): Promise<void> {
    await this.release.run();
  }
}

/** Hands one person's digests over, with the promises of a single mail: one id on every try, and no end of trying. */
@Injectable()
export class SendDigestJob implements JobHandler {
  readonly task = 'send-digest';

  constructor(
    private readonly gather: GatherDigest,
    private readonly delivery: MailDelivery,
    @Inject(MAILER) private readonly mailer: Mailer,
  ) {}

  async run(payload: JobPayload): Promise<void> {
    const scope = { accountId: String(payload['accountId']) };
    for (let digest = await this.gather.run(scope.accountId); digest; digest = await this.gather.run(scope.accountId)) {
      const { mails, ...mail } = digest;
      try {
        await this.mailer.send(mail);
      } catch (error) {
        const isBounce = isRefusedForGood(error);
        await this.delivery.settle(scope, mails, { is: isBounce ? 'bounced' : 'failed', reason: reasonOf(error) });
        if (isBounce) continue;
        throw error;
      }
      await this.delivery.settle(scope, mails, { is: 'sent' });
    }
  }
}
