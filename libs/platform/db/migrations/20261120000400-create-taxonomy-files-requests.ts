import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTaxonomyFilesRequests20261120000400 implements MigrationInterface {
  name = 'CreateTaxonomyFilesRequests20261120000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;

      create table requirement_group (
        code text primary key,
        ord integer not null,
        title_th text not null,
        title_en text not null
      );
      create table category_profile (
        id text primary key,
        title_th text not null,
        title_en text not null
      );
      create table category (
        profile_id text not null references category_profile (id),
        code text not null unique,
        ord integer not null,
        title_th text not null,
        short_title_th text not null,
        title_en text not null,
        required boolean not null,
        cadence text not null check (cadence in ('monthly','quarterly','yearly','as_needed')),
        count_rule text not null check (count_rule in ('subjects','acts')),
        origin text not null check (origin in ('none','source','source_and_time')),
        requirement_group text not null references requirement_group (code),
        sub_items jsonb not null,
        primary key (profile_id, code)
      );
      create table tenant_profile (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        fiscal_year integer not null check (fiscal_year between 2500 and 2700),
        profile_id text not null references category_profile (id),
        primary key (tenant_id, fiscal_year)
      );

      create table stored_blob (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null check (size > 0),
        storage_key text not null,
        created_at timestamptz not null,
        primary key (tenant_id, sha256)
      );
      create table stored_file (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        name text not null,
        media_type text not null,
        extension text not null,
        size bigint not null,
        sha256 text not null,
        received_sha256 text not null,
        state text not null check (state in ('checking','ready','refused')),
        uploaded_by uuid not null references account (id),
        created_at timestamptz not null,
        primary key (tenant_id, id),
        foreign key (tenant_id, sha256) references stored_blob (tenant_id, sha256)
      );

      create table request_counter (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        fiscal_year integer not null,
        last_number integer not null,
        primary key (tenant_id, fiscal_year)
      );

      create table publication_request (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        state text not null default 'draft' check (state in ('draft','submitted','returned','approved','refused','cancelled','published')),
        version integer not null default 1,
        fiscal_year integer,
        number integer,
        title text,
        details text,
        category_code text references category (code),
        sub_item_code text,
        source_name text,
        data_from date,
        data_until date,
        publish_from date,
        publish_until date,
        external_link text,
        remarks text,
        intake_channel text check (intake_channel in ('letter','email','console','other')),
        credit text,
        contact jsonb,
        work_group_id uuid,
        requirement_codes text[] not null default '{}',
        requester_id uuid not null references account (id),
        last_editor_id uuid not null references account (id),
        created_at timestamptz not null,
        edited_at timestamptz not null,
        submitted_at timestamptz,
        link_code text,
        decided_by uuid references account (id),
        decided_at timestamptz,
        approved_by uuid references account (id),
        web_master_id uuid references account (id),
        refusal_reason text,
        comment text,
        published_by uuid references account (id),
        published_at timestamptz,
        publication_id uuid,
        primary key (tenant_id, id),
        unique (tenant_id, fiscal_year, number),
        unique (tenant_id, link_code),
        foreign key (tenant_id, work_group_id) references work_group (tenant_id, id),
        -- Four eyes (SPEC 4): the approver is neither the requester nor the last editor, whoever writes the row.
        constraint request_four_eyes check (approved_by is null or (approved_by <> requester_id and approved_by <> last_editor_id)),
        constraint request_approved_by_someone check (state not in ('approved','published') or approved_by is not null),
        check (state <> 'refused' or refusal_reason is not null),
        check (state not in ('submitted','approved','published') or (title is not null and category_code is not null and link_code is not null and number is not null))
      );
      create index publication_request_state on publication_request (tenant_id, state, id);

      create table request_file (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        request_id uuid not null,
        file_id uuid not null,
        position integer not null,
        primary key (tenant_id, request_id, file_id),
        foreign key (tenant_id, request_id) references publication_request (tenant_id, id) on delete cascade,
        foreign key (tenant_id, file_id) references stored_file (tenant_id, id)
      );

      create table publication (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        code text not null,
        request_id uuid not null,
        title text not null,
        details text,
        category_code text not null references category (code),
        sub_item_code text,
        requirement_group text not null references requirement_group (code),
        source_name text not null,
        data_from date not null,
        data_until date not null,
        external_link text,
        credit text,
        work_group_id uuid,
        publish_from date not null,
        publish_until date,
        live_from timestamptz not null,
        live_until timestamptz,
        published_at timestamptz not null,
        published_by uuid not null references account (id),
        confirmed_current_at timestamptz,
        confirmed_current_by uuid references account (id),
        expiry_recorded_at timestamptz,
        takedown_due_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_by uuid references account (id),
        withdraw_reason text,
        superseded_at timestamptz,
        primary key (tenant_id, id),
        unique (tenant_id, code),
        unique (tenant_id, request_id),
        foreign key (tenant_id, request_id) references publication_request (tenant_id, id),
        foreign key (tenant_id, work_group_id) references work_group (tenant_id, id),
        check (live_until is null or live_until > live_from)
      );
      create index publication_live on publication (tenant_id, live_from desc, id desc) where withdrawn_at is null and superseded_at is null;
      create index publication_category on publication (tenant_id, category_code, live_from desc, id desc) where withdrawn_at is null and superseded_at is null;
      create index publication_ending on publication (live_until) where expiry_recorded_at is null and withdrawn_at is null and superseded_at is null;
      alter table publication_request add foreign key (tenant_id, publication_id) references publication (tenant_id, id) deferrable initially deferred;

      create table publication_file (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        publication_id uuid not null,
        number integer not null check (number > 0),
        file_id uuid not null,
        name text not null,
        media_type text not null,
        extension text not null,
        size bigint not null,
        storage_key text not null,
        primary key (tenant_id, publication_id, number),
        foreign key (tenant_id, publication_id) references publication (tenant_id, id),
        foreign key (tenant_id, file_id) references stored_file (tenant_id, id)
      );

      alter table requirement_group enable row level security; alter table requirement_group force row level security;
      alter table category_profile enable row level security; alter table category_profile force row level security;
      alter table category enable row level security; alter table category force row level security;
      alter table tenant_profile enable row level security; alter table tenant_profile force row level security;
      alter table stored_blob enable row level security; alter table stored_blob force row level security;
      alter table stored_file enable row level security; alter table stored_file force row level security;
      alter table request_counter enable row level security; alter table request_counter force row level security;
      alter table publication_request enable row level security; alter table publication_request force row level security;
      alter table request_file enable row level security; alter table request_file force row level security;
      alter table publication enable row level security; alter table publication force row level security;
      alter table publication_file enable row level security; alter table publication_file force row level security;

      -- Reference data is the installation's: written by the migration, read by all.
      grant select on requirement_group, category_profile, category to prongsai_staff, prongsai_site, prongsai_views;
      create policy requirement_group_read on requirement_group for select using (true);
      create policy requirement_group_load on requirement_group to prongsai_owner using (true) with check (true);
      create policy category_profile_read on category_profile for select using (true);
      create policy category_profile_load on category_profile to prongsai_owner using (true) with check (true);
      create policy category_read on category for select using (true);
      create policy category_load on category to prongsai_owner using (true) with check (true);

      grant select, insert, update on tenant_profile to prongsai_staff;
      grant select on tenant_profile to prongsai_site;
      create policy tenant_profile_staff on tenant_profile to prongsai_staff using (tenant_id = app.tenant_id()) with check (tenant_id = app.tenant_id());
      create policy tenant_profile_site on tenant_profile for select to prongsai_site using (tenant_id = app.tenant_id());

      -- Drafts, files and decisions are the unit's alone: a network role that entered the tenant reaches none of them (SPEC 3).
      grant select, insert, update, delete on stored_blob, stored_file, request_file to prongsai_staff;
      grant select, insert, update on request_counter to prongsai_staff;
      grant select, insert, update, delete on publication_request to prongsai_staff;
      create policy stored_blob_unit on stored_blob to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy stored_file_unit on stored_file to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy request_counter_unit on request_counter to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy publication_request_unit on publication_request to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy request_file_unit on request_file to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy publication_unit on publication to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy publication_file_unit on publication_file to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      grant select, insert, update on publication, publication_file to prongsai_staff;

      -- The citizen's site: what is live at this very instant, and nothing else, whatever the query says.
      grant select on publication, publication_file to prongsai_site;
      grant select on publication to prongsai_gate;
      create policy publication_site on publication for select to prongsai_site using (
        tenant_id = app.tenant_id() and live_from <= app.now() and (live_until is null or app.now() < live_until)
        and withdrawn_at is null and superseded_at is null);
      create policy publication_file_site on publication_file for select to prongsai_site using (
        tenant_id = app.tenant_id()
        and exists (select from publication shown where shown.tenant_id = publication_file.tenant_id and shown.id = publication_file.publication_id));
      -- The gate's functions repeat the tenant and the dates themselves.
      create policy publication_gate on publication for select to prongsai_gate using (true);

      reset role;
      set role prongsai_gate;
      -- Why a permanent link shows nothing: the reason and the day, never the title or the text.
      create function app.link_ended(wanted text) returns table (ended_as text, ended_at timestamptz, explanation text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select case when withdrawn_at is not null then 'withdrawn' when superseded_at is not null then 'superseded' else 'expired' end,
                 coalesce(withdrawn_at, superseded_at, live_until), withdraw_reason
          from publication
          where tenant_id = app.tenant_id() and code = wanted
            and (withdrawn_at is not null or superseded_at is not null or live_until <= app.now())
            -- A link that has never been shown does not exist yet.
            and live_from <= app.now();
        end;
      revoke all on function app.link_ended(text) from public;
      grant execute on function app.link_ended(text) to prongsai_site;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.link_ended(text);
      alter table publication_request drop constraint publication_request_tenant_id_publication_id_fkey;
      drop table publication_file, publication, request_file, publication_request, request_counter, stored_file, stored_blob,
        tenant_profile, category, category_profile, requirement_group;
    `);
  }
}
