import { Injectable } from '@nestjs/common';
import { fiscalYearWindow } from '@prongsai/kernel/thai';
import { TenantTransaction } from '@prongsai/platform/db';
import { frameworkCode, type FactMoment, type FactSource, type FrameworkFact, type GatheredFacts, type PublicationFact } from '@prongsai/domain/compliance';

/** Live at $1, whatever happened to it since. */
const wasLive = `publication.tenant_id = app.tenant_id() and publication.live_from <= $1 and (publication.live_until is null or publication.live_until > $1)
  and (publication.withdrawn_at is null or publication.withdrawn_at > $1) and (publication.superseded_at is null or publication.superseded_at > $1)`;

/** The last whole day on which it shows: the end is exclusive. */
const lastOn = `((publication.live_until - interval '1 millisecond') at time zone 'Asia/Bangkok')::date::text`;

/** What publishing knows of a unit: what is live, how fresh it is, and the framework of the year. */
@Injectable()
export class PublishingFacts implements FactSource {
  constructor(private readonly transaction: TenantTransaction) {}

  async gather(moment: FactMoment): Promise<Pick<GatheredFacts, 'publications' | 'frameworks'>> {
    return { publications: await this.publications(moment), frameworks: await this.frameworks(moment) };
  }

  /**
   * Live items with their metadata complete (seeds 000 and 001, 2.7): source or owner, the period the data covers, and
   * something to read. Grouped, so that a unit with thousands of items is as quick as one with ten.
   */
  private publications({ instant }: FactMoment): Promise<PublicationFact[]> {
    return this.transaction.manager.query(
      `select publication.category_code as "categoryCode", ${lastOn} as "lastOn",
              max((greatest(publication.published_at, publication.live_from, case when publication.revised_at <= $1 then publication.revised_at end, case when publication.confirmed_current_at <= $1 then publication.confirmed_current_at end)
                at time zone 'Asia/Bangkok')::date)::text as "touchedOn"
       from publication
       where ${wasLive} and btrim(publication.source_name) <> '' and publication.data_until >= publication.data_from
         and (btrim(coalesce(publication.details, '')) <> '' or publication.external_link is not null
              or exists (select from publication_file file where file.tenant_id = publication.tenant_id and file.publication_id = publication.id))
       group by 1, 2 order by 1, 2`,
      [instant],
    );
  }

  /**
   * Live items whose request asked for the framework announcement: it carries the requirement code, and was either numbered
   * in the fiscal year or covers days of it (an announcement made shortly before the year begins).
   */
  private frameworks({ instant, fiscalYear }: FactMoment): Promise<FrameworkFact[]> {
    const { from, until } = fiscalYearWindow(fiscalYear);
    return this.transaction.manager.query(
      `select (publication.live_from at time zone 'Asia/Bangkok')::date::text as "publishedOn", ${lastOn} as "lastOn"
       from publication
       join publication_request request on request.tenant_id = publication.tenant_id and request.id = publication.request_id
       where ${wasLive} and $2 = any(request.requirement_codes)
         and (request.fiscal_year = $3 or (publication.data_from <= $5::date and publication.data_until >= $4::date))
       order by 1, 2`,
      [instant, frameworkCode, fiscalYear, from, until],
    );
  }
}
