import { Body, Controller, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ExtendBody, NoBody, pageOf, PublicationListQuery, PublicationView, PublishBody, RequestView, SupersedeBody, VersionView, WithdrawBody } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { ConfirmCurrent, StaffPublicationReader, SupersedePublication, VersionReader, WithdrawPublication } from '@prongsai/domain/publishing';
import { ExtendPublication, PublishRequest, ReadRequestFiles, ReplacePublication, RequestReader, type PublicationRequest } from '@prongsai/domain/requests';

const Published = z.object({ request: RequestView, publication: PublicationView });
const Versions = z.object({ items: z.array(VersionView) });
const path = '/tenants/:slug/publications';

/** The web master's work: put online, take down, check. */
@Controller()
export class PublishingController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly requests: RequestReader,
    private readonly publications: StaffPublicationReader,
    private readonly publishRequest: PublishRequest,
    private readonly readFiles: ReadRequestFiles,
    private readonly withdrawPublication: WithdrawPublication,
    private readonly confirmCurrent: ConfirmCurrent,
    private readonly extendPublication: ExtendPublication,
    private readonly replacePublication: ReplacePublication,
    private readonly supersedePublication: SupersedePublication,
    private readonly versions: VersionReader,
  ) {}

  @ApiRoute('POST', '/tenants/:slug/requests/:id/publish', { access: inTenant('publish', 'Request'), summary: 'Put an approved request online', body: PublishBody, response: Published })
  async publish(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: PublishBody): Promise<z.infer<typeof Published>> {
    await this.readFiles.run(actor, id);
    return this.transaction.act(actor, async () => {
      const { publication } = await this.publishRequest.run(actor, id, body);
      return { request: await this.requests.get(actor, id), publication: await this.publications.get(actor, publication.id) };
    });
  }

  @ApiRoute('GET', path, { access: inTenant('read', 'Publication'), summary: 'Publications of the unit, newest first or as asked', query: PublicationListQuery, response: pageOf(PublicationView) })
  list(@CurrentActor() actor: TenantActor, @Query() query: PublicationListQuery): Promise<Page<PublicationView>> {
    const { cursor, limit, ...wishes } = query;
    const [key, id] = cursor ? decodeCursor(cursor, 2) : [];
    return this.transaction.act(actor, async () => {
      const rows = await this.publications.list(actor, { ...wishes, ...(key && id ? { after: { key, id } } : {}), limit: limit + 1 });
      return pageOfRows(rows, limit, (last) => this.publications.placeOf(last, wishes.order));
    });
  }

  @ApiRoute('GET', `${path}/:id`, { access: inTenant('read', 'Publication'), summary: 'One publication', response: PublicationView })
  show(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<PublicationView> {
    return this.transaction.act(actor, () => this.publications.get(actor, id));
  }

  @ApiRoute('POST', `${path}/:id/withdraw`, { access: inTenant('withdraw', 'Publication'), summary: 'Take it down with an explanation, or as published in error', body: WithdrawBody, response: PublicationView })
  withdraw(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof WithdrawBody>): Promise<PublicationView> {
    return this.transaction.act(actor, async () => this.publications.get(actor, (await this.withdrawPublication.run(actor, id, body.reason, body.inError)).id));
  }

  @ApiRoute('POST', `${path}/:id/confirm-current`, { access: inTenant('confirm', 'Publication'), summary: 'Checked, still right', body: NoBody, response: PublicationView })
  confirm(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<PublicationView> {
    return this.transaction.act(actor, async () => this.publications.get(actor, (await this.confirmCurrent.run(actor, id)).id));
  }

  @ApiRoute('POST', `${path}/:id/extend`, { access: inTenant('extend', 'Publication'), summary: 'Ask for a later end; it moves when an approver allows it', body: ExtendBody, response: Published })
  extend(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof ExtendBody>): Promise<z.infer<typeof Published>> {
    return this.asked(actor, id, () => this.extendPublication.run(actor, id, body.publishUntil, body.reason));
  }

  @ApiRoute('POST', `${path}/:id/replace`, { access: inTenant('write', 'Request'), summary: 'Begin a new version: a request that holds what the item says now', body: NoBody, response: Published })
  replace(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<z.infer<typeof Published>> {
    return this.asked(actor, id, () => this.replacePublication.run(actor, id));
  }

  @ApiRoute('POST', `${path}/:id/supersede`, { access: inTenant('supersede', 'Publication'), summary: 'Let another publication take its place; the link leads there', body: SupersedeBody, response: PublicationView })
  supersede(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof SupersedeBody>): Promise<PublicationView> {
    return this.transaction.act(actor, async () => this.publications.get(actor, (await this.supersedePublication.run(actor, id, body.successorId, body.reason)).id));
  }

  @ApiRoute('GET', `${path}/:id/versions`, { access: inTenant('read', 'Publication'), summary: 'Its versions, newest first, with what each changed', response: Versions })
  async listVersions(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<z.infer<typeof Versions>> {
    return { items: await this.transaction.act(actor, () => this.versions.list(actor, id)) };
  }

  private asked(actor: TenantActor, id: string, ask: () => Promise<PublicationRequest>): Promise<z.infer<typeof Published>> {
    return this.transaction.act(actor, async () => {
      const request = await ask();
      return { request: await this.requests.get(actor, request.id), publication: await this.publications.get(actor, id) };
    });
  }
}
