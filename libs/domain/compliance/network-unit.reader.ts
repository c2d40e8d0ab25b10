import { Inject, Injectable } from '@nestjs/common';
import type { NetworkTenantLine } from '@prongsai/kernel/contracts';
import type { NetworkActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';

/** The units of a network, through the report views. */
@Injectable()
export class NetworkUnitReader {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** At most `limit` units by slug, after the slug `after`; null begins at the first. */
  async list(actor: NetworkActor, after: string | null, limit: number): Promise<NetworkTenantLine[]> {
    const rows: Array<Omit<NetworkTenantLine, 'siteUrl'>> = await this.transaction.report({ networkId: actor.networkId }, () =>
      this.transaction.manager.query(
        `select slug, name_th as name, short_name_th as "shortName", kind, state, district_th as district, active_web_masters as "webMasters", frozen
         from report.unit where $1::text is null or slug > $1 order by slug limit $2`,
        [after, limit],
      ),
    );
    return rows.map((row) => ({ ...row, siteUrl: siteOrigin(this.settings, row.slug) }));
  }
}
