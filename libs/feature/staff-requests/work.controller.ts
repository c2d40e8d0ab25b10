import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { PageQuery, pageOf, StaffFind, WorkView } from '@prongsai/kernel/contracts';
import { canStart, reportLife } from '@prongsai/kernel/workflow';
import { inTenant, isAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { MemberReader } from '@prongsai/domain/people';
import { StaffPublicationReader } from '@prongsai/domain/publishing';
import { ReportReader } from '@prongsai/domain/reporting';
import { RequestReader, StaffSearch } from '@prongsai/domain/requests';

const SearchQuery = PageQuery.extend({ q: z.string({ message: 'พิมพ์คำที่ต้องการหา' }).trim().min(1, { message: 'พิมพ์คำที่ต้องการหา' }).max(200, { message: 'คำค้นยาวเกิน 200 ตัวอักษร' }) });

/** More than this many tasks of a kind are not one person's day; the lists page through the rest. */
const mostTasks = 100;
/** The first warning of an end (SPEC 8), and how early a check may be done. */
const endingDays = 30;
const checkDays = 14;
const reportActs = ['acknowledge', 'send', 'submit'] as const;

/** What waits for a person, and finding something of the unit again. */
@Controller()
export class WorkController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly requests: RequestReader,
    private readonly publications: StaffPublicationReader,
    private readonly reports: ReportReader,
    private readonly members: MemberReader,
    private readonly search: StaffSearch,
  ) {}

  @ApiRoute('GET', '/tenants/:slug/work', { access: inTenant('read', 'Request'), summary: 'What waits for the signed-in person in this unit', response: WorkView })
  show(@CurrentActor() actor: TenantActor): Promise<WorkView> {
    return this.transaction.act(actor, async () => {
      const open = await this.requests.list(actor, { state: ['draft', 'submitted', 'returned', 'approved', 'approved_verbally'], limit: 200 });
      const owed = await this.requests.list(actor, { state: ['published'], signature: 'owed', limit: mostTasks });
      const toAnswer = await this.requests.list(actor, { state: ['refused', 'published', 'returned'], answer: 'owed', limit: mostTasks });
      const known = new Set([...open, ...owed].map(({ id }) => id));
      const asked = [...open, ...owed, ...toAnswer.filter(({ id }) => !known.has(id))].filter(({ state, requester, abilities }) => {
        const isOwn = requester.id === actor.accountId && (state === 'draft' || state === 'returned');
        return (isOwn && abilities['edit']?.allowed) || abilities['approve']?.allowed || abilities['confirm-approval']?.allowed || abilities['answered']?.allowed || abilities['publish']?.allowed;
      });
      const mayTakeDown = isAllowed(actor.ability, 'withdraw', 'Publication');
      const mayConfirm = isAllowed(actor.ability, 'confirm', 'Publication');
      return {
        requests: asked,
        ending: await this.publications.list(actor, {
          endsWithin: endingDays, order: 'ending', limit: mostTasks, ...(mayTakeDown || actor.roles.includes('unit_head') ? {} : { requesterId: actor.accountId ?? '' }),
        }),
        checks: mayConfirm ? await this.publications.list(actor, { checkWithin: checkDays, order: 'check', limit: mostTasks }) : [],
        checked: mayConfirm ? await this.publications.countChecked(actor, checkDays) : { done: 0, total: 0 },
        reports: await this.reportsOf(actor),
        unreadNotices: await this.members.countUnread(actor.accountId),
      };
    });
  }

  @ApiRoute('GET', '/tenants/:slug/search', { access: inTenant('read', 'Request'), summary: 'Requests and publications of the unit by title or number', query: SearchQuery, response: pageOf(StaffFind) })
  find(@CurrentActor() actor: TenantActor, @Query() query: z.infer<typeof SearchQuery>): Promise<Page<StaffFind>> {
    const before = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () =>
      pageOfRows(await this.search.find(actor, query.q, before, query.limit + 1), query.limit, (last) => [last.requestId]),
    );
  }

  /** Reports whose next step this person may take; one that nobody began yet is no task. */
  private async reportsOf(actor: TenantActor): Promise<WorkView['reports']> {
    const acts = reportActs.filter((act) => isAllowed(actor.ability, act, 'Report'));
    if (acts.length === 0) return [];
    const lines = await this.reports.list(actor, { after: null, limit: 12 });
    return lines.flatMap((line) => {
      const act = line.state === 'open' ? undefined : acts.find((one) => canStart(reportLife, one, line.state));
      return act ? [{ ...line, act }] : [];
    });
  }
}
