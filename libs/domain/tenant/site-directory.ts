import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '@prongsai/platform/db';
import type { Site, SiteDirectory } from '@prongsai/platform/http';

/** Tells platform/http which unit a host shows. */
@Injectable()
export class TenantSiteDirectory implements SiteDirectory {
  constructor(private readonly transaction: TenantTransaction) {}

  /** Inside a reading it is asked in the reading's own breath, whoever's rows that one may reach. */
  async siteOfSlug(slug: string): Promise<Site | null> {
    return this.transaction.isOpen ? this.ask(slug) : this.transaction.site({}, () => this.ask(slug));
  }

  private async ask(slug: string): Promise<Site | null> {
    const [row]: Array<{ tenant_id: string; slug: string; version: number; changes_at: Date | null }> = await this.transaction.manager.query(
      'select tenant_id, slug, version, changes_at from app.site_of($1)', [slug],
    );
    return row ? { tenantId: row.tenant_id, slug: row.slug, version: row.version, changesAt: row.changes_at } : null;
  }
}
