import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of a unit whose rows citizens see, beside those that tell already. */
const shown = ['opening_hours', 'opening_day', 'clinic', 'clinic_day'];

/** Opening hours, shown people and days off are part of a site as well; what judging changes is heard by open screens. */
export class TellOfPeopleHoursCompliance20261124000900 implements MigrationInterface {
  name = 'TellOfPeopleHoursCompliance20261124000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_gate;
      -- Of one unit; the telling of every trigger ends here.
      create function app.tell_site(unit uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
      declare
        next_version bigint;
      begin
        -- Once a transaction and unit: the triggers run at commit, one for each row.
        if current_setting('app.site_told', true) = txid_current()::text || ' ' || unit::text then
          return;
        end if;
        insert into site_content (tenant_id, version) values (unit, 1)
          on conflict (tenant_id) do update set version = site_content.version + 1 returning version into next_version;
        perform set_config('app.site_told', txid_current()::text || ' ' || unit::text, true);
        perform pg_notify('prongsai_site', unit::text || ' ' || next_version::text);
      end $$;
      create or replace function app.tell_site_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        unit uuid;
      begin
        if tg_table_name = 'tenant' then
          perform app.tell_site(coalesce(new.id, old.id));
        elsif tg_table_name = 'holiday' then
          -- In one order, so that two of these cannot wait for each other.
          for unit in select tenant.id from tenant where tenant.network_id = coalesce(new.network_id, old.network_id) order by tenant.id loop
            perform app.tell_site(unit);
          end loop;
        elsif tg_table_name = 'account' then
          for unit in select member.tenant_id from member where member.account_id = new.id order by member.tenant_id loop
            perform app.tell_site(unit);
          end loop;
        else
          perform app.tell_site(coalesce(new.tenant_id, old.tenant_id));
        end if;
        return null;
      end $$;

      create or replace function app.tell_live() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare
        network uuid;
        kind text;
        person uuid;
      begin
        if tg_table_name = 'notice' then
          kind := 'notice';
          person := new.account_id;
        elsif tg_table_name = 'compliance_summary' then
          kind := 'compliance';
        else
          -- That the province looked in changes nothing, and looking again because of it would never end.
          if new.act = 'tenant.entered' then
            return null;
          end if;
          kind := new.subject_type;
          network := new.network_id;
        end if;
        if network is null then
          select tenant.network_id into network from tenant where tenant.id = new.tenant_id;
        end if;
        perform pg_notify('prongsai_live', json_build_object('tenantId', new.tenant_id, 'networkId', network, 'kind', kind, 'accountId', person)::text);
        return null;
      end $$;
      revoke all on function app.tell_site(uuid) from public;
      reset role;

      set role prongsai_owner;
      -- In whichever units a person is shown whose own name or position changes.
      create policy member_told on member for select to prongsai_gate using (shown_publicly and account_id = app.account_id());
      ${shown.map((table) => `create constraint trigger ${table}_tells after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function app.tell_site_changed();`).join('\n')}
      create constraint trigger member_tells after update of shown_publicly, suspended_at on member
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger appointment_tells after insert or update or delete on appointment
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger holiday_tells after insert or update or delete on holiday
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create constraint trigger account_tells after update of name, position, suspended_at on account
        deferrable initially deferred for each row execute function app.tell_site_changed();
      create trigger compliance_summary_made after insert on compliance_summary for each row execute function app.tell_live();
      create trigger compliance_summary_tells after update on compliance_summary for each row
        when (old.statuses::text is distinct from new.statuses::text) execute function app.tell_live();
      reset role;
    `);
  }

  /** The functions stay as they are: they serve the tables that told before as well. */
  async down(runner: QueryRunner): Promise<void> {
    const triggers = [...shown.map((table) => `${table}_tells on ${table}`), 'member_tells on member', 'appointment_tells on appointment', 'holiday_tells on holiday',
      'account_tells on account', 'compliance_summary_made on compliance_summary', 'compliance_summary_tells on compliance_summary'];
    await runner.query(`${triggers.map((trigger) => `drop trigger ${trigger};`).join(' ')} drop policy member_told on member;`);
  }
}
