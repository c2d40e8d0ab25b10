import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newLinkCode, Refusal, type Reason } from '@prongsai/kernel/core';
import { bangkokDay, fiscalYearOf } from '@prongsai/kernel/thai';
import type { Clearances } from '@prongsai/kernel/contracts';
import { requestLife } from '@prongsai/kernel/workflow';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Notifier } from '@prongsai/domain/people';
import { CheckPersonalData } from '@prongsai/domain/personal-data';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { missingOf } from './completeness';
import type { PublicationRequest } from './publication-request.entity';
import { ownerReasons } from './owner-reasons';
import { RequestBook } from './request-book';

/** ส่งคำขอ: refuses what is incomplete with all that is missing, numbers it and reserves the permanent link. */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly categories: CategoryReader,
    private readonly notifier: Notifier,
    private readonly personalData: CheckPersonalData,
  ) {}

  /** Why this actor cannot send the request in its state; what is missing in it is told by sending. */
  reasons(actor: TenantActor, request: PublicationRequest): Reason[] {
    return ownerReasons('submit', actor, request);
  }

  /** Sends it. Throws INCOMPLETE with every field and a sentence in Thai, PERSONAL_DATA with what was found and has no reason, 403 or 409. */
  async run(actor: TenantActor, id: string, clearances?: Clearances): Promise<PublicationRequest> {
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'write', 'Request', request);
      checkNoReasons(this.reasons(actor, request));
      const now = this.clock.now();
      const fiscalYear = request.fiscalYear ?? fiscalYearOf(now);
      const files = await this.book.filesOf(id);
      // What an extension shows was approved before, under the framework of its year.
      const errors = request.purpose === 'extend' ? [] : missingOf(request, { files, categories: await this.categories.list(fiscalYear), fiscalYear, today: bangkokDay(now) });
      if (errors.length > 0) throw new Refusal('INCOMPLETE', { detail: `ยังส่งไม่ได้ มี ${errors.length} เรื่องต้องแก้`, errors });
      await this.personalData.pass(actor, request, files, clearances);
      const saved = await this.book.save(request, {
        state: requestLife.submit.to, submittedAt: now, fiscalYear, number: request.number ?? (await this.nextNumber(fiscalYear)),
        linkCode: request.linkCode ?? newLinkCode(() => crypto.randomBytes(1)[0] as number),
        decidedBy: null, decidedFor: null, decidedAs: null, decidedAt: null, comment: null,
      });
      await this.audit.record('request.submitted', 'request', id, { number: saved.number, fiscalYear });
      await this.notifier.toRoles(['approver', 'unit_head'], {
        kind: 'to_approve', title: `มีคำขอใหม่รอพิจารณา “${saved.title}”`, body: `จาก${actor.name}`, path: `/t/@/requests/${id}`,
      }, actor.accountId);
      return saved;
    });
  }

  /** Running number within the unit and the fiscal year, without holes: taken under the counter's row lock. */
  private async nextNumber(fiscalYear: number): Promise<number> {
    const rows: Array<{ last_number: number }> = await this.transaction.manager.query(
      `insert into request_counter (fiscal_year, last_number) values ($1, 1)
       on conflict (tenant_id, fiscal_year) do update set last_number = request_counter.last_number + 1 returning last_number`,
      [fiscalYear],
    );
    return (rows[0] as { last_number: number }).last_number;
  }
}
