import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { publicationState } from '@prongsai/kernel/workflow';
import { Outbox, TenantTransaction, type Scope } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { Publication } from './publication.entity';

/**
 * Records that an item's period has ended, and tells its owner. The site stopped showing it at that second by itself:
 * this writes the trail, once, whether it runs early or late.
 */
@Injectable()
export class ExpirePublication {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly notifier: Notifier,
  ) {}

  /** Answers whether there was something to record. `scope` is the unit's own, with no person. */
  async run(scope: Scope & { tenantId: string }, id: string): Promise<boolean> {
    return this.transaction.act(scope, async () => {
      const publications = this.transaction.manager.getRepository(Publication);
      const publication = await publications.findOne({ where: { tenantId: scope.tenantId, id }, lock: { mode: 'pessimistic_write' } });
      if (!publication || publication.expiryRecordedAt || publicationState(publication, this.clock.now()) !== 'expired') return false;
      await publications.update({ tenantId: scope.tenantId, id }, { expiryRecordedAt: this.clock.now() });
      const isUnconfirmed = publication.approvalDueAt !== null && publication.liveUntil?.getTime() === publication.approvalDueAt.getTime();
      await this.audit.record('publication.expired', 'publication', id, { liveUntil: publication.liveUntil?.toISOString(), ...(isUnconfirmed ? { missing: 'written_approval' } : {}) });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      await this.notifier.toRoles(isUnconfirmed ? ['web_master', 'approver', 'unit_head'] : ['web_master'], {
        kind: 'expired',
        title: isUnconfirmed ? `“${publication.title}” ลงจากเว็บไซต์แล้ว เพราะไม่มีการลงนามภายในกำหนด` : `“${publication.title}” ครบระยะเวลาและลงจากเว็บไซต์แล้ว`,
        body: isUnconfirmed ? 'ถ้ายังต้องเผยแพร่ ให้คัดลอกเป็นคำขอใหม่' : 'ลิงก์เดิมแจ้งเหตุและช่องทางสอบถาม',
        path: `/t/@/publications/${id}`,
      });
      return true;
    });
  }

  /** Items of the unit whose period has ended and is not yet recorded, oldest first. */
  async due(scope: Scope & { tenantId: string }, limit = 200): Promise<string[]> {
    return this.transaction.act(scope, async () => {
      const rows: Array<{ id: string }> = await this.transaction.manager.query(
        `select id from publication
         where tenant_id = app.tenant_id() and live_until <= app.now() and expiry_recorded_at is null and withdrawn_at is null and superseded_at is null
         order by live_until limit $1`,
        [limit],
      );
      return rows.map((row) => row.id);
    });
  }
}
