import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of a document's pages, and a door of the outbox for work that takes long. */
export class CreatePageImages20261124000800 implements MigrationInterface {
  name = 'CreatePageImages20261124000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table file_preview (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        file_id uuid not null,
        -- Names the objects: a preview that is made anew never meets the removal of the one before.
        preview_id uuid not null,
        state text not null check (state in ('waiting','ready','none')),
        reason text check (reason in ('locked','damaged','heavy')),
        page_count integer not null default 0 check (page_count >= 0),
        -- Begun so often; what ends the process every time is given up.
        tries integer not null default 0 check (tries >= 0),
        asked_at timestamptz not null,
        made_at timestamptz,
        primary key (tenant_id, file_id),
        foreign key (tenant_id, file_id) references stored_file (tenant_id, id) on delete cascade,
        check ((state = 'none') = (reason is not null))
      );
      create table file_page (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        file_id uuid not null,
        number integer not null check (number > 0),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        size integer not null check (size > 0),
        words text not null,
        primary key (tenant_id, file_id, number),
        foreign key (tenant_id, file_id) references file_preview (tenant_id, file_id) on delete cascade
      );
      alter table file_preview enable row level security; alter table file_preview force row level security;
      alter table file_page enable row level security; alter table file_page force row level security;
      -- As the file itself: the unit's alone; a network role that entered the unit sees nothing.
      grant select, insert, update, delete on file_preview, file_page to prongsai_staff;
      create policy file_preview_unit on file_preview to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy file_page_unit on file_page to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      reset role;

      set role prongsai_jobs;
      -- Long work stands in one of two lines, by unit: mails and judging never wait behind it, however much there is.
      create function app.enqueue_long(task text, payload json, wanted_key text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      begin
        if app.tenant_id() is null then
          raise exception 'a job needs the tenant of the act that asks for it';
        end if;
        perform graphile_worker.add_job(task, (payload::jsonb || jsonb_build_object('tenantId', app.tenant_id()))::json,
          queue_name => 'long-' || (abs(hashtext(app.tenant_id()::text)) % 2), job_key => app.tenant_id()::text || ':' || wanted_key, max_attempts => 25, priority => 10);
      end $$;
      revoke all on function app.enqueue_long(text, json, text) from public;
      grant execute on function app.enqueue_long(text, json, text) to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.enqueue_long(text, json, text); drop table file_page, file_preview;');
  }
}
