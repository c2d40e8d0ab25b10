import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import { MailMessage } from '../notice.entity';
import { digestText, type DigestLine, type MailText } from './mail-text';

/** A digest as it is handed over, with the mails that it stands for. */
export interface Digest extends MailText {
  id: string;
  to: { name: string; address: string };
  mails: MailMessage[];
}

/**
 * Gathers what waits for one person's digest, from all their units, into one mail. The gathering is written down before
 * the mail goes: whoever tries again, after a failure or a killed process, makes the same mail with the same id.
 */
@Injectable()
export class GatherDigest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** The digest that has not gone yet, or a new one of all that is due; null when there is nothing to say. */
  async run(accountId: string): Promise<Digest | null> {
    return this.transaction.act({ accountId }, async () => {
      const { manager } = this.transaction;
      const waiting = await manager
        .createQueryBuilder(MailMessage, 'mail')
        .setLock('pessimistic_write')
        .where('mail.account_id = :accountId and mail.digest is not null and mail.due_at <= :now and mail.sent_at is null and mail.bounced_at is null', { accountId, now: this.clock.now() })
        .orderBy('mail.id')
        .getMany();
      const begun = waiting.find(({ digestId }) => digestId !== null)?.digestId ?? null;
      const mails = waiting.filter(({ digestId }) => digestId === begun);
      const [first] = mails;
      if (!first) return null;
      const id = begun ?? newId();
      if (!begun) await manager.createQueryBuilder().update(MailMessage).set({ digestId: id }).where('id = any(:ids)', { ids: mails.map((mail) => mail.id) }).execute();
      const lines: DigestLine[] = await manager.query(
        `select mail.unit_name as unit, notice.kind, notice.title, notice.body, notice.link
         from mail_message mail join notice on notice.tenant_id = mail.tenant_id and notice.id = mail.notice_id
         where mail.digest_id = $1 order by mail.unit_name, mail.id`,
        [id],
      );
      return { id, to: { name: first.toName, address: first.toAddress }, mails, ...digestText(lines, first.digest ?? 'daily', first.dueAt ?? first.createdAt) };
    });
  }
}
