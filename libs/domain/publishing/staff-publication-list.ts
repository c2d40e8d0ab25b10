import type { PublicationListQuery, PublicationView } from '@prongsai/kernel/contracts';
import { addDays, bangkokDay, endOfBangkokDayExclusive, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationState } from '@prongsai/kernel/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import type { Publication } from './publication.entity';

/** What a list of publications may be asked for; `requesterId` leaves only what that person asked for. */
export type PublicationWishes = Partial<Omit<PublicationListQuery, 'cursor' | 'limit'>> & { requesterId?: string; after?: { key: string; id: string }; limit: number };

/** `publicationState` of the kernel in SQL: acts come before dates. */
const stateSql: Record<PublicationState, string> = {
  withdrawn: 'publication.withdrawn_at is not null',
  superseded: 'publication.withdrawn_at is null and publication.superseded_at is not null',
  expired: 'publication.withdrawn_at is null and publication.superseded_at is null and publication.live_until <= :now',
  live: 'publication.withdrawn_at is null and publication.superseded_at is null and publication.live_from <= :now and (publication.live_until is null or publication.live_until > :now)',
  scheduled: 'publication.withdrawn_at is null and publication.superseded_at is null and publication.live_from > :now and (publication.live_until is null or publication.live_until > :now)',
};

/** The last day inside the cadence, as `checkDueOn` of the reader; `lapseDay` of the kernel moves by whole months the same way. */
const checkDueSql = `(select (greatest(publication.confirmed_current_at, publication.revised_at, publication.published_at, publication.live_from) at time zone 'Asia/Bangkok')::date
  + case category.cadence when 'monthly' then interval '1 month' when 'quarterly' then interval '3 months' when 'yearly' then interval '12 months' end
  from category where category.code = publication.category_code and category.count_rule = 'subjects')`;

interface Order {
  sql: string;
  direction: 'ASC' | 'DESC';
  /** The sort key of a row as text that PostgreSQL reads back. */
  keyOf: (view: PublicationView) => string;
}

/** The orders of the list; the id decides between equals. */
export const orders: Record<PublicationListQuery['order'], Order> = {
  new: { sql: 'publication.published_at', direction: 'DESC', keyOf: ({ publishedAt }) => publishedAt },
  ending: {
    sql: `coalesce(publication.live_until, 'infinity')`, direction: 'ASC',
    keyOf: ({ publishUntil, approvalDueAt }) => [approvalDueAt, publishUntil && endOfBangkokDayExclusive(publishUntil).toISOString()].filter((end) => end !== null).sort()[0] ?? 'infinity',
  },
  down: { sql: 'coalesce(publication.withdrawn_at, publication.superseded_at, publication.live_until)', direction: 'DESC', keyOf: ({ cameDownAt }) => cameDownAt ?? 'infinity' },
  check: { sql: `coalesce(${checkDueSql}, 'infinity')`, direction: 'ASC', keyOf: ({ checkDueOn }) => checkDueOn ?? 'infinity' },
};

/** Each word of a search as a pattern in which Thai digits are Arabic and nothing is a wildcard. */
export function searchPatterns(text: string): string[] {
  return toArabicDigits(text.normalize('NFC')).trim().split(/\s+/).filter(Boolean).slice(0, 8).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** A title with its Thai digits as Arabic ones, for `ilike`. */
export const searchedTitle = (column: string) => `translate(${column}, '๐๑๒๓๔๕๖๗๘๙', '0123456789')`;

/** The query narrowed and ordered as asked, behind the row `after`. */
export function narrowed(query: SelectQueryBuilder<Publication>, tenantId: string, wishes: PublicationWishes, now: Date): SelectQueryBuilder<Publication> {
  query.where('publication.tenant_id = :tenantId', { tenantId }).setParameter('now', now);
  if (wishes.state) query.andWhere(`(${wishes.state.map((state) => `(${stateSql[state]})`).join(' or ')})`);
  if (wishes.category) query.andWhere('publication.category_code = :category', { category: wishes.category });
  const request = `select 1 from publication_request request where request.tenant_id = publication.tenant_id and request.id = publication.request_id`;
  if (wishes.requesterId) query.andWhere(`exists (${request} and request.requester_id = :requesterId)`, { requesterId: wishes.requesterId });
  searchPatterns(wishes.q ?? '').forEach((pattern, index) => {
    const name = `word${index}`;
    query.andWhere(`(${searchedTitle('publication.title')} ilike :${name} or exists (${request} and request.number || '/' || request.fiscal_year like :${name}))`, { [name]: pattern });
  });
  const today = bangkokDay(now);
  if (wishes.endsWithin !== undefined) {
    query.andWhere(`((${stateSql.live}) or (${stateSql.scheduled})) and publication.live_until <= :endsBy`, { endsBy: endOfBangkokDayExclusive(addDays(today, wishes.endsWithin)) });
  }
  if (wishes.checkWithin !== undefined) query.andWhere(`(${stateSql.live}) and ${checkDueSql} < :checkBy::date`, { checkBy: addDays(today, wishes.checkWithin) });
  const { sql, direction } = orders[wishes.order ?? 'new'];
  if (wishes.after) query.andWhere(`(${sql}, publication.id) ${direction === 'ASC' ? '>' : '<'} (:afterKey::timestamptz, :afterId::uuid)`, { afterKey: wishes.after.key, afterId: wishes.after.id });
  return query.addSelect(sql, 'sort_key').orderBy('sort_key', direction).addOrderBy('publication.id', direction);
}
