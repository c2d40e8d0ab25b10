import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { ApproveBody, ApproveVerballyBody, ConfirmApprovalBody, NoBody, RefuseBody, RequestView, ReturnBody } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { ApproveRequest, ApproveVerbally, ConfirmApproval, RefuseRequest, RequestReader, ReturnRequest, TakeBackApproval } from '@prongsai/domain/requests';

const path = '/tenants/:slug/requests/:id';

/** The approver's side of a request: three decisions, taking back, and what was allowed verbally. */
@Controller()
export class DecisionsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: RequestReader,
    private readonly approveRequest: ApproveRequest,
    private readonly returnRequest: ReturnRequest,
    private readonly refuseRequest: RefuseRequest,
    private readonly approveVerbally: ApproveVerbally,
    private readonly confirmApproval: ConfirmApproval,
    private readonly takeBackApproval: TakeBackApproval,
  ) {}

  @ApiRoute('POST', `${path}/approve`, { access: inTenant('decide', 'Request'), summary: 'Allow it and assign a web master', body: ApproveBody, response: RequestView })
  approve(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof ApproveBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.approveRequest.run(actor, id, body?.webMasterId, body?.version)).id));
  }

  @ApiRoute('POST', `${path}/approve-verbally`, { access: inTenant('recordVerbal', 'Request'), summary: 'Write down that an approver allowed it verbally', body: ApproveVerballyBody, response: RequestView })
  verbally(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: ApproveVerballyBody): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.approveVerbally.run(actor, id, body)).id));
  }

  @ApiRoute('POST', `${path}/confirm-approval`, { access: inTenant('decide', 'Request'), summary: 'Sign what was allowed verbally', body: ConfirmApprovalBody, response: RequestView })
  confirm(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof ConfirmApprovalBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.confirmApproval.run(actor, id, body?.version)).id));
  }

  @ApiRoute('POST', `${path}/take-back`, { access: inTenant('decide', 'Request'), summary: 'Take an approval back within ten minutes, before anything is published on it', body: NoBody, response: RequestView })
  takeBack(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.takeBackApproval.run(actor, id)).id));
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
