import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { Network, Tenant } from '@prongsai/domain/tenant';
import { PaperSetting } from '../paper.entity';
import type { CitedAnnouncement, PersonFacts, UnitFacts } from '../paper-facts';

/** What every paper of a unit takes from the unit itself. Needs an open transaction of the unit. */
@Injectable()
export class UnitFactsReader {
  constructor(
    private readonly transaction: TenantTransaction,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async tenant(tenantId: string): Promise<Tenant> {
    return this.transaction.manager.getRepository(Tenant).findOneByOrFail({ id: tenantId });
  }

  async of(tenant: Tenant): Promise<UnitFacts> {
    const network = await this.transaction.manager.getRepository(Network).findOneByOrFail({ id: tenant.networkId });
    return {
      name: tenant.nameTh, kind: tenant.kind, province: network.provinceTh, headTitle: tenant.headTitle, phone: tenant.phone,
      documentPrefix: tenant.documentPrefix, siteWorkGroup: tenant.siteWorkGroup, site: siteOrigin(this.settings, tenant.slug),
    };
  }

  async setting(tenantId: string): Promise<PaperSetting> {
    const known = await this.transaction.manager.getRepository(PaperSetting).findOneBy({ tenantId });
    return known ?? { tenantId, viaName: null, viaPosition: null, announcedOn: null, announcedClause: null };
  }

  /** The announcement that was signed here last, else the one that the unit told of. */
  async announcement(tenantId: string): Promise<CitedAnnouncement> {
    const [signed]: Array<{ on: string | null }> = await this.transaction.manager.query(
      `select facts->>'signedOn' as "on" from paper
       where tenant_id = $1 and kind = 'framework_announcement' and frozen_at is not null order by fiscal_year desc, edition desc limit 1`,
      [tenantId],
    );
    if (signed?.on) return { on: signed.on, clause: formClause };
    const { announcedOn, announcedClause } = await this.setting(tenantId);
    return { on: announcedOn, clause: announcedClause };
  }

  async via(tenantId: string): Promise<PersonFacts | null> {
    const { viaName, viaPosition } = await this.setting(tenantId);
    return viaPosition || viaName ? { name: viaName, position: viaPosition, signedAt: null } : null;
  }
}

/** The clause about the request form in the announcement as it is made here. */
const formClause = '๓.๒.๑';
