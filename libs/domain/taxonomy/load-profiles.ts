import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cadence } from '@prongsai/kernel/workflow';

interface SourceCategory {
  id: string;
  order: number;
  title_th: string;
  title_en: string;
  short_title_th?: string;
  required: boolean | string;
  requirement_group: string;
  rule_en?: string;
  cadence?: { code: Cadence };
  report_layout?: { count_rule: 'distinct_subjects' | 'publishing_events' };
  sub_items: Array<{ id: string; title_th: string }>;
}

interface Source {
  profiles: Array<{ id: string; title_th: string; title_en: string; categories: SourceCategory[] }>;
  requirement_groups: Array<{ code: string; order: number; title_th: string; title_en: string }>;
}

/** Where the documents print no cadence a network sets one; until then news are monthly and the rest quarterly. */
function cadenceOf(category: SourceCategory): Cadence {
  if (category.cadence) return category.cadence.code;
  if (category.requirement_group === 'news' || category.requirement_group === 'procurement') return 'monthly';
  return ['law', 'links', 'knowledge', 'manual', 'citizen_manual', 'e_service'].includes(category.requirement_group) ? 'yearly' : 'quarterly';
}

/** Khemarat's report prints the rule per topic; elsewhere news and procurement are acts and the rest subjects. */
function countRuleOf(category: SourceCategory): 'subjects' | 'acts' {
  if (category.report_layout) return category.report_layout.count_rule === 'publishing_events' ? 'acts' : 'subjects';
  return category.requirement_group === 'news' || category.requirement_group === 'procurement' ? 'acts' : 'subjects';
}

/** Seeds 000-002: laws show their origin, knowledge its origin with date and time. */
function originOf(category: SourceCategory): 'none' | 'source' | 'source_and_time' {
  if (!category.rule_en) return 'none';
  return category.rule_en.includes('date') ? 'source_and_time' : 'source';
}

/** Short enough for a menu: the Thai words before the English in brackets, at most what a line holds. */
function shortTitle(category: SourceCategory): string {
  return category.short_title_th ?? (category.title_th.split(' (')[0] as string);
}

/** Loads or renews the profiles from the documents' extract. Runs as the owner of the tables, at every migration. */
export async function loadProfiles(query: (sql: string, parameters?: unknown[]) => Promise<unknown>): Promise<void> {
  const source = JSON.parse(readFileSync(path.join(__dirname, 'content-categories.json'), 'utf8')) as Source;
  for (const group of source.requirement_groups) {
    await query(
      `insert into requirement_group (code, ord, title_th, title_en) values ($1, $2, $3, $4)
       on conflict (code) do update set ord = excluded.ord, title_th = excluded.title_th, title_en = excluded.title_en`,
      [group.code, group.order, group.title_th, group.title_en],
    );
  }
  for (const profile of source.profiles) {
    await query(
      `insert into category_profile (id, title_th, title_en) values ($1, $2, $3)
       on conflict (id) do update set title_th = excluded.title_th, title_en = excluded.title_en`,
      [profile.id, profile.title_th, profile.title_en],
    );
    for (const category of profile.categories) {
      await query(
        `insert into category (profile_id, code, ord, title_th, short_title_th, title_en, required, cadence, count_rule, origin, requirement_group, sub_items)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (profile_id, code) do update set ord = excluded.ord, title_th = excluded.title_th, short_title_th = excluded.short_title_th,
           title_en = excluded.title_en, required = excluded.required, cadence = excluded.cadence, count_rule = excluded.count_rule,
           origin = excluded.origin, requirement_group = excluded.requirement_group, sub_items = excluded.sub_items`,
        [
          profile.id, category.id, category.order, category.title_th, shortTitle(category), category.title_en, category.required === true,
          cadenceOf(category), countRuleOf(category), originOf(category), category.requirement_group,
          JSON.stringify(category.sub_items.map((item) => ({ code: item.id, title: item.title_th }))),
        ],
      );
    }
  }
}
