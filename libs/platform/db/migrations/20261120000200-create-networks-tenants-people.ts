import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNetworksTenantsPeople20261120000200 implements MigrationInterface {
  name = 'CreateNetworksTenantsPeople20261120000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;

      create table network (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
        name_th text not null,
        name_en text not null,
        province_th text not null,
        created_at timestamptz not null
      );

      create table tenant (
        id uuid primary key,
        network_id uuid not null references network (id),
        slug text not null unique check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and slug not in ('console','www','api','mail')),
        kind text not null check (kind in ('provincial_office','district_office','hospital','subdistrict_hospital')),
        state text not null default 'setting_up' check (state in ('setting_up','live','suspended','archived')),
        name_th text not null,
        short_name_th text not null,
        name_en text,
        parent_id uuid references tenant (id),
        district_th text,
        district_en text,
        code5 text, code9 text, code9_new text,
        document_prefix text,
        address text, phone text, fax text, email text, map_url text,
        head_title text,
        form_variant text not null default 'regional' check (form_variant in ('regional','central','affiliated','own')),
        site_work_group text,
        decided_by text not null default 'unit_head' check (decided_by in ('unit_head','group_head','officer_in_charge')),
        verbal_approval_allowed boolean not null default false,
        working_days_to_decide integer not null default 3 check (working_days_to_decide between 1 and 60),
        working_days_to_publish integer not null default 1 check (working_days_to_publish between 1 and 60),
        intake_email text,
        note text,
        min_web_masters integer not null default 2 check (min_web_masters >= 2),
        active_web_masters integer not null default 0 check (active_web_masters >= 0),
        frozen boolean not null default false,
        created_at timestamptz not null,
        went_live_at timestamptz,
        unique (network_id, id),
        -- The rule of two (seed 000 4.1, 001 3.1, 004 2.1): a live unit always has its web masters, or publishing is frozen.
        constraint tenant_rule_of_two check (state <> 'live' or frozen or active_web_masters >= min_web_masters)
      );

      create table account (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        name text not null,
        position text,
        phone text,
        password_hash text,
        is_demo boolean not null default false,
        created_at timestamptz not null,
        suspended_at timestamptz
      );

      create table session (
        sid text primary key,
        sess json not null,
        expire timestamptz not null
      );
      create index session_expire on session (expire);

      -- Failed sign-ins only; real time, because lock-out stays on real time.
      create table sign_in_failure (
        id bigint generated always as identity primary key,
        email text not null,
        address text not null,
        failed_at timestamptz not null default clock_timestamp()
      );
      create index sign_in_failure_email on sign_in_failure (email, failed_at);
      create index sign_in_failure_address on sign_in_failure (address, failed_at);

      create table work_group (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        name text not null,
        created_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );

      create table member (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        account_id uuid not null references account (id),
        created_at timestamptz not null,
        suspended_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, account_id)
      );
      create index member_account on member (account_id);

      create table appointment (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        member_id uuid not null,
        account_id uuid not null,
        role text not null check (role in ('content_owner','approver','unit_head','web_master','data_steward')),
        work_group_id uuid,
        order_number text,
        from_on date not null,
        until_on date,
        created_at timestamptz not null,
        ended_at timestamptz,
        suspended_at timestamptz,
        primary key (tenant_id, id),
        foreign key (tenant_id, member_id) references member (tenant_id, id),
        foreign key (tenant_id, account_id) references member (tenant_id, account_id),
        foreign key (tenant_id, work_group_id) references work_group (tenant_id, id),
        check (until_on is null or until_on >= from_on),
        check (role <> 'web_master' or order_number is not null)
      );
      create index appointment_account on appointment (account_id);
      create unique index appointment_once on appointment (tenant_id, account_id, role, coalesce(work_group_id, '00000000-0000-0000-0000-000000000000'))
        where ended_at is null;
      -- One person counts once, in whatever group.
      create unique index appointment_web_master_once on appointment (tenant_id, account_id) where role = 'web_master' and ended_at is null;

      create table network_appointment (
        network_id uuid not null references network (id),
        id uuid not null,
        account_id uuid not null references account (id),
        role text not null check (role in ('supervisor','network_admin')),
        created_at timestamptz not null,
        ended_at timestamptz,
        primary key (network_id, id)
      );
      create unique index network_appointment_once on network_appointment (network_id, account_id, role) where ended_at is null;
      create index network_appointment_account on network_appointment (account_id);

      create table holiday (
        network_id uuid not null references network (id),
        day date not null,
        name text not null,
        primary key (network_id, day)
      );

      create table idempotent_act (
        account_id uuid not null default app.account_id(),
        key text not null check (length(key) between 1 and 200),
        fingerprint text not null,
        result jsonb,
        made_at timestamptz not null default clock_timestamp(),
        primary key (account_id, key)
      );

      -- The counter moves in the same statement as the appointment, under the tenant row's lock, whoever writes.
      create function app.count_web_masters() returns trigger language plpgsql as $$
      declare
        was integer := 0;
        is_now integer := 0;
        suspending boolean := false;
      begin
        if tg_op <> 'INSERT' then
          was := (old.role = 'web_master' and old.ended_at is null and old.suspended_at is null)::int;
        end if;
        if tg_op <> 'DELETE' then
          is_now := (new.role = 'web_master' and new.ended_at is null and new.suspended_at is null)::int;
          suspending := tg_op = 'UPDATE' and new.suspended_at is not null and old.suspended_at is null and new.ended_at is null;
        end if;
        if was <> is_now then
          update tenant set
            active_web_masters = active_web_masters + is_now - was,
            -- Only a suspension for safety may go below the minimum: publishing freezes until there are enough again.
            frozen = (frozen or suspending) and active_web_masters + is_now - was < min_web_masters
          where id = coalesce(new.tenant_id, old.tenant_id);
        end if;
        return null;
      end $$;
      create trigger appointment_counts after insert or update or delete on appointment
        for each row execute function app.count_web_masters();

      alter table network enable row level security; alter table network force row level security;
      alter table tenant enable row level security; alter table tenant force row level security;
      alter table account enable row level security; alter table account force row level security;
      alter table work_group enable row level security; alter table work_group force row level security;
      alter table member enable row level security; alter table member force row level security;
      alter table appointment enable row level security; alter table appointment force row level security;
      alter table network_appointment enable row level security; alter table network_appointment force row level security;
      alter table holiday enable row level security; alter table holiday force row level security;
      alter table idempotent_act enable row level security; alter table idempotent_act force row level security;

      grant select, insert on network to prongsai_staff;
      grant select on network to prongsai_site, prongsai_views, prongsai_gate;
      -- The names of networks stand on the portal for everyone.
      create policy network_read on network for select using (true);
      create policy network_open on network for insert to prongsai_staff with check (id = app.network_id());

      grant select, insert, update on tenant to prongsai_staff;
      grant select on tenant to prongsai_views, prongsai_gate;
      grant select (id, network_id, slug, kind, state, name_th, short_name_th, name_en, parent_id, district_th, district_en,
        document_prefix, address, phone, fax, email, map_url, head_title, note, went_live_at) on tenant to prongsai_site;
      create policy tenant_staff_read on tenant for select to prongsai_staff using (
        id = app.tenant_id() or network_id = app.network_id()
        or exists (select from member where member.tenant_id = tenant.id and member.account_id = app.account_id()));
      create policy tenant_staff_open on tenant for insert to prongsai_staff with check (id = app.tenant_id() and network_id = app.network_id());
      create policy tenant_staff_change on tenant for update to prongsai_staff using (id = app.tenant_id()) with check (id = app.tenant_id());
      -- What a citizen may know of any unit: only sites that have opened, only public columns (grants above).
      create policy tenant_site_read on tenant for select to prongsai_site using (state in ('live','suspended','archived'));
      create policy tenant_views_read on tenant for select to prongsai_views using (network_id = app.network_id());
      create policy tenant_gate_read on tenant for select to prongsai_gate using (true);

      grant select (id, email, name, position, phone, is_demo, created_at, suspended_at), insert on account to prongsai_staff;
      grant update (name, position, phone, password_hash) on account to prongsai_staff;
      grant select on account to prongsai_gate;
      create policy account_read on account for select to prongsai_staff using (
        id = app.account_id()
        or exists (select from member where member.account_id = account.id and member.tenant_id = app.tenant_id())
        or exists (select from network_appointment held where held.account_id = account.id and held.network_id = app.network_id()));
      create policy account_make on account for insert to prongsai_staff with check (true);
      create policy account_change on account for update to prongsai_staff using (id = app.account_id()) with check (id = app.account_id());
      create policy account_gate on account for select to prongsai_gate using (true);

      grant select, insert, update, delete on session to prongsai_staff;
      grant select, insert, delete on sign_in_failure to prongsai_staff;

      grant select, insert, update on work_group to prongsai_staff;
      create policy work_group_tenant on work_group to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      grant select, insert, update on member to prongsai_staff;
      grant select on member to prongsai_gate;
      create policy member_read on member for select to prongsai_staff using (tenant_id = app.tenant_id() or account_id = app.account_id());
      create policy member_make on member for insert to prongsai_staff with check (tenant_id = app.tenant_id());
      create policy member_change on member for update to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      grant select, insert, update on appointment to prongsai_staff;
      create policy appointment_read on appointment for select to prongsai_staff using (tenant_id = app.tenant_id() or account_id = app.account_id());
      create policy appointment_make on appointment for insert to prongsai_staff with check (tenant_id = app.tenant_id());
      create policy appointment_change on appointment for update to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());

      grant select, insert, update on network_appointment to prongsai_staff;
      grant select on network_appointment to prongsai_gate;
      create policy network_appointment_read on network_appointment for select to prongsai_staff
        using (network_id = app.network_id() or account_id = app.account_id());
      create policy network_appointment_make on network_appointment for insert to prongsai_staff with check (network_id = app.network_id());
      create policy network_appointment_change on network_appointment for update to prongsai_staff
        using (network_id = app.network_id()) with check (network_id = app.network_id());
      create policy network_appointment_gate on network_appointment for select to prongsai_gate using (true);

      grant select, insert, update, delete on holiday to prongsai_staff;
      create policy holiday_read on holiday for select to prongsai_staff using (
        network_id = app.network_id() or network_id = (select t.network_id from tenant t where t.id = app.tenant_id()));
      create policy holiday_change on holiday to prongsai_staff using (network_id = app.network_id()) with check (network_id = app.network_id());

      grant select, insert, delete on idempotent_act to prongsai_staff;
      grant update (result) on idempotent_act to prongsai_staff;
      create policy idempotent_act_own on idempotent_act to prongsai_staff using (account_id = app.account_id()) with check (account_id = app.account_id());
      -- Old keys are swept by a job that has no account.
      create policy idempotent_act_sweep on idempotent_act for delete to prongsai_staff using (made_at < clock_timestamp() - interval '1 day');

      reset role;
    `);
    await runner.query(`
      set role prongsai_gate;
      -- Sign-in happens before anyone is known: one e-mail in, one row out, nothing to list.
      create function app.sign_in_account(wanted text)
        returns table (id uuid, email text, name text, password_hash text, suspended boolean)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select account.id, account.email, account.name, account.password_hash, account.suspended_at is not null
          from account where account.email = lower(wanted);
        end;
      create function app.has_demo_accounts() returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic select exists (select from account where is_demo); end;
      -- Who follows this unit in its network: told when a report arrives.
      create function app.network_watchers() returns table (account_id uuid, email text, name text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select distinct account.id, account.email, account.name
          from network_appointment held
          join account on account.id = held.account_id
          join tenant on tenant.network_id = held.network_id
          where tenant.id = app.tenant_id() and held.ended_at is null and held.role = 'supervisor' and account.suspended_at is null;
        end;
      revoke all on function app.sign_in_account(text), app.has_demo_accounts(), app.network_watchers() from public;
      grant execute on function app.sign_in_account(text), app.has_demo_accounts(), app.network_watchers() to prongsai_staff;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.network_watchers(); drop function app.has_demo_accounts(); drop function app.sign_in_account(text);
      drop table sign_in_failure, idempotent_act, holiday, network_appointment, appointment, member, work_group, session, account, tenant, network;
      drop function app.count_web_masters();
    `);
  }
}
