import { Injectable } from '@nestjs/common';
import type { MailQuery, MailView } from '@prongsai/kernel/contracts';
import { TenantTransaction } from '@prongsai/platform/db';
import { MailMessage } from '../notice.entity';

const inState = {
  waiting: 'mail.sent_at is null and mail.bounced_at is null',
  sent: 'mail.sent_at is not null',
  bounced: 'mail.bounced_at is not null',
} as const;

/** What was mailed for a unit, to whom, and what became of it. */
@Injectable()
export class MailLogReader {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Newest first; `before` is the last id of the page before. */
  async list(tenantId: string, { state }: MailQuery, before: string | null, limit: number): Promise<MailView[]> {
    const query = this.transaction.manager.createQueryBuilder(MailMessage, 'mail').where('mail.tenant_id = :tenantId', { tenantId }).orderBy('mail.id', 'DESC').limit(limit);
    if (state) query.andWhere(inState[state]);
    if (before) query.andWhere('mail.id < :before', { before });
    return (await query.getMany()).map((mail) => ({
      id: mail.id, to: { name: mail.toName, address: mail.toAddress }, subject: mail.subject, state: mail.sentAt ? 'sent' : mail.bouncedAt ? 'bounced' : 'waiting',
      digest: mail.digest, createdAt: mail.createdAt.toISOString(), dueAt: mail.sentAt ? null : (mail.dueAt?.toISOString() ?? null),
      sentAt: mail.sentAt?.toISOString() ?? null, bouncedAt: mail.bouncedAt?.toISOString() ?? null, tries: mail.tries, lastError: mail.lastError,
    }));
  }
}
