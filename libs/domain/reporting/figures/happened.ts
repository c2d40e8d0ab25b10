/**
 * What happened to every publication of the unit in a window, for counting and for the list behind a count: common table
 * expressions that end in `happened`. `$1` and `$2` are the window's first and last instant, `$3` the last at which the end
 * of an item's period is counted (`CountedWindow`).
 */
export const happenedSql = `item as (
         select id, code, title, category_code, sub_item_code, live_from, live_until, published_at, withdrawn_at, superseded_at, takedown_due_at,
                least(live_until, withdrawn_at, superseded_at) as ended_at
         from publication where tenant_id = app.tenant_id() and published_at <= $2
       ), checked as (
         select subject_id, max(at) as at from audit_entry
         where chain_id = app.tenant_id() and act in ('publication.confirmed', 'publication.revised') and at between $1 and $2
         group by subject_id
       ), happened as (
         select item.id, item.code, item.title, item.category_code, item.sub_item_code, coalesce(item.sub_item_code, item.id::text) as subject,
                item.published_at, item.ended_at,
                item.live_from <= $2 and (item.ended_at is null or item.ended_at > greatest(item.live_from, $1)) as was_live,
                item.published_at between $1 and $2 as was_published,
                greatest(checked.at, case when item.superseded_at between $1 and $2 then item.superseded_at end) as updated_at,
                case when item.live_until = item.ended_at and item.live_until > $1 and item.live_until <= $3 then item.live_until
                     when item.withdrawn_at = item.ended_at and item.withdrawn_at > item.live_from and item.withdrawn_at between $1 and $2 then item.withdrawn_at
                end as taken_down_at,
                item.takedown_due_at
         from item left join checked on checked.subject_id = item.id::text
       )`;

/**
 * Which rows of `happened` each figure counts. Subjects are the different things that were live at some time of the window,
 * each once: a sub-item of the framework, or an item that belongs to none. Acts are the acts of publishing. Taken down is by
 * the end of the period or by withdrawal; late when a recorded due date had passed.
 */
export const countedWhen = {
  subjects: 'was_live',
  acts: 'was_published',
  updated: 'updated_at is not null',
  takenDownOnTime: `taken_down_at is not null and (takedown_due_at is null or taken_down_at < takedown_due_at + interval '1 second')`,
  takenDownLate: `taken_down_at >= takedown_due_at + interval '1 second'`,
} as const;

/** What makes a counted thing one, and the instant it is told with. */
export const countedBy: Record<keyof typeof countedWhen, { key: string; at: string }> = {
  subjects: { key: 'subject', at: 'published_at' },
  acts: { key: 'id::text', at: 'published_at' },
  updated: { key: 'id::text', at: 'updated_at' },
  takenDownOnTime: { key: 'id::text', at: 'taken_down_at' },
  takenDownLate: { key: 'id::text', at: 'taken_down_at' },
};
