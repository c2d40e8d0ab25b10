import { Body, Controller, Param, Query } from '@nestjs/common';
import { AnsweredBody, NoBody, pageOf, PersonalDataView, RequestInput, RequestLine, RequestListQuery, RequestPatch, RequestView, SubmitBody } from '@prongsai/kernel/contracts';
import type { z } from 'zod';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor, decodeCursor, pageOfRows, type Page } from '@prongsai/platform/http';
import { CancelRequest, CreateRequest, DeleteDraft, EditRequest, ReadRequestFiles, RecordAnswer, RequestFindingsReader, RequestReader, SubmitRequest } from '@prongsai/domain/requests';

const path = '/tenants/:slug/requests';

/** The owner's side of a request: draft, send, call off. */
@Controller()
export class RequestsController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly reader: RequestReader,
    private readonly createRequest: CreateRequest,
    private readonly editRequest: EditRequest,
    private readonly deleteDraft: DeleteDraft,
    private readonly submitRequest: SubmitRequest,
    private readonly cancelRequest: CancelRequest,
    private readonly recordAnswer: RecordAnswer,
    private readonly findings: RequestFindingsReader,
    private readonly readFiles: ReadRequestFiles,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Request'), summary: 'Requests of the unit, newest first, narrowed as asked', query: RequestListQuery, response: pageOf(RequestLine) })
  list(@CurrentActor() actor: TenantActor, @Query() query: RequestListQuery): Promise<Page<RequestLine>> {
    const before = query.cursor ? (decodeCursor(query.cursor, 1)[0] as string) : null;
    return this.transaction.act(actor, async () =>
      pageOfRows(await this.reader.list(actor, { ...query, before, limit: query.limit + 1 }), query.limit, (last) => [last.id]),
    );
  }

  @ApiRoute('POST', path, { access: inTenant('write', 'Request'), summary: 'Begin a request', body: RequestInput, response: RequestView, status: 201 })
  create(@CurrentActor() actor: TenantActor, @Body() body: RequestInput): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.createRequest.run(actor, body)).id));
  }

  @ApiRoute('GET', `${path}/:id`, { access: inTenant('read', 'Request'), summary: 'One request', response: RequestView })
  show(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<RequestView> {
    return this.transaction.act(actor, () => this.reader.get(actor, id));
  }

  @ApiRoute('PATCH', `${path}/:id`, { access: inTenant('write', 'Request'), summary: 'Change a draft; carries the version that was seen', body: RequestPatch, response: RequestView })
  change(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: RequestPatch): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.editRequest.run(actor, id, body)).id));
  }

  @ApiRoute('DELETE', `${path}/:id`, { access: inTenant('write', 'Request'), summary: 'Throw a draft away that was never sent', body: NoBody, status: 204 })
  async remove(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<void> {
    await this.deleteDraft.run(actor, id);
  }

  @ApiRoute('POST', `${path}/:id/submit`, { access: inTenant('write', 'Request'), summary: 'Send the request', body: SubmitBody, response: RequestView })
  async submit(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof SubmitBody>): Promise<RequestView> {
    await this.readFiles.run(actor, id);
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.submitRequest.run(actor, id, body?.clearances)).id));
  }

  @ApiRoute('GET', `${path}/:id/personal-data`, { access: inTenant('read', 'Request'), summary: 'Personal data found in the request and its files, with the reasons given', response: PersonalDataView })
  personalData(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<PersonalDataView> {
    return this.transaction.act(actor, () => this.findings.get(actor, id));
  }

  @ApiRoute('POST', `${path}/:id/answered`, { access: inTenant('write', 'Request'), summary: 'Note that an owner without an account was answered by letter', body: AnsweredBody, response: RequestView })
  answered(@CurrentActor() actor: TenantActor, @Param('id') id: string, @Body() body: z.infer<typeof AnsweredBody>): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.recordAnswer.run(actor, id, body.note)).id));
  }

  @ApiRoute('POST', `${path}/:id/cancel`, { access: inTenant('write', 'Request'), summary: 'Call the request off', body: NoBody, response: RequestView })
  cancel(@CurrentActor() actor: TenantActor, @Param('id') id: string): Promise<RequestView> {
    return this.transaction.act(actor, async () => this.reader.get(actor, (await this.cancelRequest.run(actor, id)).id));
  }
}
