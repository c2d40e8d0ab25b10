import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per unit and fiscal year beside its requirements, so that a province's dashboard adds up no cells. */
export class KeepComplianceSummary20261124000500 implements MigrationInterface {
  name = 'KeepComplianceSummary20261124000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;

      create table compliance_summary (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        fiscal_year integer not null,
        network_id uuid not null,
        -- {code: status} in the order of the matrix; json and not jsonb, because it is only ever handed on as it stands.
        statuses json not null,
        met integer not null,
        due_soon integer not null,
        overdue integer not null,
        missing integer not null,
        not_due integer not null,
        not_applicable integer not null,
        judged_at timestamptz not null,
        primary key (tenant_id, fiscal_year),
        foreign key (network_id, tenant_id) references tenant (network_id, id)
      );
      create index compliance_summary_network on compliance_summary (network_id, fiscal_year);

      -- Whoever writes requirements, their summary is a recount in the same transaction.
      create function app.keep_compliance_summary() returns trigger language plpgsql as $$
      begin
        -- An upsert fires for inserted and for updated rows, one of them mostly empty.
        if not exists (select from changed) then return null; end if;
        insert into compliance_summary (tenant_id, fiscal_year, network_id, statuses, met, due_soon, overdue, missing, not_due, not_applicable, judged_at)
        select kept.tenant_id, kept.fiscal_year, kept.network_id,
          ('{' || string_agg(to_json(code) || ':' || to_json(status), ',' order by ord, code) || '}')::json,
          count(*) filter (where status = 'met'), count(*) filter (where status = 'due_soon'), count(*) filter (where status = 'overdue'),
          count(*) filter (where status = 'missing'), count(*) filter (where status = 'not_due'), count(*) filter (where status = 'not_applicable'),
          max(judged_at)
        from requirement_status kept
        where (kept.tenant_id, kept.fiscal_year) in (select tenant_id, fiscal_year from changed)
        group by kept.tenant_id, kept.fiscal_year, kept.network_id
        on conflict (tenant_id, fiscal_year) do update set statuses = excluded.statuses, met = excluded.met, due_soon = excluded.due_soon,
          overdue = excluded.overdue, missing = excluded.missing, not_due = excluded.not_due, not_applicable = excluded.not_applicable, judged_at = excluded.judged_at;
        if tg_op = 'DELETE' then
          delete from compliance_summary summary
          where (summary.tenant_id, summary.fiscal_year) in (select tenant_id, fiscal_year from changed)
            and not exists (select from requirement_status kept where kept.tenant_id = summary.tenant_id and kept.fiscal_year = summary.fiscal_year);
        end if;
        return null;
      end $$;
      create trigger requirement_status_added after insert on requirement_status referencing new table as changed
        for each statement execute function app.keep_compliance_summary();
      create trigger requirement_status_changed after update on requirement_status referencing new table as changed
        for each statement execute function app.keep_compliance_summary();
      create trigger requirement_status_removed after delete on requirement_status referencing old table as changed
        for each statement execute function app.keep_compliance_summary();

      -- What is kept already is summed up by the same trigger, past the policy that hides every row from their owner.
      alter table requirement_status no force row level security;
      update requirement_status set judged_at = judged_at;
      alter table requirement_status force row level security;

      alter table compliance_summary enable row level security; alter table compliance_summary force row level security;
      grant select, insert, update, delete on compliance_summary to prongsai_staff;
      create policy compliance_summary_tenant on compliance_summary to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());
      grant select on compliance_summary to prongsai_views;
      create policy compliance_summary_views on compliance_summary for select to prongsai_views using (network_id = app.network_id());

      -- The columns of the matrix are found by jumping from code to code in this index; the title rides along.
      drop index requirement_status_network;
      create index requirement_status_network on requirement_status (network_id, fiscal_year, code, ord, title);
      reset role;

      set role prongsai_views;
      create view report.summary with (security_barrier) as
        select network_id, tenant_id, fiscal_year, statuses, met, due_soon, overdue, missing, not_due, not_applicable, judged_at
        from compliance_summary where network_id = app.network_id();
      grant select on report.summary to prongsai_report;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view report.summary;
      drop trigger requirement_status_added on requirement_status;
      drop trigger requirement_status_changed on requirement_status;
      drop trigger requirement_status_removed on requirement_status;
      drop function app.keep_compliance_summary();
      drop table compliance_summary;
      drop index requirement_status_network;
      create index requirement_status_network on requirement_status (network_id, fiscal_year);
    `);
  }
}
