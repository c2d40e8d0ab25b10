import { Body, Controller, Param, Query } from '@nestjs/common';
import { FiscalYearQuery, NoBody, PageQuery, pageOf, RequestFiguresView, RequestView, TemplateBody, TemplateView } from '@prongsai/kernel/contracts';
import { Clock } from '@prongsai/kernel/core';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { CopyRequest, RemoveTemplate, RequestReader, SaveTemplate, TemplateReader, UnitFiguresReader } from '@prongsai/domain/requests';

const path = '/tenants/:slug/request-templates';

/** What a request can begin with, and how quickly requests get on. */
@Controller()
export class TemplatesController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly requests: RequestReader,
    private readonly templates: TemplateReader,
    private readonly figures: UnitFiguresReader,
    private readonly copyRequest: CopyRequest,
    private readonly saveTemplate: SaveTemplate,
    private readonly removeTemplate: RemoveTemplate,
  ) {}

  @ApiRoute('POST', '/tenants/:slug/requests/:id/copy', { access: inTenant('write', 'Request'), summary: 'Begin a request as a copy of an earlier one', body: NoBody, response: RequestView, status: 201 })
  copy(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.requests.get(actor, (await this.copyRequest.run(actor, id)).id));
  }

  @ApiRoute('GET', '/tenants/:slug/request-figures', { access: inTenant('read', 'Request'), summary: 'Working days to decide and publish, and the share of urgent requests, in a fiscal year (B.E.)', query: FiscalYearQuery, response: RequestFiguresView })
  show(@CurrentActor() actor: TenantActor, @Query() query: FiscalYearQuery): Promise<RequestFiguresView> {
    return this.transaction.act(actor, () => this.figures.get(actor, query.fiscalYear ?? fiscalYearOf(this.clock.now())));
  }

  @ApiRoute('GET', path, { access: inTenant('read', 'Request'), summary: 'Templates of the unit', query: PageQuery, response: pageOf(TemplateView) })
  list(@CurrentActor() actor: TenantActor, @Query() query: PageQuery): Promise<Page<TemplateView>> {
    const after = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () => pageOfRows(await this.templates.list(actor, after, query.limit + 1), query.limit, (last) => [last.id]));
  }

  @ApiRoute('POST', path, { access: inTenant('write', 'Request'), summary: 'Keep what a request holds as a named template', body: TemplateBody, response: TemplateView, status: 201 })
  save(@CurrentActor() actor: TenantActor, @Body() body: TemplateBody): Promise<TemplateView> {
    return this.transaction.act(actor, async () => this.templates.view(actor, await this.saveTemplate.run(actor, body.requestId, body.name)));
  }

  @ApiRoute('DELETE', `${path}/:id`, { access: inTenant('write', 'Request'), summary: 'Throw a template away', body: NoBody, status: 204 })
  async remove(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<void> {
    await this.removeTemplate.run(actor, id);
  }
}
