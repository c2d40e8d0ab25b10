import { Injectable } from '@nestjs/common';
import { checkNoReasons, Clock, newId, Refusal, type FieldError, type Reason } from '@prongsai/kernel/core';
import type { Confirmations, PublishBody } from '@prongsai/kernel/contracts';
import { bangkokDay, endOfBangkokDayExclusive, fiscalYearOf, formatThaiDate, searchTextOf, startOfBangkokDay } from '@prongsai/kernel/thai';
import { requestLife, requestStateObstacle } from '@prongsai/kernel/workflow';
import { checkAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { Outbox, TenantTransaction } from '@prongsai/platform/db';
import { blobKey } from '@prongsai/platform/storage';
import { AuditTrail } from '@prongsai/domain/audit';
import type { StoredFile } from '@prongsai/domain/files';
import { isQuiet, Notifier } from '@prongsai/domain/people';
import { CheckPersonalData } from '@prongsai/domain/personal-data';
import { earlier, fileKindOf, Publication, PublicationBook, PublicationFile, publicationPath } from '@prongsai/domain/publishing';
import { CategoryReader, type Category } from '@prongsai/domain/taxonomy';
import { Tenant } from '@prongsai/domain/tenant';
import { OwnerAnswer } from './owner-answer';
import type { PublicationRequest } from './publication-request.entity';
import { RequestBook } from './request-book';

const confirmationWords: Record<keyof Confirmations, string> = {
  rightsCleared: 'ไม่ละเมิดลิขสิทธิ์ และระบุแหล่งที่มาแล้ว',
  noPersonalData: 'ไม่มีข้อมูลส่วนบุคคลที่ต้องปิด',
  descriptionRight: 'คำอธิบายถูกต้องและเหมาะสม',
  lawful: 'ไม่ขัดต่อกฎหมายว่าด้วยการกระทำความผิดเกี่ยวกับคอมพิวเตอร์',
};

/** เผยแพร่: a web master puts the approved item online in the right category (seeds 000 2.1.2, 001 3.2.1, 003 2.2). */
@Injectable()
export class PublishRequest {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly book: RequestBook,
    private readonly categories: CategoryReader,
    private readonly notifier: Notifier,
    private readonly ownerAnswer: OwnerAnswer,
    private readonly publications: PublicationBook,
    private readonly personalData: CheckPersonalData,
  ) {}

  /** Why this actor cannot publish the request now; confirmations and dates are told by publishing. */
  reasons(actor: TenantActor, request: PublicationRequest, tenant: Pick<Tenant, 'state' | 'frozen' | 'minWebMasters'>): Reason[] {
    const reasons = reasonsNotAllowed(actor, 'publish', 'Request');
    if (tenant.frozen) {
      reasons.push({ code: 'FROZEN', text: `หน่วยงานมี Web Master ไม่ครบ ${tenant.minWebMasters} คน จึงพักการเผยแพร่ไว้ หัวหน้าหน่วยงานแต่งตั้งเพิ่มก่อน` });
    }
    if (tenant.state === 'suspended' || tenant.state === 'archived') {
      reasons.push({ code: 'NOT_LIVE', text: 'เว็บไซต์ของหน่วยงานถูกระงับ ติดต่อผู้ดูแลระบบระดับจังหวัด' });
    }
    const obstacle = requestStateObstacle('publish', request.state);
    if (obstacle) reasons.push({ code: 'STATE', text: obstacle });
    else if (owesSignature(request) && endOfBangkokDayExclusive(request.verbalDueOn) <= this.clock.now()) {
      reasons.push({ code: 'SIGNATURE_LATE', text: `พ้นกำหนดลงนาม ${formatThaiDate(request.verbalDueOn, 'long')} แล้ว เผยแพร่ได้เมื่อผู้อนุมัติรับรองลงนาม` });
    }
    return reasons;
  }

  /** Puts it online. Throws 403, 409, INVALID with every confirmation or date that is not right, or PERSONAL_DATA. */
  async run(actor: TenantActor, id: string, input: PublishBody): Promise<{ request: PublicationRequest; publication: Publication }> {
    checkAllowed(actor, 'publish', 'Request');
    return this.transaction.act(actor, async () => {
      const request = await this.book.lock(actor, id);
      const tenant = await this.transaction.manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
      checkNoReasons(this.reasons(actor, request, tenant));
      const now = this.clock.now();
      const category = await this.categories.find(input.categoryCode ?? request.categoryCode ?? '', request.fiscalYear ?? fiscalYearOf(now));
      const errors = this.errorsOf(request, input, category, bangkokDay(now));
      if (errors.length > 0 || !category) throw new Refusal('INVALID', { detail: errors[0]?.text, errors });
      const files = await this.book.filesOf(request.id);
      await this.personalData.pass(actor, request, files, input.clearances);
      const publication = await this.putOnline(actor, request, this.publicationOf(actor, request, files, input, category, now), files);
      const answer = await this.ownerAnswer.give(request, { title: `เผยแพร่แล้ว “${publication.title}”`, body: 'ลิงก์ถาวรของเรื่องนี้', path: publicationPath(publication.code) });
      const saved = await this.book.save(request, {
        state: requestLife.publish.to, publishedBy: actor.accountId, publishedAt: now, publicationId: publication.id, ...answer,
      });
      await this.audit.record('request.published', 'request', id, { publicationId: publication.id, code: publication.code, categoryCode: category.code, confirmations: input.confirmations });
      if (publication.version > 1) await this.audit.record('publication.revised', 'publication', publication.id, { version: publication.version, requestId: id });
      await this.outbox.enqueue('judge-compliance', {}, 'judge-compliance');
      // Papers of a history that is only told are made when somebody looks at them.
      if (!isQuiet()) await this.outbox.enqueueLong('make-publication-papers', { publicationId: publication.id }, `make-publication-papers:${publication.id}`);
      await this.notifier.toAccount(request.requesterId, {
        kind: 'published', title: `เผยแพร่แล้ว “${publication.title}”`, body: `ลิงก์ถาวร ${publicationPath(publication.code)}`, path: `/t/@/requests/${id}`,
      });
      return { request: saved, publication };
    });
  }

  /** Only category and dates may change, and dates only within what was approved (SPEC 6). */
  private errorsOf(request: PublicationRequest, input: PublishBody, category: Category | null, today: string): FieldError[] {
    const errors: FieldError[] = [];
    for (const [name, words] of Object.entries(confirmationWords)) {
      if (!input.confirmations[name as keyof Confirmations]) {
        errors.push({ path: `confirmations.${name}`, code: 'not_confirmed', text: `ยังเผยแพร่ไม่ได้ ยืนยันก่อน: ${words}` });
      }
    }
    if (!category) errors.push({ path: 'categoryCode', code: 'not_in_profile', text: 'หมวดหมู่นี้ไม่อยู่ในกรอบแนวทางของหน่วยงาน เลือกหมวดหมู่อื่นจากรายการ' });
    const approvedFrom = request.publishFrom ?? today;
    const from = input.publishFrom ?? approvedFrom;
    const until = input.publishUntil === undefined ? request.publishUntil : input.publishUntil;
    if (from < approvedFrom) errors.push({ path: 'publishFrom', code: 'outside_approval', text: 'วันที่เผยแพร่อยู่ก่อนวันที่ได้รับอนุญาต เลือกวันในช่วงที่อนุญาต' });
    if (request.publishUntil && (until === null || until > request.publishUntil)) {
      errors.push({ path: 'publishUntil', code: 'outside_approval', text: 'วันครบระยะเวลาอยู่หลังวันที่ได้รับอนุญาต เลือกวันในช่วงที่อนุญาต หรือขอขยายเวลา' });
    }
    if (owesSignature(request) && from > request.verbalDueOn) {
      errors.push({ path: 'publishFrom', code: 'after_signature', text: `วันที่เผยแพร่อยู่หลังกำหนดลงนาม ${formatThaiDate(request.verbalDueOn, 'long')} รอการลงนามก่อน หรือเลือกวันก่อนหน้า` });
    }
    if (until && until < from) errors.push({ path: 'publishUntil', code: 'reversed', text: 'วันครบระยะเวลาการเผยแพร่ต้องอยู่หลังวันที่เผยแพร่ แก้วันใดวันหนึ่ง' });
    else if (until && until < today) errors.push({ path: 'publishUntil', code: 'past', text: 'วันครบระยะเวลาการเผยแพร่ผ่านไปแล้ว ให้เจ้าของข้อมูลขอใหม่' });
    return errors;
  }

  private publicationOf(actor: TenantActor, request: PublicationRequest, files: readonly StoredFile[], input: PublishBody, category: Category, now: Date): Publication {
    const publishFrom = input.publishFrom ?? request.publishFrom ?? bangkokDay(now);
    const publishUntil = input.publishUntil === undefined ? request.publishUntil : input.publishUntil;
    const opens = startOfBangkokDay(publishFrom);
    const ownEnd = publishUntil ? endOfBangkokDayExclusive(publishUntil) : null;
    const approvalDueAt = owesSignature(request) ? endOfBangkokDayExclusive(request.verbalDueOn) : null;
    return this.transaction.manager.getRepository(Publication).create({
      tenantId: actor.tenantId, id: newId(), code: request.linkCode as string, requestId: request.id,
      title: request.title as string, details: request.details, categoryCode: category.code,
      subItemCode: category.code === request.categoryCode ? request.subItemCode : null, requirementGroup: category.requirementGroup,
      sourceName: request.sourceName as string, dataFrom: request.dataFrom as string, dataUntil: request.dataUntil as string,
      externalLink: request.externalLink, credit: request.credit, workGroupId: request.workGroupId,
      publishFrom, publishUntil, liveFrom: opens > now ? opens : now, liveUntil: earlier(ownEnd, approvalDueAt), approvalDueAt,
      publishedAt: now, publishedBy: actor.accountId,
      version: 1, revisedAt: null, revisedBy: null, confirmedCurrentAt: null, confirmedCurrentBy: null, expiryRecordedAt: null, takedownDueAt: null,
      withdrawnAt: null, withdrawnBy: null, withdrawReason: null, withdrawnInError: false, supersededAt: null, supersededBy: null, supersedeReason: null, successorId: null,
      searchText: searchTextOf([request.title, request.details, request.sourceName]), fileKinds: [...new Set(files.map(({ extension }) => fileKindOf(extension)))].sort(),
    });
  }

  /** Something new gets a place of its own; a new version goes behind the link of the item that it is for, from now on. */
  private async putOnline(actor: TenantActor, request: PublicationRequest, asked: Publication, files: readonly StoredFile[]): Promise<Publication> {
    const { tenantId } = actor;
    const rows = files.map((file, index) => ({
      tenantId, number: index + 1, fileId: file.id, name: file.name,
      mediaType: file.mediaType, extension: file.extension, size: file.size, storageKey: blobKey(tenantId, file.sha256),
    }));
    if (request.forPublicationId) {
      const at = asked.publishedAt;
      const {
        requestId, title, details, categoryCode, subItemCode, requirementGroup, sourceName, dataFrom, dataUntil, externalLink, credit, workGroupId, publishUntil, liveUntil, approvalDueAt, searchText, fileKinds,
      } = asked;
      const next = {
        requestId, title, details, categoryCode, subItemCode, requirementGroup, sourceName, dataFrom, dataUntil, externalLink, credit, workGroupId, publishUntil, liveUntil, approvalDueAt, searchText, fileKinds,
      };
      return this.publications.revise(await this.publications.lockFor('revise', actor, request.forPublicationId, at), next, rows, { accountId: actor.accountId, at });
    }
    await this.transaction.manager.getRepository(Publication).insert(asked);
    if (rows.length > 0) await this.transaction.manager.getRepository(PublicationFile).insert(rows.map((row) => ({ ...row, publicationId: asked.id })));
    return asked;
  }
}

/** Whether it was allowed verbally and the written approval is still to come. */
function owesSignature(request: PublicationRequest): request is PublicationRequest & { verbalDueOn: string } {
  return request.verbalDueOn !== null && request.approvedBy === null;
}

