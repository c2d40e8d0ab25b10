import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchTextOf } from '@prongsai/kernel/thai';

const batch = 1_000;

/** What citizens' search looks into, the kinds of an item's files, and the people whom an office decided to show. */
export class FindPublicationsShowPeople20261124000100 implements MigrationInterface {
  name = 'FindPublicationsShowPeople20261124000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      -- Filled by the verb that publishes; never changed afterwards, as the words and files of an item never change.
      alter table publication add column search_text text not null default '', add column file_kinds text[] not null default '{}';
      alter table member add column shown_publicly boolean not null default false;
      -- The owner is under the policies too: for the filling it gets policies that end with it.
      create policy publication_fill on publication to prongsai_owner using (true) with check (true);
      create policy publication_file_fill on publication_file for select to prongsai_owner using (true);
    `);
    for (let after: [string, string] | null = null; ; ) {
      const rows: Array<{ tenant_id: string; id: string; title: string; details: string | null; source_name: string }> = await runner.query(
        `select tenant_id, id, title, details, source_name from publication where $1::uuid is null or (tenant_id, id) > ($1::uuid, $2::uuid) order by tenant_id, id limit ${batch}`,
        after ?? [null, null],
      );
      const last = rows.at(-1);
      if (!last) break;
      after = [last.tenant_id, last.id];
      await runner.query(
        `update publication set search_text = filled.words from unnest($1::uuid[], $2::uuid[], $3::text[]) as filled (tenant_id, id, words)
         where publication.tenant_id = filled.tenant_id and publication.id = filled.id`,
        [rows.map((row) => row.tenant_id), rows.map((row) => row.id), rows.map((row) => searchTextOf([row.title, row.details, row.source_name]))],
      );
    }
    await runner.query(`
      update publication set file_kinds = counted.kinds
      from (
        select tenant_id, publication_id, array_agg(distinct case
            when extension = 'pdf' then 'pdf' when extension in ('xls','xlsx') then 'sheet' when extension in ('doc','docx') then 'document'
            when extension in ('jpg','jpeg','png') then 'image' else 'archive' end) as kinds
        from publication_file group by tenant_id, publication_id) counted
      where publication.tenant_id = counted.tenant_id and publication.id = counted.publication_id;
      -- Where what changes is told already, it is told now: no event may wait while the table is changed.
      set constraints all immediate;
      drop policy publication_fill on publication;
      drop policy publication_file_fill on publication_file;

      grant select on appointment to prongsai_gate;
      create policy member_gate on member for select to prongsai_gate using (tenant_id = app.tenant_id() and shown_publicly and suspended_at is null);
      create policy appointment_gate on appointment for select to prongsai_gate using (tenant_id = app.tenant_id());
      reset role;

      set role prongsai_gate;
      -- Of a unit whose site has opened: name, position and roles in force of the members that the office decided to
      -- show; never an address, a telephone or an id. A term that ends by its date leaves the last two web masters in force.
      create function app.people_shown() returns table (name text, "position" text, roles text[])
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          with today as (select ((app.now() at time zone 'UTC') + interval '7 hours')::date as day),
          dated as (
            select held.account_id, held.role, held.until_on is null or held.until_on >= today.day as in_term
            from appointment held cross join today
            where held.tenant_id = app.tenant_id() and held.ended_at is null and held.suspended_at is null and held.from_on <= today.day)
          select account.name, account.position, array_agg(distinct dated.role)
          from member
          join account on account.id = member.account_id and account.suspended_at is null
          join dated on dated.account_id = member.account_id
          join tenant on tenant.id = member.tenant_id and tenant.state in ('live','suspended','archived')
          where member.tenant_id = app.tenant_id() and member.shown_publicly and member.suspended_at is null
            and (dated.in_term or (dated.role = 'web_master' and (select count(*) from dated other where other.role = 'web_master' and other.in_term) < 2))
          group by account.id, account.name, account.position;
        end;
      -- Under which category an ended link stood, so that its page can lead to what is there now.
      create function app.ended_category(wanted text) returns text
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select category_code from publication
          where tenant_id = app.tenant_id() and code = wanted and live_from <= app.now()
            and (withdrawn_at is not null or superseded_at is not null or live_until <= app.now());
        end;
      revoke all on function app.people_shown(), app.ended_category(text) from public;
      grant execute on function app.people_shown(), app.ended_category(text) to prongsai_site;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.ended_category(text); drop function app.people_shown();
      drop policy appointment_gate on appointment; drop policy member_gate on member;
      revoke select on appointment from prongsai_gate;
      alter table member drop column shown_publicly;
      alter table publication drop column search_text, drop column file_kinds;
    `);
  }
}
