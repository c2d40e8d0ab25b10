import { Body, Controller, Param } from '@nestjs/common';
import { PaperList, PaperView, SignPaperBody, UnitPaperBody, unitPaperKinds } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { AskUnitPaper, PaperReader, SignPaper } from '@prongsai/domain/papers';

const path = '/tenants/:slug/papers';

/** Announcement of the framework and order appointing web masters: drafted from the unit's data, signed by the head. */
@Controller()
export class UnitPapersController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly papers: PaperReader,
    private readonly ask: AskUnitPaper,
    private readonly signPaper: SignPaper,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Paper'), summary: 'Announcements and orders of the unit, the last edition first', response: PaperList })
  list(@CurrentActor() actor: TenantActor, @Param('slug') slug: string): Promise<PaperList> {
    return this.transaction.act(actor, async () => ({ items: await this.papers.list(actor, { kinds: unitPaperKinds }, pathOf(slug)) }));
  }

  @ApiRoute('POST', path, { access: inTenant('draft', 'Paper'), summary: 'Have an announcement or an order drafted; a draft that is not signed is written anew', body: UnitPaperBody, response: PaperView, status: 201 })
  make(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Body() body: UnitPaperBody): Promise<PaperView> {
    return this.transaction.act(actor, async () => this.papers.show(actor, (await this.ask.run(actor, body)).id, pathOf(slug)));
  }

  @ApiRoute('POST', `${path}/:id/sign`, { access: inTenant('sign', 'Paper'), summary: 'The head signs it; nothing of it changes afterwards', body: SignPaperBody, response: PaperView })
  sign(@CurrentActor() actor: TenantActor, @Param('slug') slug: string, @Param('id') id: string, @Body() body: SignPaperBody): Promise<PaperView> {
    return this.transaction.act(actor, async () => this.papers.show(actor, (await this.signPaper.run(actor, id, body)).id, pathOf(slug)));
  }
}

function pathOf(slug: string): string {
  return `/api/v1/tenants/${slug}/papers`;
}
