import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of a unit that citizens see. */
const publicColumns = `slug, kind, state, name_th, short_name_th, name_en, parent_id, district_th, district_en, document_prefix,
  address, phone, fax, email, map_url, head_title, note`;

/**
 * What changes tells so, in the act's own transaction: each unit's public content has a version (for page caches), and
 * whoever holds a screen open hears what kind of thing has changed (never what). Reasons in docs/adr/0006-page-cache-and-live-screens.md.
 */
export class TellWhatChanges20261124000200 implements MigrationInterface {
  name = 'TellWhatChanges20261124000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table site_content (
        tenant_id uuid primary key references tenant (id),
        version bigint not null
      );
      alter table site_content enable row level security; alter table site_content force row level security;
      grant select, insert, update on site_content to prongsai_gate;
      grant select on site_content to prongsai_staff;
      create policy site_content_unit on site_content for select to prongsai_staff using (tenant_id = app.tenant_id());
      create policy site_content_gate on site_content to prongsai_gate using (true) with check (true);
      -- When the next item appears or ends, without reading the others.
      create index publication_until on publication (tenant_id, live_until) where withdrawn_at is null and superseded_at is null;
      reset role;

      set role prongsai_gate;
      create function app.tell_site_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        unit uuid;
        next_version bigint;
      begin
        if tg_table_name = 'tenant' then
          unit := coalesce(new.id, old.id);
        else
          unit := coalesce(new.tenant_id, old.tenant_id);
        end if;
        -- Once a transaction and unit: the triggers run at commit, one for each row.
        if current_setting('app.site_told', true) = txid_current()::text || ' ' || unit::text then
          return null;
        end if;
        insert into site_content (tenant_id, version) values (unit, 1)
          on conflict (tenant_id) do update set version = site_content.version + 1 returning version into next_version;
        perform set_config('app.site_told', txid_current()::text || ' ' || unit::text, true);
        perform pg_notify('prongsai_site', unit::text || ' ' || next_version::text);
        return null;
      end $$;

      create function app.tell_live() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        network uuid;
        kind text;
        person uuid;
      begin
        if tg_table_name = 'notice' then
          kind := 'notice';
          person := new.account_id;
        elsif tg_table_name = 'audit_entry' then
          -- That the province looked in changes nothing, and looking again because of it would never end.
          if new.act = 'tenant.entered' then
            return null;
          end if;
          kind := new.subject_type;
          network := new.network_id;
        else
          kind := tg_table_name;
        end if;
        if network is null then
          select tenant.network_id into network from tenant where tenant.id = new.tenant_id;
        end if;
        perform pg_notify('prongsai_live', json_build_object('tenantId', new.tenant_id, 'networkId', network, 'kind', kind, 'accountId', person)::text);
        return null;
      end $$;
      revoke all on function app.tell_site_changed(), app.tell_live() from public;
      grant execute on function app.tell_site_changed(), app.tell_live() to prongsai_owner;

      -- Whose site a host shows, how new its content is, and when time alone will change it next.
      create function app.site_of(wanted text) returns table (tenant_id uuid, slug text, version bigint, changes_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select tenant.id, tenant.slug, coalesce((select content.version from site_content content where content.tenant_id = tenant.id), 0),
            least(
              (select min(coming.live_from) from publication coming
               where coming.tenant_id = tenant.id and coming.live_from > app.now() and coming.withdrawn_at is null and coming.superseded_at is null),
              (select min(ending.live_until) from publication ending
               where ending.tenant_id = tenant.id and ending.live_until > app.now() and ending.withdrawn_at is null and ending.superseded_at is null))
          from tenant where tenant.slug = wanted and tenant.state in ('live','suspended','archived');
        end;
      revoke all on function app.site_of(text) from public;
      grant execute on function app.site_of(text) to prongsai_site;
      reset role;

      set role prongsai_owner;
      -- At commit and not before: no lock on the version is held while the act waits for others.
      create constraint trigger publication_tells after insert or update or delete on publication
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger publication_file_tells after insert or update or delete on publication_file
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger tenant_profile_tells after insert or update or delete on tenant_profile
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger tenant_tells after update of ${publicColumns} on tenant
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create trigger audit_entry_tells after insert on audit_entry for each row execute function app.tell_live();
      create trigger notice_tells after insert or update on notice for each row execute function app.tell_live();
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger notice_tells on notice; drop trigger audit_entry_tells on audit_entry; drop trigger tenant_tells on tenant;
      drop trigger tenant_profile_tells on tenant_profile; drop trigger publication_file_tells on publication_file; drop trigger publication_tells on publication;
      drop function app.site_of(text); drop function app.tell_live(); drop function app.tell_site_changed();
      drop index publication_until;
      drop table site_content;
    `);
  }
}
