import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@prongsai/platform/config';
import { ConfirmCurrent, ExpirePublication, WithdrawPublication } from '@prongsai/domain/publishing';
import type { ActStory, CheckStory, WithdrawalStory } from './story';
import { instantOf } from './story-days';
import { TellItem } from './tell-item.verb';
import { TellReportStep } from './tell-report-step.verb';
import { scopeOfUnit, type UnitCast } from './unit-cast';
import { reportKey, UnitRecord } from './unit-record.reader';

/** Tells a unit's acts in the order of their days, and leaves out what has been told. */
@Injectable()
export class TellActs {
  constructor(
    private readonly clock: BusinessClock,
    private readonly record: UnitRecord,
    private readonly tellItem: TellItem,
    private readonly tellReportStep: TellReportStep,
    private readonly confirm: ConfirmCurrent,
    private readonly withdraw: WithdrawPublication,
    private readonly expire: ExpirePublication,
  ) {}

  async run(cast: UnitCast, tenantId: string, acts: readonly ActStory[]): Promise<void> {
    const requests = await this.record.requests(tenantId);
    const reports = await this.record.reports(tenantId);
    for (const act of acts) {
      switch (act.kind) {
        case 'item':
          await this.tellItem.run(cast, act, requests.get(act.title));
          break;
        case 'check':
          await this.check(cast, tenantId, act);
          break;
        case 'withdrawal':
          await this.takeDown(cast, tenantId, act);
          break;
        case 'expiry':
          await this.recordEnds(tenantId, act.on);
          break;
        case 'report': {
          const key = reportKey(act.fiscalYear, act.round);
          reports.set(key, await this.tellReportStep.run(cast, act, reports.get(key)));
          break;
        }
      }
    }
  }

  private async check(cast: UnitCast, tenantId: string, act: CheckStory): Promise<void> {
    const at = instantOf(act.on, 11, 30);
    const found = await this.record.publication(tenantId, act.title);
    if (!found) throw new Error(`nothing to check: ${act.title}`);
    if (found.confirmedAt && found.confirmedAt >= at) return;
    await this.clock.during(at, () => this.confirm.run(cast.actors.webmaster2, found.id));
  }

  private async takeDown(cast: UnitCast, tenantId: string, act: WithdrawalStory): Promise<void> {
    const found = await this.record.publication(tenantId, act.title);
    if (!found) throw new Error(`nothing to take down: ${act.title}`);
    if (found.withdrawnAt) return;
    await this.clock.during(instantOf(act.on, 15, 40), () => this.withdraw.run(cast.actors.webmaster1, found.id, act.reason));
  }

  /** A period that ended with the day before is recorded soon after midnight, as the worker does. */
  private recordEnds(tenantId: string, on: string): Promise<void> {
    const scope = scopeOfUnit(tenantId);
    return this.clock.during(instantOf(on, 0, 1), async () => {
      for (const id of await this.expire.due(scope)) await this.expire.run(scope, id);
    });
  }
}
