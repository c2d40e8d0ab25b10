import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { Site, SiteDirectory } from '@prongsai/platform/http';

/** Tells platform/http which unit a host shows. */
@Injectable()
export class TenantSiteDirectory implements SiteDirectory {
  constructor(private readonly transaction: TenantTransaction) {}

  async siteOfSlug(slug: string): Promise<Site | null> {
    return this.transaction.site({}, async () => {
      const [row]: Array<{ tenant_id: string; slug: string; version: number; changes_at: Date | null }> = await this.transaction.manager.query(
        'select tenant_id, slug, version, changes_at from app.site_of($1)', [slug],
      );
      return row ? { tenantId: row.tenant_id, slug: row.slug, version: row.version, changesAt: row.changes_at } : null;
    });
  }
}
