import { Injectable } from '@nestjs/common';
import { Clock, isId, notFound } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { PaperPress } from '@prongsai/platform/pdf';
import { RequestReader } from '@prongsai/domain/requests';
import { RequestFactsReader } from './facts/request-facts.reader';
import { fileNameOf, orderOf } from './wording/paper-order';

/** Form and memo of a request as they would be now; nothing is kept. Set in the press's own thread. */
@Injectable()
export class PreviewPaper {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly requests: RequestFactsReader,
    private readonly reader: RequestReader,
    private readonly press: PaperPress,
  ) {}

  /** Whoever may read the request may see its papers. Throws 403 or NOT_FOUND. */
  async run(actor: TenantActor, requestId: string, kind: 'request_form' | 'publication_memo'): Promise<{ name: string; bytes: Buffer }> {
    checkAllowed(actor, 'read', 'Paper');
    if (!isId(requestId)) notFound();
    const facts = await this.transaction.act(actor, async () => {
      await this.reader.get(actor, requestId);
      return this.requests.of(actor.tenantId, requestId);
    });
    const title = facts.title || 'คำขอที่ยังไม่ได้ตั้งหัวข้อ';
    const bytes = await this.press.set(orderOf({ ...facts, kind }, { title, createdAt: this.clock.now() }));
    return { name: fileNameOf(kind, facts.number ?? '', title, 'pdf'), bytes };
  }
}
