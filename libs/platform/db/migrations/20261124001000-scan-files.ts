import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the virus scanner said of each file, and files that are refused after they were received (SPEC 7). */
export class ScanFiles20261124001000 implements MigrationInterface {
  name = 'ScanFiles20261124001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      alter table stored_file
        -- "Not scanned" is what it says: there was no scanner. It is never "clean".
        add column scan text not null default 'not_scanned' check (scan in ('not_scanned','waiting','clean','infected')),
        add column scanned_at timestamptz,
        -- What is refused keeps its row, so that its sender can be told, and no bytes.
        add column kept_sha256 text generated always as (case when state = 'refused' then null else sha256 end) stored,
        add constraint stored_file_waits_for_scan check ((state = 'checking') = (scan = 'waiting')),
        add constraint stored_file_infected_is_refused check ((state = 'refused') = (scan = 'infected'));
      -- Filled for the rows that are there; from now on a column like any other.
      alter table stored_file alter column kept_sha256 drop expression,
        add constraint stored_file_keeps_bytes_unless_refused check (kept_sha256 is not distinct from case when state = 'refused' then null else sha256 end);
      alter table stored_file drop constraint stored_file_tenant_id_sha256_fkey;
      alter table stored_file add foreign key (tenant_id, kept_sha256) references stored_blob (tenant_id, sha256);
      create index stored_file_by_blob on stored_file (tenant_id, kept_sha256);
      create index stored_file_waiting on stored_file (tenant_id) where state = 'checking';
      grant select (tenant_id, state) on stored_file to prongsai_gate;
      create policy stored_file_gate on stored_file for select to prongsai_gate using (true);

      -- The last door: whatever a verb forgets, nothing is published that was not let through.
      create function app.publish_checked_files_only() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select from stored_file where stored_file.tenant_id = new.tenant_id and stored_file.id = new.file_id and stored_file.state <> 'ready') then
          raise exception 'file % is not ready to be published', new.file_id using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger publish_checked_files_only before insert or update of file_id on publication_file
        for each row execute function app.publish_checked_files_only();
      reset role;

      set role prongsai_gate;
      -- Where files wait for the scanner: ids only, for the sweep that has no tenant of its own.
      create function app.tenants_with_waiting_files() returns table (tenant_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select distinct stored_file.tenant_id from stored_file where stored_file.state = 'checking';
        end;
      revoke all on function app.tenants_with_waiting_files() from public;
      grant execute on function app.tenants_with_waiting_files() to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.tenants_with_waiting_files();
      drop trigger publish_checked_files_only on publication_file;
      drop function app.publish_checked_files_only();
      drop policy stored_file_gate on stored_file;
      revoke select (tenant_id, state) on stored_file from prongsai_gate;
      delete from request_file using stored_file where stored_file.tenant_id = request_file.tenant_id and stored_file.id = request_file.file_id and stored_file.state = 'refused';
      delete from stored_file where state = 'refused';
      alter table stored_file drop constraint stored_file_tenant_id_kept_sha256_fkey;
      alter table stored_file drop column kept_sha256, drop column scanned_at, drop column scan;
      alter table stored_file add foreign key (tenant_id, sha256) references stored_blob (tenant_id, sha256);
    `);
  }
}
