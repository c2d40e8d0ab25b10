import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import type { StaffFind } from '@prongsai/kernel/contracts';
import { publicationState } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { publicationPath, searchedTitle, searchPatterns } from '@prongsai/domain/publishing';

interface Row {
  id: string;
  number: string | null;
  title: string | null;
  state: StaffFind['state'];
  categoryCode: string | null;
  requesterName: string;
  slug: string;
  publicationId: string | null;
  code: string | null;
  liveFrom: Date;
  liveUntil: Date | null;
  withdrawnAt: Date | null;
  supersededAt: Date | null;
}

/** The staff's own search: a unit's requests and what they became, by title or number. */
@Injectable()
export class StaffSearch {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Newest first; every word must stand in the title or be part of the number, Thai digits or Arabic. Another person's
   * draft is found by the head alone. `before` is the last id of the page before. Answers at most `limit`.
   */
  async find(actor: TenantActor, text: string, before: string | null, limit: number): Promise<StaffFind[]> {
    const patterns = searchPatterns(text);
    if (patterns.length === 0) return [];
    const words = patterns.map((_, index) => {
      const at = `$${index + 4}`;
      return `(${searchedTitle('request.title')} ilike ${at} or ${searchedTitle('publication.title')} ilike ${at} or request.number || '/' || request.fiscal_year like ${at})`;
    });
    const rows: Row[] = await this.transaction.manager.query(
      `select request.id, request.number || '/' || request.fiscal_year as number, coalesce(publication.title, request.title) as title, request.state,
         coalesce(publication.category_code, request.category_code) as "categoryCode", account.name as "requesterName", tenant.slug,
         publication.id as "publicationId", publication.code, publication.live_from as "liveFrom", publication.live_until as "liveUntil",
         publication.withdrawn_at as "withdrawnAt", publication.superseded_at as "supersededAt"
       from publication_request request
       join tenant on tenant.id = request.tenant_id
       join account on account.id = request.requester_id
       left join publication on publication.tenant_id = request.tenant_id and publication.request_id = request.id
       where request.tenant_id = app.tenant_id() and ($1::uuid is null or request.id < $1)
         and ($2::uuid is null or request.state <> 'draft' or request.requester_id = $2) and ${words.join(' and ')}
       order by request.id desc limit $3`,
      [before, actor.roles.includes('unit_head') ? null : actor.accountId, limit, ...patterns],
    );
    return rows.map((row) => ({
      requestId: row.id, number: row.number, title: row.title, state: row.state, categoryCode: row.categoryCode, requesterName: row.requesterName,
      publication: row.publicationId && row.code
        ? { id: row.publicationId, url: `${siteOrigin(this.settings, row.slug)}${publicationPath(row.code)}`, state: publicationState(row, this.clock.now()) }
        : null,
    }));
  }
}
