import { Body, Controller, Param, Query } from '@nestjs/common';
import { DelegationBody, DelegationView, NoBody, PageQuery, pageOf } from '@prongsai/kernel/contracts';
import { notFound } from '@prongsai/kernel/core';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { DelegationReader, EndDelegation, GiveDelegation } from '@prongsai/domain/people';

const path = '/tenants/:slug/delegations';

/** Who acts for an approver or head, and until when. */
@Controller()
export class DelegationsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: DelegationReader,
    private readonly give: GiveDelegation,
    private readonly end: EndDelegation,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Member'), summary: 'Who acts for whom, now and to come', query: PageQuery, response: pageOf(DelegationView) })
  list(@CurrentActor() actor: TenantActor, @Query() query: PageQuery): Promise<Page<DelegationView>> {
    const after = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () => pageOfRows(await this.reader.list(actor, after, query.limit + 1), query.limit, (last) => [last.id]));
  }

  @ApiRoute('POST', path, { access: inTenant('delegate', 'Member'), summary: 'Let somebody act for an approver or head for a while', body: DelegationBody, response: DelegationView, status: 201 })
  add(@CurrentActor() actor: TenantActor, @Body() body: DelegationBody): Promise<DelegationView> {
    return this.transaction.act(actor, async () => (await this.reader.views(actor, [await this.give.run(actor, body)]))[0] ?? notFound());
  }

  @ApiRoute('DELETE', `${path}/:id`, { access: inTenant('delegate', 'Member'), summary: 'End acting for somebody before its time', body: NoBody, status: 204 })
  async remove(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<void> {
    await this.end.run(actor, id);
  }
}
