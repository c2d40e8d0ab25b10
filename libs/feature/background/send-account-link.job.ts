import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@prongsai/kernel/core';
import { consoleOrigin, SETTINGS, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';
import { isRefusedForGood, MAILER, type Mailer } from '@prongsai/platform/mail';
import { inviteDays, MailDelivery, newLinkSecret, resetHours } from '@prongsai/domain/people';
import { reasonOf } from './send-mail.job';

const texts = {
  invite: { subject: 'คำเชิญเข้าใช้ระบบเผยแพร่ข้อมูลสาธารณะ', body: 'ท่านได้รับแต่งตั้งให้ทำงานในระบบเผยแพร่ข้อมูลสาธารณะ ตั้งรหัสผ่านที่ลิงก์นี้', holds: `ใช้ได้ 1 ครั้ง ภายใน ${inviteDays} วัน` },
  reset: { subject: 'ตั้งรหัสผ่านใหม่', body: 'มีผู้ขอตั้งรหัสผ่านใหม่ของบัญชีนี้ ถ้าไม่ใช่ท่าน ไม่ต้องทำอะไร', holds: `ใช้ได้ 1 ครั้ง ภายใน ${resetHours} ชั่วโมง` },
} as const;

/**
 * Mails a link for setting a password. The secret is made here, on the way out, so that it rests in no queue;
 * the address carries it after the #, which browsers never send to a server.
 */
@Injectable()
export class SendAccountLinkJob implements JobHandler {
  readonly task = 'send-account-link';

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly delivery: MailDelivery,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(payload: JobPayload): Promise<void> {
    const accountId = String(payload['accountId']);
    const purpose = payload['purpose'] === 'invite' ? 'invite' : 'reset';
    const { secret, hash } = newLinkSecret();
    const account = await this.transaction.act({}, async () => {
      const { manager } = this.transaction;
      const [found] = await manager.query('select email, name from app.account_address($1)', [accountId]);
      if (!found) return null;
      await manager.query(
        `insert into account_link (id, account_id, purpose, secret_hash, expires_at) values ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
        [newId(), accountId, purpose, hash, purpose === 'invite' ? inviteDays * 24 : resetHours],
      );
      return found as { email: string; name: string };
    });
    if (!account) return;
    const link = `${consoleOrigin(this.settings)}/welcome#${secret}`;
    const { subject, body, holds } = texts[purpose];
    const mail = {
      id: String(payload['mailId']), to: { name: account.name, address: account.email }, subject, text: `${body}\n\n${link}\n\n${holds}\n`,
      html: `<!doctype html><html lang="th"><meta charset="utf-8"><body><p>${body}</p><p><a href="${link}">${link}</a></p><p>${holds}</p></body></html>`,
    };
    try {
      await this.mailer.send(mail);
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      await this.delivery.settleAddress(accountId, account.email, { is: 'bounced', reason: reasonOf(error) });
      return;
    }
    await this.delivery.settleAddress(accountId, account.email, { is: 'sent' });
  }
}
