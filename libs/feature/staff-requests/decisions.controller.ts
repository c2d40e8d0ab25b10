import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { ApproveBody, RefuseBody, RequestView, ReturnBody } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { ApproveRequest, RefuseRequest, RequestReader, ReturnRequest } from '@prongsai/domain/requests';

const path = '/tenants/:slug/requests/:id';

/** The approver's side of a request: three decisions. */
@Controller()
export class DecisionsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: RequestReader,
    private readonly approveRequest: ApproveRequest,
    private readonly returnRequest: ReturnRequest,
    private readonly refuseRequest: RefuseRequest,
  ) {}

  @ApiRoute('POST', `${path}/approve`, { access: inTenant('decide', 'Request'), summary: 'Allow it and assign a web master', body: ApproveBody, response: RequestView })
  approve(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof ApproveBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.approveRequest.run(actor, id, body?.webMasterId, body?.version)).id));
  }

  @ApiRoute('POST', `${path}/return`, { access: inTenant('decide', 'Request'), summary: 'Send it back for changes', body: ReturnBody, response: RequestView })
  giveBack(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof ReturnBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.returnRequest.run(actor, id, body.comment, body.version)).id));
  }

  @ApiRoute('POST', `${path}/refuse`, { access: inTenant('decide', 'Request'), summary: 'Refuse it with a reason', body: RefuseBody, response: RequestView })
  refuse(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof RefuseBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.refuseRequest.run(actor, id, body.reason, body.comment ?? null, body.version)).id));
  }
}
