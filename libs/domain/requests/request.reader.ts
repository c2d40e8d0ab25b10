import { Inject, Injectable } from '@nestjs/common';
import { Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import type { Abilities, RequestLine, RequestListQuery, RequestView } from '@prongsai/kernel/contracts';
import { addWorkingDays, bangkokDay, workingDaysBetween } from '@prongsai/kernel/thai';
import type { TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { FileReader } from '@prongsai/domain/files';
import { publicationPath, searchedTitle, searchPatterns } from '@prongsai/domain/publishing';
import { Tenant, TenantReader } from '@prongsai/domain/tenant';
import { ApproveRequest } from './approve-request.verb';
import { ApproveVerbally } from './approve-verbally.verb';
import { CancelRequest } from './cancel-request.verb';
import { ConfirmApproval } from './confirm-approval.verb';
import { DeleteDraft } from './delete-draft.verb';
import { EditRequest } from './edit-request.verb';
import { mayKnow } from './may-know';
import { PublicationRequest } from './publication-request.entity';
import { PublishRequest } from './publish-request.verb';
import { RecordAnswer } from './record-answer.verb';
import { RefuseRequest } from './refuse-request.verb';
import { RequestBook } from './request-book';
import { ReturnRequest } from './return-request.verb';
import { SubmitRequest } from './submit-request.verb';
import { TakeBackApproval } from './take-back-approval.verb';

/** What a list of requests may be asked for; `before` is the last id of the page before. */
export type RequestWishes = Partial<Omit<RequestListQuery, 'cursor' | 'limit'>> & { before?: string | null; limit: number };

interface Person {
  id: string;
  name: string;
  position: string | null;
}

/** Reads requests with what the actor may do on each; the console repeats no rule. */
@Injectable()
export class RequestReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly book: RequestBook,
    private readonly tenants: TenantReader,
    private readonly edit: EditRequest,
    private readonly remove: DeleteDraft,
    private readonly submit: SubmitRequest,
    private readonly cancel: CancelRequest,
    private readonly approve: ApproveRequest,
    private readonly giveBack: ReturnRequest,
    private readonly refuse: RefuseRequest,
    private readonly publish: PublishRequest,
    private readonly approveVerbally: ApproveVerbally,
    private readonly confirm: ConfirmApproval,
    private readonly takeBack: TakeBackApproval,
    private readonly answer: RecordAnswer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One request. Throws NOT_FOUND. */
  async get(actor: TenantActor, id: string): Promise<RequestView> {
    if (!isId(id)) notFound();
    const { manager } = this.transaction;
    const request = (await manager.getRepository(PublicationRequest).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    if (!mayKnow(actor, request)) notFound();
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const people = await this.peopleOf([request]);
    return {
      ...this.line(actor, request, tenant, people, await this.tenants.listHolidays()),
      fiscalYear: request.fiscalYear, details: request.details, subItemCode: request.subItemCode, sourceName: request.sourceName,
      dataFrom: request.dataFrom, dataUntil: request.dataUntil, publishFrom: request.publishFrom, externalLink: request.externalLink,
      remarks: request.remarks, intakeChannel: request.intakeChannel, credit: request.credit, recorded: request.recorded, contact: request.contact,
      workGroupId: request.workGroupId, requirementCodes: request.requirementCodes,
      files: (await this.book.filesOf(request.id)).map(FileReader.view),
      lastEditor: personOf(people, request.lastEditorId),
      decidedBy: request.decidedBy ? personOf(people, request.decidedBy) : null,
      decidedFor: request.decidedFor && request.decidedAs ? { ...personOf(people, request.decidedFor), kind: request.decidedAs } : null,
      publishedBy: request.publishedBy ? personOf(people, request.publishedBy) : null,
      url: request.linkCode ? `${siteOrigin(this.settings, tenant.slug)}${publicationPath(request.linkCode)}` : null,
      publicationId: request.publicationId, forPublicationId: request.forPublicationId,
    };
  }

  /** Requests newest first, narrowed as asked. Answers at most `limit`. */
  async list(actor: TenantActor, wishes: RequestWishes): Promise<RequestLine[]> {
    const { manager } = this.transaction;
    const query = manager.getRepository(PublicationRequest).createQueryBuilder('request').where('request.tenantId = :tenantId', { tenantId: actor.tenantId });
    if (wishes.state?.length) query.andWhere('request.state in (:...states)', { states: wishes.state });
    if (wishes.category) query.andWhere('request.categoryCode = :category', wishes);
    if (wishes.fiscalYear) query.andWhere('request.fiscalYear = :fiscalYear', wishes);
    if (wishes.signature === 'owed') query.andWhere('request.verbalDueOn is not null and request.approvedBy is null');
    if (wishes.answer === 'owed') query.andWhere('request.answerOwedAt is not null and request.answeredAt is null');
    if (wishes.of === 'mine') query.andWhere('request.requesterId = :mine', { mine: actor.accountId });
    searchPatterns(wishes.q ?? '').forEach((pattern, index) => {
      query.andWhere(`(${searchedTitle('request.title')} ilike :word${index} or request.number || '/' || request.fiscal_year like :word${index})`, { [`word${index}`]: pattern });
    });
    if (!actor.roles.includes('unit_head')) query.andWhere(`(request.state <> 'draft' or request.requesterId = :me)`, { me: actor.accountId });
    if (wishes.before) query.andWhere('request.id < :before', { before: wishes.before });
    const requests = await query.orderBy('request.id', 'DESC').limit(wishes.limit).getMany();
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const [people, holidays] = [await this.peopleOf(requests), await this.tenants.listHolidays()];
    return requests.map((request) => this.line(actor, request, tenant, people, holidays));
  }

  private line(actor: TenantActor, request: PublicationRequest, tenant: Tenant, people: Map<string, Person>, holidays: ReadonlySet<string>): RequestLine {
    const due = dueOn(request, tenant, holidays);
    return {
      id: request.id, number: request.number ? `${request.number}/${request.fiscalYear}` : null, state: request.state, version: request.version,
      title: request.title, categoryCode: request.categoryCode, requester: personOf(people, request.requesterId), verbal: verbalOf(request, people),
      webMaster: request.webMasterId ? personOf(people, request.webMasterId) : null,
      createdAt: request.createdAt.toISOString(), submittedAt: request.submittedAt?.toISOString() ?? null,
      decidedAt: request.decidedAt?.toISOString() ?? null, publishedAt: request.publishedAt?.toISOString() ?? null,
      refusalReason: request.refusalReason, comment: request.comment, purpose: request.purpose, publishUntil: request.publishUntil,
      dueOn: due, dueIn: due === null ? null : workingDaysBetween(bangkokDay(this.clock.now()), due, holidays),
      answer: request.answerOwedAt && { owedAt: request.answerOwedAt.toISOString(), answeredAt: request.answeredAt?.toISOString() ?? null, note: request.answerNote }, abilities: this.abilities(actor, request, tenant),
    };
  }

  private abilities(actor: TenantActor, request: PublicationRequest, tenant: Tenant): Abilities {
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    return {
      edit: ability(this.edit.reasons(actor, request)), delete: ability(this.remove.reasons(actor, request)),
      submit: ability(this.submit.reasons(actor, request)), cancel: ability(this.cancel.reasons(actor, request)),
      approve: ability(this.approve.reasons(actor, request)), return: ability(this.giveBack.reasons(actor, request)),
      'approve-verbally': ability(this.approveVerbally.reasons(actor, request, tenant)), 'confirm-approval': ability(this.confirm.reasons(actor, request)),
      'take-back': ability(this.takeBack.reasons(actor, request)), answered: ability(this.answer.reasons(actor, request)), refuse: ability(this.refuse.reasons(actor, request)), publish: ability(this.publish.reasons(actor, request, tenant)),
    };
  }

  private async peopleOf(requests: PublicationRequest[]): Promise<Map<string, Person>> {
    const ids = new Set(requests.flatMap((one) => [one.requesterId, one.lastEditorId, one.decidedBy, one.webMasterId, one.publishedBy, one.verbalApproverId, one.verbalRecordedBy, one.approvedBy, one.decidedFor]));
    ids.delete(null);
    const people: Person[] = ids.size === 0 ? [] : await this.transaction.manager.query('select id, name, position from account where id = any($1)', [[...ids]]);
    return new Map(people.map((person) => [person.id, person]));
  }
}

function personOf(people: Map<string, Person>, id: string): Person {
  return people.get(id) ?? { id, name: 'ไม่ทราบชื่อ', position: null };
}

function verbalOf(request: PublicationRequest, people: Map<string, Person>): RequestLine['verbal'] {
  const { verbalApproverId, verbalApprovedAt, verbalChannel, verbalRecordedBy, verbalDueOn, verbalConfirmedAt, approvedBy } = request;
  if (!verbalApproverId || !verbalApprovedAt || !verbalChannel || !verbalRecordedBy || !verbalDueOn) return null;
  return {
    approver: personOf(people, verbalApproverId), approvedAt: verbalApprovedAt.toISOString(), channel: verbalChannel, recordedBy: personOf(people, verbalRecordedBy), dueOn: verbalDueOn,
    confirmedAt: verbalConfirmedAt?.toISOString() ?? null, confirmedBy: approvedBy ? personOf(people, approvedBy) : null,
  };
}

/** Until when the unit's framework wants the next step: so many working days to decide, so many to publish. */
function dueOn(request: PublicationRequest, tenant: Tenant, holidays: ReadonlySet<string>): string | null {
  if (request.state === 'submitted' && request.submittedAt) return addWorkingDays(bangkokDay(request.submittedAt), tenant.workingDaysToDecide, holidays);
  if ((request.state === 'approved' || request.state === 'approved_verbally') && request.decidedAt) return addWorkingDays(bangkokDay(request.decidedAt), tenant.workingDaysToPublish, holidays);
  return null;
}
