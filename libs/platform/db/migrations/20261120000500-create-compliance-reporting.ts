import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateComplianceReporting20261120000500 implements MigrationInterface {
  name = 'CreateComplianceReporting20261120000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;

      create table round (
        network_id uuid not null references network (id),
        id uuid not null,
        fiscal_year integer not null check (fiscal_year between 2500 and 2700),
        code text not null check (code ~ '^(six_month|twelve_month|year_close|follow_up-[0-9]+)$'),
        kind text not null check (kind in ('six_month','twelve_month','year_close','follow_up')),
        title text not null,
        window_from date not null,
        window_until date not null,
        -- Last instant that is in time: 23:59:59 Asia/Bangkok of the day, so late from the next second on.
        due_to_superior_at timestamptz not null,
        due_to_province_at timestamptz not null,
        created_at timestamptz not null,
        primary key (network_id, id),
        unique (network_id, fiscal_year, code),
        check (window_until >= window_from)
      );

      create table monitoring_report (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        network_id uuid not null,
        round_id uuid not null,
        state text not null check (state in ('drafted','submitted','acknowledged','sent','accepted','returned')),
        problems text,
        suggestions text,
        submitted_at timestamptz,
        submitted_by uuid references account (id),
        acknowledged_at timestamptz,
        acknowledged_by uuid references account (id),
        sent_at timestamptz,
        sent_by uuid references account (id),
        accepted_at timestamptz,
        accepted_by uuid references account (id),
        returned_at timestamptz,
        return_comment text,
        -- The first time each act was done stays judged, even if the report comes back and is sent again.
        first_submitted_at timestamptz,
        first_sent_at timestamptz,
        frozen jsonb,
        primary key (tenant_id, id),
        unique (tenant_id, round_id),
        foreign key (network_id, tenant_id) references tenant (network_id, id),
        foreign key (network_id, round_id) references round (network_id, id),
        -- Whoever acknowledged a report does not accept it (SPEC 3), whoever writes the row.
        constraint report_four_eyes check (accepted_by is null or accepted_by <> acknowledged_by),
        check (state not in ('sent','accepted') or (frozen is not null and sent_at is not null and acknowledged_at is not null))
      );
      create index monitoring_report_network on monitoring_report (network_id, round_id);

      create table requirement_status (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        network_id uuid not null,
        fiscal_year integer not null,
        code text not null,
        ord integer not null,
        title text not null,
        status text not null check (status in ('met','due_soon','overdue','missing','not_due','not_applicable')),
        due_on date,
        lapses_on date,
        facts jsonb not null,
        judged_on date not null,
        judged_at timestamptz not null,
        primary key (tenant_id, fiscal_year, code),
        foreign key (network_id, tenant_id) references tenant (network_id, id)
      );
      create index requirement_status_network on requirement_status (network_id, fiscal_year);

      alter table round enable row level security; alter table round force row level security;
      alter table monitoring_report enable row level security; alter table monitoring_report force row level security;
      alter table requirement_status enable row level security; alter table requirement_status force row level security;

      grant select, insert, update on round to prongsai_staff;
      create policy round_read on round for select to prongsai_staff using (
        network_id = app.network_id() or network_id = (select t.network_id from tenant t where t.id = app.tenant_id()));
      create policy round_make on round for insert to prongsai_staff with check (network_id = app.network_id());
      create policy round_change on round for update to prongsai_staff using (network_id = app.network_id()) with check (network_id = app.network_id());

      grant select, insert, update on monitoring_report to prongsai_staff;
      create policy monitoring_report_tenant on monitoring_report to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      grant select, insert, update, delete on requirement_status to prongsai_staff;
      create policy requirement_status_tenant on requirement_status to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      grant select on round, requirement_status to prongsai_views;
      grant select on requirement_status to prongsai_gate;
      create policy requirement_status_gate on requirement_status for select to prongsai_gate using (true);
      grant select (tenant_id, id, network_id, round_id, state, submitted_at, acknowledged_at, acknowledged_by, sent_at, accepted_at, first_submitted_at, first_sent_at)
        on monitoring_report to prongsai_views;
      create policy round_views on round for select to prongsai_views using (network_id = app.network_id());
      create policy requirement_status_views on requirement_status for select to prongsai_views using (network_id = app.network_id());
      create policy monitoring_report_views on monitoring_report for select to prongsai_views using (network_id = app.network_id());

      reset role;
      set role prongsai_views;
      create view report.network with (security_barrier) as
        select id, slug, name_th, province_th from network where id = app.network_id();
      create view report.unit with (security_barrier) as
        select network_id, id as tenant_id, slug, name_th, short_name_th, kind, state, district_th, frozen, active_web_masters, min_web_masters, created_at
        from tenant where network_id = app.network_id();
      create view report.requirement with (security_barrier) as
        select network_id, tenant_id, fiscal_year, code, ord, title, status, due_on, lapses_on, judged_at
        from requirement_status where network_id = app.network_id();
      create view report.round with (security_barrier) as
        select network_id, id as round_id, fiscal_year, code, kind, title, window_from, window_until, due_to_superior_at, due_to_province_at
        from round where network_id = app.network_id();
      create view report.monitoring_report with (security_barrier) as
        select network_id, tenant_id, id, round_id, state, submitted_at, acknowledged_at, acknowledged_by, sent_at, accepted_at, first_submitted_at, first_sent_at
        from monitoring_report where network_id = app.network_id();
      grant select on report.network, report.unit, report.requirement, report.round, report.monitoring_report to prongsai_report;
      reset role;

      set role prongsai_gate;
      -- Where time has passed something that is not yet recorded: ids only, for the sweep that has no tenant of its own.
      create function app.tenants_with_work(today date, this_fiscal_year integer) returns table (tenant_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select tenant.id from tenant
          where exists (select from publication where publication.tenant_id = tenant.id and publication.live_until <= app.now()
                        and publication.expiry_recorded_at is null and publication.withdrawn_at is null and publication.superseded_at is null)
             or not exists (select from requirement_status where requirement_status.tenant_id = tenant.id
                            and requirement_status.fiscal_year = this_fiscal_year and requirement_status.judged_on = today);
        end;
      revoke all on function app.tenants_with_work(date, integer) from public;
      grant execute on function app.tenants_with_work(date, integer) to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.tenants_with_work(date, integer);
      drop view report.monitoring_report, report.round, report.requirement, report.unit, report.network;
      drop table requirement_status, monitoring_report, round;
    `);
  }
}
