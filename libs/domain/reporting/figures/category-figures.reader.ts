import { Injectable } from '@nestjs/common';
import type { ReportCategory } from '@prongsai/kernel/contracts';
import { TenantTransaction } from '@prongsai/platform/db';
import { CategoryReader } from '@prongsai/domain/taxonomy';
import { cadenceKept } from './cadence-kept';
import { countedWhen, happenedSql } from './happened';
import type { CountedWindow } from './report-window';

interface Counts {
  category: string;
  /** Null for the category as a whole. */
  subItem: string | null;
  subjects: number;
  acts: number;
  updated: number;
  takenDownOnTime: number;
  takenDownLate: number;
}

/** Unit words of the two ways of counting (seed 003: ๘ เรื่อง, ๖๕ ครั้ง). */
export const unitWords = { subjects: 'เรื่อง', acts: 'ครั้ง' } as const;

/**
 * Counts what happened in each category of a unit, from its publications and the trail of its acts. Runs in the unit's own
 * transaction.
 */
@Injectable()
export class CategoryFigures {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly categories: CategoryReader,
  ) {}

  /** The categories of the unit's profile of the fiscal year (B.E.) in order, with what was counted in the window. */
  async count(fiscalYear: number, window: CountedWindow): Promise<ReportCategory[]> {
    const counts = await this.countPublications(window);
    const touched = await this.touchedDays(window);
    return (await this.categories.list(fiscalYear)).map(({ code, titleTh, countRule, cadence, subItems }) => {
      const found = (subItem: string | null) => counts.find((row) => row.category === code && row.subItem === subItem);
      const whole = found(null);
      return {
        code, title: titleTh, unit: unitWords[countRule], countRule, published: whole?.[countRule] ?? 0,
        subItems: subItems.map((item) => ({ ...item, published: found(item.code)?.[countRule] ?? 0 })),
        updated: whole?.updated ?? 0, takenDownOnTime: whole?.takenDownOnTime ?? 0, takenDownLate: whole?.takenDownLate ?? 0,
        cadence: { code: cadence, kept: cadenceKept(touched.get(code) ?? [], cadence, window.wholeDays) },
      };
    });
  }

  private countPublications(window: CountedWindow): Promise<Counts[]> {
    return this.transaction.manager.query(
      `with ${happenedSql}
       select category_code as category, sub_item_code as "subItem",
              count(distinct subject) filter (where ${countedWhen.subjects})::int as subjects,
              count(*) filter (where ${countedWhen.acts})::int as acts,
              count(*) filter (where ${countedWhen.updated})::int as updated,
              count(*) filter (where ${countedWhen.takenDownOnTime})::int as "takenDownOnTime",
              count(*) filter (where ${countedWhen.takenDownLate})::int as "takenDownLate"
       from happened
       group by grouping sets ((category_code), (category_code, sub_item_code))
       having grouping(sub_item_code) = 1 or sub_item_code is not null`,
      [window.from, window.until, window.endsUntil],
    );
  }

  /** Days on which something was published to a category or checked in it, by category. */
  private async touchedDays(window: CountedWindow): Promise<Map<string, string[]>> {
    const rows: Array<{ category: string; days: string[] }> = await this.transaction.manager.query(
      `with touch as (
         select category_code, published_at as at from publication where tenant_id = app.tenant_id() and published_at between $1 and $2
         union all
         select publication.category_code, entry.at from audit_entry entry
         join publication on publication.tenant_id = entry.tenant_id and publication.id::text = entry.subject_id
         where entry.chain_id = app.tenant_id() and entry.act = 'publication.confirmed' and entry.at between $1 and $2
       )
       select category_code as category, array_agg(distinct (at at time zone 'Asia/Bangkok')::date::text) as days from touch group by category_code`,
      [window.from, window.until],
    );
    return new Map(rows.map((row) => [row.category, row.days]));
  }
}
