import { Injectable } from '@nestjs/common';
import type { PaperSettingBody } from '@prongsai/kernel/contracts';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { PaperSetting } from './paper.entity';

/** Through whom the unit's memos pass, and the announcement that they cite. Papers that are made already stay as they are. */
@Injectable()
export class ChangePaperSetting {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly audit: AuditTrail,
  ) {}

  /** Throws 403. */
  async run(actor: TenantActor, wanted: PaperSettingBody): Promise<void> {
    checkAllowed(actor, 'sign', 'Paper');
    await this.transaction.act(actor, async () => {
      await this.transaction.manager.getRepository(PaperSetting).upsert({ tenantId: actor.tenantId, ...wanted }, ['tenantId']);
      await this.audit.record('paper.setting_changed', 'paper', actor.tenantId);
    });
  }
}
