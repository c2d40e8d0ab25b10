import { Body, Controller } from '@nestjs/common';
import { PaperSettingBody, PaperSettingView } from '@prongsai/kernel/contracts';
import { inTenant, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { ChangePaperSetting, PaperReader } from '@prongsai/domain/papers';

const path = '/tenants/:slug/paper-settings';

/** How the unit wants its papers. */
@Controller()
export class PaperSettingController {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly papers: PaperReader,
    private readonly change: ChangePaperSetting,
  ) {}

  @ApiRoute('GET', path, { access: inTenant('read', 'Paper'), summary: 'Through whom memos pass, and the announcement that they cite', response: PaperSettingView })
  show(@CurrentActor() actor: TenantActor): Promise<PaperSettingView> {
    return this.transaction.act(actor, () => this.papers.setting(actor.tenantId));
  }

  @ApiRoute('PUT', path, { access: inTenant('sign', 'Paper'), summary: 'Change it; papers that are made already stay', body: PaperSettingBody, response: PaperSettingView })
  save(@CurrentActor() actor: TenantActor, @Body() body: PaperSettingBody): Promise<PaperSettingView> {
    return this.transaction.act(actor, async () => {
      await this.change.run(actor, body);
      return this.papers.setting(actor.tenantId);
    });
  }
}
