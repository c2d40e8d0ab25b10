import { Body, Controller, Inject, Query } from '@nestjs/common';
import { z } from 'zod';
import { AuditChoices, AuditLine, AuditQuery, CategoryView, ChangeTenantBody, NoBody, NoticeView, PageQuery, pageOf, UnitView, WorkGroupBody, WorkGroupView } from '@prongsai/kernel/contracts';
import { Clock, type Reason } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inTenant, isAllowed, reasonsNotAllowed, type TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { AuditReader } from '@prongsai/domain/audit';
import { MemberReader } from '@prongsai/domain/people';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { AddWorkGroup, ChangeTenant, GoLive, TenantReader } from '@prongsai/domain/tenant';

const AuditListQuery = PageQuery.extend(AuditQuery.shape);
const CategoriesQuery = z.object({ fiscalYear: z.coerce.number({ message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).int().min(2500, { message: 'ปีงบประมาณต้องเป็นปี พ.ศ.' }).max(2700).optional() });
/** What a unit's people look up: the unit itself, its categories, its trail, its notices. */
@Controller()
export class UnitController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly tenants: TenantReader,
    private readonly categories: CategoryReader,
    private readonly audit: AuditReader,
    private readonly members: MemberReader,
    private readonly goLive: GoLive,
    private readonly changeTenant: ChangeTenant,
    private readonly addWorkGroup: AddWorkGroup,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @ApiRoute('GET', '/tenants/:slug', { access: inTenant('read', 'Tenant'), summary: 'The unit, its work groups and what its opening still needs', response: UnitView })
  show(@CurrentActor() actor: TenantActor): Promise<UnitView> {
    return this.transaction.act(actor, () => this.view(actor));
  }

  @ApiRoute('PATCH', '/tenants/:slug', { access: inTenant('change', 'Tenant'), summary: 'Change the unit\'s contact fields and how its framework decides', body: ChangeTenantBody, response: UnitView })
  change(@CurrentActor() actor: TenantActor, @Body() body: ChangeTenantBody): Promise<UnitView> {
    return this.transaction.act(actor, async () => {
      await this.changeTenant.run(actor, body);
      return this.view(actor);
    });
  }

  @ApiRoute('POST', '/tenants/:slug/work-groups', { access: inTenant('change', 'Tenant'), summary: 'Add a work group', body: WorkGroupBody, response: WorkGroupView, status: 201 })
  addGroup(@CurrentActor() actor: TenantActor, @Body() body: z.infer<typeof WorkGroupBody>): Promise<z.infer<typeof WorkGroupView>> {
    return this.transaction.act(actor, async () => {
      const { id, name } = await this.addWorkGroup.run(actor, body.name);
      return { id, name };
    });
  }

  @ApiRoute('POST', '/tenants/:slug/go-live', { access: inTenant('goLive', 'Tenant'), summary: 'Open the site to citizens', body: NoBody, response: UnitView })
  open(@CurrentActor() actor: TenantActor): Promise<UnitView> {
    return this.transaction.act(actor, async () => {
      await this.goLive.run(actor);
      return this.view(actor);
    });
  }

  @ApiRoute('GET', '/tenants/:slug/categories', { access: inTenant('read', 'Category'), summary: 'Categories of the unit in a fiscal year (B.E.), this year by default', query: CategoriesQuery, response: pageOf(CategoryView) })
  listCategories(@CurrentActor() actor: TenantActor, @Query() query: z.infer<typeof CategoriesQuery>): Promise<Page<CategoryView>> {
    return this.transaction.act(actor, async () => {
      const categories = await this.categories.list(query.fiscalYear ?? fiscalYearOf(this.clock.now()));
      const items = categories.map(({ code, titleTh, shortTitleTh, ord, cadence, requirementGroup, required, subItems, origin }) => ({
        code, title: titleTh, shortTitle: shortTitleTh, order: ord, cadence, requirementGroup, required, subItems, origin,
      }));
      return { items, nextCursor: null };
    });
  }

  @ApiRoute('GET', '/tenants/:slug/audit', { access: inTenant('read', 'Audit'), summary: 'Who did what, newest first; of one act, subject or person', query: AuditListQuery, response: pageOf(AuditLine) })
  listAudit(@CurrentActor() actor: TenantActor, @Query() query: z.infer<typeof AuditListQuery>): Promise<Page<AuditLine>> {
    const before = query.cursor ? Number(decodeCursor(query.cursor, 1)[0]) : null;
    return this.transaction.act(actor, async () =>
      pageOfRows(await this.audit.list(actor.tenantId, before, query.limit + 1, query), query.limit, (last) => [String(last.seq)]),
    );
  }

  @ApiRoute('GET', '/tenants/:slug/audit/choices', { access: inTenant('read', 'Audit'), summary: 'The acts and people that the trail can be narrowed to', response: AuditChoices })
  auditChoices(@CurrentActor() actor: TenantActor): Promise<AuditChoices> {
    return this.transaction.act(actor, () => this.audit.choices(actor.tenantId));
  }

  @ApiRoute('GET', '/tenants/:slug/notices', { access: inTenant('read', 'Notice'), summary: 'Notices: all for the head and the network administrator, one\'s own for others', query: PageQuery, response: pageOf(NoticeView) })
  listNotices(@CurrentActor() actor: TenantActor, @Query() query: PageQuery): Promise<Page<NoticeView>> {
    const [part, id] = query.cursor ? decodeCursor(query.cursor, 2) : [];
    const before = id ? { isUnread: part === 'unread', id } : null;
    const of = isAllowed(actor.ability, 'readAll', 'Notice') ? null : actor.accountId;
    return this.transaction.act(actor, async () => pageOfRows(await this.members.listNotices(actor.accountId, of, before, query.limit + 1), query.limit, (last) => [last.to.id === actor.accountId && last.readAt === null ? 'unread' : 'read', last.id]));
  }

  private async view(actor: TenantActor): Promise<UnitView> {
    const tenant = await this.tenants.get(actor.tenantId);
    const reasons = this.goLive.reasons(tenant);
    return {
      slug: tenant.slug, name: tenant.nameTh, shortName: tenant.shortNameTh, kind: tenant.kind, state: tenant.state, siteUrl: siteOrigin(this.settings, tenant.slug),
      address: tenant.address, phone: tenant.phone, fax: tenant.fax, email: tenant.email, mapUrl: tenant.mapUrl,
      minWebMasters: tenant.minWebMasters, activeWebMasters: tenant.activeWebMasters, frozen: tenant.frozen, headTitle: tenant.headTitle,
      decidedBy: tenant.decidedBy, verbalApprovalAllowed: tenant.verbalApprovalAllowed, workingDaysToDecide: tenant.workingDaysToDecide,
      workingDaysToPublish: tenant.workingDaysToPublish, workingDaysToConfirm: tenant.workingDaysToConfirm,
      siteWorkGroup: tenant.siteWorkGroup, workGroups: (await this.tenants.listWorkGroups()).map(({ id, name }) => ({ id, name })),
      abilities: { change: ability(reasonsNotAllowed(actor, 'change', 'Tenant')), appoint: ability(reasonsNotAllowed(actor, 'appoint', 'Member')), suspend: ability(reasonsNotAllowed(actor, 'suspend', 'Member')) },
      goLive: { allowed: reasons.length === 0 && isAllowed(actor.ability, 'goLive', 'Tenant'), reasons },
    };
  }
}

function ability(reasons: Reason[]): { allowed: boolean; reasons: Reason[] } {
  return { allowed: reasons.length === 0, reasons };
}
