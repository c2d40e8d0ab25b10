import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { SignPaperBody } from '@prongsai/kernel/contracts';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import type { Paper } from './paper.entity';
import { PaperBook } from './paper-book';

/** The head signs an announcement or an order; from the next making on nothing of it changes. */
@Injectable()
export class SignPaper {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: PaperBook,
  ) {}

  /** Why this actor cannot sign the paper now. */
  reasons(actor: TenantActor, paper: Pick<Paper, 'kind' | 'state' | 'signedAt'>): Reason[] {
    const reasons = reasonsNotAllowed(actor, 'sign', 'Paper');
    if (paper.kind !== 'framework_announcement' && paper.kind !== 'web_master_order') reasons.push({ code: 'STATE', text: 'เอกสารนี้ลงนามในขั้นตอนของคำขอหรือรายงาน' });
    else if (paper.signedAt) reasons.push({ code: 'STATE', text: 'ลงนามแล้ว เนื้อหาไม่เปลี่ยนแปลงอีก ถ้าต้องแก้ไขให้จัดทำฉบับใหม่' });
    else if (paper.state !== 'ready') reasons.push({ code: 'STATE', text: 'ระบบกำลังจัดทำร่าง รอสักครู่แล้วตรวจร่างก่อนลงนาม' });
    return reasons;
  }

  /** Signs it on that day; an order needs the number that the clerk gave. Throws NOT_FOUND, 403, 409 or INVALID. */
  async run(actor: TenantActor, id: string, { signedOn, orderNumber }: SignPaperBody): Promise<Paper> {
    checkAllowed(actor, 'sign', 'Paper');
    return this.transaction.act(actor, async () => {
      const paper = await this.book.lock(actor.tenantId, id);
      checkNoReasons(this.reasons(actor, paper));
      const { facts } = paper;
      if (facts.kind === 'web_master_order' && !orderNumber) {
        throw new Refusal('INVALID', { errors: [{ path: 'orderNumber', code: 'missing', text: 'ยังไม่มีเลขที่คำสั่ง ขอเลขจากธุรการแล้วกรอกก่อนลงนาม' }] });
      }
      const now = this.clock.now();
      if (facts.kind !== 'framework_announcement' && facts.kind !== 'web_master_order') return paper;
      const [signer]: Array<{ name: string; position: string | null }> = await this.transaction.manager.query('select name, position from account where id = $1', [actor.accountId]);
      const head = { name: signer?.name ?? actor.name, position: signer?.position ?? facts.head.position, signedAt: now.toISOString() };
      const signed = { ...facts, head, signedOn, ...(facts.kind === 'web_master_order' ? { orderNumber: orderNumber ?? null } : {}) };
      const saved = await this.book.save(paper, { facts: signed, state: 'waiting', tries: 0, askedAt: now, signedAt: now, signedBy: actor.accountId });
      await this.audit.record('paper.signed', 'paper', id, { kind: paper.kind, signedOn, orderNumber: orderNumber ?? null });
      await this.outbox.enqueueLong('make-paper', { paperId: id }, `make-paper:${id}`);
      return saved;
    });
  }
}
