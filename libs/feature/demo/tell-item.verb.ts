import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { ReceiveFile } from '@prongsai/domain/files';
import { ApproveRequest, CreateRequest, PublishRequest, RefuseRequest, ReturnRequest, SubmitRequest } from '@prongsai/domain/requests';
import type { RequestState } from '@prongsai/kernel/workflow';
import { madeUpPaper } from './contents/made-up-paper';
import type { ItemStory } from './story';
import { instantOf, workdayBefore } from './story-days';
import { scopeOfUnit, type UnitCast } from './unit-cast';

/** A request of the unit as it was found: how far its story has been told. */
export interface ToldRequest {
  id: string;
  state: RequestState;
}

const allConfirmed = { rightsCleared: true, noPersonalData: true, descriptionRight: true, lawful: true };

/** Tells one item from the owner's draft to the web master's act, each by its verb at its own hour, from wherever it stands. */
@Injectable()
export class TellItem {
  constructor(
    private readonly clock: BusinessClock,
    private readonly transaction: TenantTransaction,
    private readonly receive: ReceiveFile,
    private readonly create: CreateRequest,
    private readonly submit: SubmitRequest,
    private readonly approve: ApproveRequest,
    private readonly sendBack: ReturnRequest,
    private readonly refuse: RefuseRequest,
    private readonly publish: PublishRequest,
  ) {}

  /** `told` is the unit's request of this title, undefined when there is none yet. */
  async run(cast: UnitCast, item: ItemStory, told: ToldRequest | undefined): Promise<void> {
    const { owner, approver } = cast.actors;
    const webMaster = cast.actors[item.webMaster ?? 'webmaster1'];
    // What only waits to be decided came in on the day itself.
    const sentOn = item.outcome.state === 'submitted' ? item.on : workdayBefore(item.on);
    let state: RequestState | 'none' = told?.state ?? 'none';
    let id = told?.id ?? '';
    if (state === 'none') {
      id = await this.clock.during(instantOf(sentOn, 9, 5), () => this.draft(cast, item));
      state = 'draft';
    }
    if (state === 'draft') state = (await this.clock.during(instantOf(sentOn, 9, 25), () => this.submit.run(owner, id))).state;
    if (state === 'submitted') {
      const decidedAt = instantOf(item.on, 10, 10);
      const { outcome } = item;
      if (outcome.state === 'submitted') return;
      if (outcome.state === 'returned') await this.clock.during(decidedAt, () => this.sendBack.run(approver, id, outcome.comment));
      else if (outcome.state === 'refused') await this.clock.during(decidedAt, () => this.refuse.run(approver, id, outcome.reason, outcome.comment));
      else state = (await this.clock.during(decidedAt, () => this.approve.run(approver, id, webMaster.accountId))).state;
    }
    if (state === 'approved' && item.outcome.state === 'published') {
      await this.clock.during(instantOf(item.on, 14, 20), () => this.publish.run(webMaster, id, { confirmations: allConfirmed }));
    }
  }

  private async draft(cast: UnitCast, item: ItemStory): Promise<string> {
    const { owner } = cast.actors;
    const fileIds = item.file ? [await this.upload(cast, item, item.file)] : [];
    const request = await this.create.run(owner, {
      title: item.title, details: item.paragraphs.join('\n\n'), categoryCode: item.categoryCode, subItemCode: item.subItemCode ?? null,
      sourceName: item.sourceName, dataFrom: item.dataFrom, dataUntil: item.dataUntil, publishFrom: item.on, publishUntil: item.shownUntil ?? null,
      externalLink: item.externalLink ?? null, credit: item.credit ?? null, remarks: item.remarks ?? null, intakeChannel: item.intakeChannel ?? 'console',
      contact: { name: owner.name, position: cast.ownerPosition, unit: cast.contact.unit, phone: cast.contact.phone, email: null },
      workGroupId: cast.siteWorkGroupId, requirementCodes: [...(item.requirementCodes ?? [])], fileIds,
    });
    return request.id;
  }

  /** The file's id. One that was received just before the loading was cut off is used again. */
  private async upload(cast: UnitCast, item: ItemStory, file: NonNullable<ItemStory['file']>): Promise<string> {
    const { owner } = cast.actors;
    const [left]: Array<{ id: string }> = await this.transaction.act(scopeOfUnit(owner.tenantId), () =>
      this.transaction.manager.query(
        `select id from stored_file
         where name = $1 and uploaded_by = $2 and not exists (select from request_file used where used.tenant_id = stored_file.tenant_id and used.file_id = stored_file.id)`,
        [file.name, owner.accountId],
      ),
    );
    if (left) return left.id;
    const stream = file.path === null ? Readable.from([await madeUpPaper(item, cast.unitName)]) : createReadStream(file.path);
    return (await this.receive.run(owner, { name: file.name, stream })).id;
  }
}
