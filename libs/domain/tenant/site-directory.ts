import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { Site, SiteDirectory } from '@prongsai/platform/http';
import { TenantReader } from './tenant.reader';

/** Tells platform/http which unit a host shows. */
@Injectable()
export class TenantSiteDirectory implements SiteDirectory {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantReader,
  ) {}

  async siteOfSlug(slug: string): Promise<Site | null> {
    const tenant = await this.transaction.site({}, () => this.tenants.findPublicBySlug(slug));
    return tenant ? { tenantId: tenant.id, slug: tenant.slug } : null;
  }
}
