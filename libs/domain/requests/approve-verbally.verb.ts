import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, Refusal, type Reason } from '@prongsai/kernel/core';
import type { ApproveVerballyBody } from '@prongsai/kernel/contracts';
import { addWorkingDays, bangkokDay, formatThaiDate } from '@prongsai/kernel/thai';
import { requestLife, requestStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { delegationInForceSql, inForceSql, Notifier } from '@prongsai/domain/people';
import { Tenant, TenantReader } from '@prongsai/domain/tenant';
import { Assignment } from './assignment';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

/** Clocks of two machines differ by this much without anybody being wrong. */
const clockSkewMs = 5 * 60_000;

/**
 * กรณีเร่งด่วน: writes down that an approver allowed the request verbally (seeds 000 3.2.1, 004; SPEC 6). The written
 * approval is due some working days after the spoken one.
 */
@Injectable()
export class ApproveVerbally {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly book: RequestBook,
    private readonly notifier: Notifier,
    private readonly assignment: Assignment,
    private readonly tenants: TenantReader,
  ) {}

  /** Why this actor cannot record it now; what is wrong with approver, time and channel is told by recording. */
  reasons(actor: TenantActor, request: PublicationRequest, tenant: Pick<Tenant, 'verbalApprovalAllowed'>): Reason[] {
    const reasons = reasonsNotAllowed(actor, 'recordVerbal', 'Request', request);
    if (!tenant.verbalApprovalAllowed) {
      reasons.push({ code: 'VERBAL_NOT_USED', text: 'กรอบแนวทางของหน่วยงานไม่ใช้การอนุญาตด้วยวาจา รอผู้อนุมัติรับรองพิจารณา' });
    }
    if (request.purpose === 'extend') reasons.push({ code: 'NOT_URGENT', text: 'การขยายเวลาไม่ใช้การอนุญาตด้วยวาจา รอผู้อนุมัติรับรองพิจารณา' });
    const obstacle = requestStateObstacle('approveVerbally', request.state);
    if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
    return reasons;
  }

  /** Records it. Throws NOT_FOUND, 403, 409, or INVALID for an approver who held no such role then, or an impossible time. */
  async run(actor: TenantActor, id: string, input: ApproveVerballyBody): Promise<PublicationRequest> {
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      checkAllowed(actor, 'recordVerbal', 'Request', request);
      const tenant = await this.tenants.get(actor.tenantId);
      checkNoReasons(this.reasons(actor, request, tenant));
      const now = this.clock.now();
      const said = new Date(input.approvedAt);
      const approvedAt = said > now && said.getTime() - now.getTime() <= clockSkewMs ? now : said;
      const dueOn = addWorkingDays(bangkokDay(approvedAt), tenant.workingDaysToConfirm, await this.tenants.listHolidays());
      checkTime(approvedAt, dueOn, now);
      const approver = await this.approverOf(actor, request, input.approverId, approvedAt);
      const assigned = await this.assignment.choose(input.webMasterId);
      const saved = await this.book.save(request, {
        state: requestLife.approveVerbally.to, decidedBy: approver.id, decidedAt: approvedAt, webMasterId: assigned?.id ?? null, comment: null, refusalReason: null,
        verbalApproverId: approver.id, verbalApprovedAt: approvedAt, verbalChannel: input.channel, verbalRecordedBy: actor.accountId, verbalRecordedAt: now,
        verbalDueOn: dueOn, verbalRemindedOn: bangkokDay(now), verbalConfirmedAt: null,
      });
      await this.audit.record('request.approved_verbally', 'request', id, {
        approverId: approver.id, approverName: approver.name, approvedAt: approvedAt.toISOString(), channel: input.channel, dueOn, webMasterId: assigned?.id ?? null,
      });
      const path = `/t/@/requests/${id}`;
      await this.notifier.toRoles(['approver', 'unit_head'], {
        kind: 'signature_owed', title: `“${request.title}” บันทึกว่า${approver.name}อนุญาตด้วยวาจา`, body: `ลงนามภายใน ${formatThaiDate(dueOn, 'long')} มิฉะนั้นรายการจะลงจากเว็บไซต์`, path,
      }, actor.accountId);
      const told = { kind: 'approved_verbally', title: `อนุญาตด้วยวาจา “${request.title}”`, body: assigned ? `มอบหมาย ${assigned.name} นำขึ้นเผยแพร่` : '', path };
      for (const person of new Set([request.requesterId, ...(assigned ? [assigned.id] : [])])) if (person !== actor.accountId) await this.notifier.toAccount(person, told);
      return saved;
    });
  }

  /** The named person, who held the role on the day on which they spoke, and is somebody else than all who wrote. */
  private async approverOf(actor: TenantActor, request: PublicationRequest, approverId: string, at: Date): Promise<{ id: string; name: string }> {
    if (approverId === actor.accountId) {
      throw new Refusal('SAME_PERSON', { detail: 'ท่านเป็นผู้อนุญาตเอง ให้พิจารณาในระบบแทนการบันทึกด้วยวาจา' });
    }
    if (approverId === request.requesterId || approverId === request.lastEditorId) {
      throw new Refusal('SAME_PERSON', { detail: 'ผู้ขอหรือผู้แก้ไขล่าสุดอนุญาตเรื่องของตนเองด้วยวาจาไม่ได้ เลือกผู้อนุมัติรับรองคนอื่น' });
    }
    const [approver]: Array<{ id: string; name: string }> = await this.transaction.manager.query(
      `select account.id, account.name from appointment join account on account.id = appointment.account_id
       where account.id = $1 and appointment.role in ('approver', 'unit_head') and account.suspended_at is null and ${inForceSql('$2::date')}
       union
       select account.id, account.name from delegation join account on account.id = delegation.delegate_id
       where account.id = $1 and account.suspended_at is null and delegation.principal_id <> $4 and delegation.principal_id <> $5 and ${delegationInForceSql('$3::timestamptz', '$2::date')} limit 1`,
      [approverId, bangkokDay(at), at, request.requesterId, request.lastEditorId],
    );
    if (approver) return approver;
    throw new Refusal('INVALID', {
      errors: [{ path: 'approverId', code: 'not_approver', text: 'ผู้ที่เลือกไม่ได้เป็นผู้อนุมัติรับรองหรือหัวหน้าหน่วยงานในวันนั้น เลือกจากรายการ' }],
    });
  }
}

function checkTime(approvedAt: Date, dueOn: string, now: Date): void {
  const wrong = approvedAt > now
    ? { code: 'future', text: 'เวลาที่อนุญาตด้วยวาจาอยู่ในอนาคต ตรวจวันและเวลา' }
    : dueOn < bangkokDay(now) ? { code: 'past', text: `อนุญาตด้วยวาจานานเกินไป พ้นกำหนดลงนาม ${formatThaiDate(dueOn, 'long')} แล้ว ให้ผู้อนุมัติรับรองพิจารณาในระบบ` } : null;
  if (wrong) throw new Refusal('INVALID', { errors: [{ path: 'approvedAt', ...wrong }] });
}
