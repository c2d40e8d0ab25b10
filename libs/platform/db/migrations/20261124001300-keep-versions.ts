import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The life of a publication after its first day (SPEC 6 and 8): requests for a publication that is there already, the
 * versions that were replaced, who took its place, and what should never have been shown.
 */
export class KeepVersions20261124001300 implements MigrationInterface {
  name = 'KeepVersions20261124001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      alter table publication_request
        add column for_publication_id uuid,
        add column purpose text check (purpose in ('revise','extend')),
        add constraint request_for_publication_whole check ((for_publication_id is null) = (purpose is null)),
        add foreign key (tenant_id, for_publication_id) references publication (tenant_id, id) deferrable initially deferred;
      -- A permanent link is reserved once; requests for the item behind it print the same.
      alter table publication_request drop constraint publication_request_tenant_id_link_code_key;
      create unique index publication_request_link on publication_request (tenant_id, link_code) where for_publication_id is null;
      -- One change of an item at a time: two could not both be what was approved.
      create unique index publication_request_pending on publication_request (tenant_id, for_publication_id)
        where for_publication_id is not null and state in ('draft','submitted','returned','approved_verbally','approved');

      alter table publication
        add column version integer not null default 1 check (version > 0),
        add column revised_at timestamptz,
        add column revised_by uuid references account (id),
        add column withdrawn_in_error boolean not null default false,
        add column superseded_by uuid references account (id),
        add column supersede_reason text,
        add column successor_id uuid,
        add constraint publication_revised check ((version > 1) = (revised_at is not null)),
        add constraint publication_error_is_withdrawn check (not withdrawn_in_error or withdrawn_at is not null),
        add constraint publication_successor check (successor_id is null or (superseded_at is not null and successor_id <> id)),
        add foreign key (tenant_id, successor_id) references publication (tenant_id, id);

      create table publication_version (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        publication_id uuid not null,
        number integer not null check (number > 0),
        request_id uuid not null,
        title text not null,
        details text,
        category_code text not null references category (code),
        source_name text not null,
        data_from date not null,
        data_until date not null,
        external_link text,
        credit text,
        -- The files as citizens had them; the rows of the files themselves stay with the request.
        files jsonb not null check (jsonb_typeof(files) = 'array'),
        put_online_at timestamptz not null,
        put_online_by uuid not null references account (id),
        replaced_at timestamptz not null,
        replaced_by uuid not null references account (id),
        primary key (tenant_id, publication_id, number),
        foreign key (tenant_id, publication_id) references publication (tenant_id, id),
        foreign key (tenant_id, request_id) references publication_request (tenant_id, id)
      );
      alter table publication_version enable row level security; alter table publication_version force row level security;
      -- What was replaced is never changed: no update, no delete.
      grant select, insert on publication_version to prongsai_staff;
      create policy publication_version_unit on publication_version to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      -- The files of an item are exchanged with its version.
      grant delete on publication_file to prongsai_staff;
      reset role;

      set role prongsai_gate;
      create or replace function app.link_ended(wanted text) returns table (ended_as text, ended_at timestamptz, explanation text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select case when withdrawn_in_error then 'in_error' when withdrawn_at is not null then 'withdrawn' when superseded_at is not null then 'superseded' else 'expired' end,
                 coalesce(withdrawn_at, superseded_at, live_until), case when not withdrawn_in_error then withdraw_reason end
          from publication
          where tenant_id = app.tenant_id() and code = wanted
            and (withdrawn_at is not null or superseded_at is not null or live_until <= app.now())
            -- A link that has never been shown does not exist yet.
            and live_from <= app.now();
        end;
      -- The link of what took the place of a replaced one; null for any other link.
      create function app.link_successor(wanted text) returns text
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select successor.code from publication replaced
          join publication successor on successor.tenant_id = replaced.tenant_id and successor.id = replaced.successor_id
          where replaced.tenant_id = app.tenant_id() and replaced.code = wanted and replaced.superseded_at is not null and replaced.withdrawn_at is null
            and replaced.live_from <= app.now();
        end;
      revoke all on function app.link_successor(text) from public;
      grant execute on function app.link_successor(text) to prongsai_site;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_gate;
      drop function app.link_successor(text);
      create or replace function app.link_ended(wanted text) returns table (ended_as text, ended_at timestamptz, explanation text)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select case when withdrawn_at is not null then 'withdrawn' when superseded_at is not null then 'superseded' else 'expired' end,
                 coalesce(withdrawn_at, superseded_at, live_until), withdraw_reason
          from publication
          where tenant_id = app.tenant_id() and code = wanted
            and (withdrawn_at is not null or superseded_at is not null or live_until <= app.now()) and live_from <= app.now();
        end;
      reset role;
      set role prongsai_owner;
      revoke delete on publication_file from prongsai_staff;
      drop table publication_version;
      alter table publication
        drop column version cascade, drop column revised_at cascade, drop column revised_by, drop column withdrawn_in_error cascade,
        drop column superseded_by, drop column supersede_reason, drop column successor_id cascade;
      drop index publication_request_pending; drop index publication_request_link;
      alter table publication_request drop column for_publication_id cascade, drop column purpose cascade;
      alter table publication_request add constraint publication_request_tenant_id_link_code_key unique (tenant_id, link_code);
      reset role;
    `);
  }
}
