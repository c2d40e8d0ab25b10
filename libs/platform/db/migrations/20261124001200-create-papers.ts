import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Official papers that the system makes, each with what it says, its bytes' hash and what it belongs to; and how a unit wants them. */
export class CreatePapers20261124001200 implements MigrationInterface {
  name = 'CreatePapers20261124001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table paper_counter (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        fiscal_year integer not null,
        last_number integer not null,
        primary key (tenant_id, fiscal_year)
      );
      create table paper (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        kind text not null check (kind in ('request_form','publication_memo','page_snapshot','evidence_certificate','withdrawal_notice',
          'framework_announcement','web_master_order','report_memo','monitoring_report','report_register')),
        -- What it is about: a publication, a report, or the unit itself; made anew for the same it is the next edition.
        subject_id uuid not null,
        edition integer not null default 1 check (edition > 0),
        fiscal_year integer not null check (fiscal_year between 2500 and 2700),
        number integer not null check (number > 0),
        title text not null,
        state text not null check (state in ('waiting','ready','none')),
        reason text check (reason in ('gone','failed')),
        -- What it says, as it was known when it was asked for; a later change of names leaves it.
        facts jsonb not null,
        request_id uuid,
        publication_id uuid,
        report_id uuid,
        requirement_codes text[] not null default '{}',
        tries integer not null default 0 check (tries >= 0),
        asked_at timestamptz not null,
        made_at timestamptz,
        signed_at timestamptz,
        signed_by uuid references account (id),
        frozen_at timestamptz,
        file_name text,
        media_type text,
        size bigint check (size > 0),
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        primary key (tenant_id, id),
        unique (tenant_id, fiscal_year, number),
        unique (tenant_id, subject_id, kind, edition),
        foreign key (tenant_id, request_id) references publication_request (tenant_id, id),
        foreign key (tenant_id, publication_id) references publication (tenant_id, id),
        foreign key (tenant_id, report_id) references monitoring_report (tenant_id, id),
        check ((state = 'none') = (reason is not null)),
        check (state <> 'ready' or (sha256 is not null and size is not null and file_name is not null and media_type is not null and made_at is not null)),
        check (frozen_at is null or state = 'ready')
      );
      create table paper_setting (
        tenant_id uuid primary key default app.tenant_id() references tenant (id),
        -- The one through whom memos pass on their way to the head.
        via_name text,
        via_position text,
        -- The announcement that the unit works by, when it was not made here.
        announced_on date,
        announced_clause text
      );
      alter table paper_counter enable row level security; alter table paper_counter force row level security;
      alter table paper enable row level security; alter table paper force row level security;
      alter table paper_setting enable row level security; alter table paper_setting force row level security;
      grant select, insert, update on paper_counter, paper, paper_setting to prongsai_staff;
      create policy paper_counter_unit on paper_counter to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy paper_unit on paper to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy paper_setting_unit on paper_setting to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');

      create function app.keep_frozen_paper() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.frozen_at is not null and new is distinct from old then
          raise exception 'a frozen paper does not change' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger paper_stays_frozen before update on paper for each row execute function app.keep_frozen_paper();
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_setting, paper, paper_counter; drop function app.keep_frozen_paper();');
  }
}
