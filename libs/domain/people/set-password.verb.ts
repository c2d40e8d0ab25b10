import { Injectable } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import { hashLinkSecret } from './account-link';
import { hashPassword } from './credentials';

/** Sets a password by the link that a person was mailed; it works once, and ends every session of the account. */
@Injectable()
export class SetPassword {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Throws NOT_POSSIBLE for a link that is used, over or unknown: all the same. */
  async run(secret: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.transaction.act({}, async () => {
      const { manager } = this.transaction;
      const [{ account_id: accountId }] = await manager.query('select app.set_password_by_link($1, $2) as account_id', [hashLinkSecret(secret), passwordHash]);
      if (!accountId) {
        const text = 'ลิงก์นี้ใช้แล้วหรือหมดอายุ ขอคำเชิญใหม่จากหัวหน้าหน่วยงาน หรือเลือก “ลืมรหัสผ่าน”';
        throw new Refusal('NOT_POSSIBLE', { detail: text, reasons: [{ code: 'LINK_USED', text }] });
      }
      await manager.query(`delete from session where sess ->> 'passport' = $1`, [accountId]);
    });
  }
}
