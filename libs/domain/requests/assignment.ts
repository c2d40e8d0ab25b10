import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '@prongsai/kernel/core';
import { bangkokDay } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { inForceSql } from '@prongsai/domain/people';

/** Which web master an allowed request goes to. The assignment routes the work; it is no permission (SPEC 4). */
@Injectable()
export class Assignment {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
  ) {}

  /** The wished one, or the web master with the fewest open tasks; null when the unit has none. Throws INVALID for a person who is no web master today. */
  async choose(webMasterId: string | undefined): Promise<{ id: string; name: string } | null> {
    const webMasters: Array<{ id: string; name: string }> = await this.transaction.manager.query(
      `select account.id, account.name,
              (select count(*)::int from publication_request waiting where waiting.web_master_id = account.id and waiting.state in ('approved', 'approved_verbally')) as waiting
       from appointment join account on account.id = appointment.account_id
       where appointment.role = 'web_master' and ${inForceSql('$1::date')}
       order by waiting, account.id`,
      [bangkokDay(this.clock.now())],
    );
    if (!webMasterId) return webMasters[0] ?? null;
    const chosen = webMasters.find((person) => person.id === webMasterId);
    if (!chosen) {
      throw new Refusal('INVALID', { errors: [{ path: 'webMasterId', code: 'not_web_master', text: 'ผู้ที่เลือกไม่ใช่ Web Master ที่มีคำสั่งแต่งตั้งวันนี้ เลือกจากรายการ' }] });
    }
    return chosen;
  }
}
