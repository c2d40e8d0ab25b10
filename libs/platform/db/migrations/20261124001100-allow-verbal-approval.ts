import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * กรณีเร่งด่วน (seeds 000 and 004; SPEC 6): who allowed verbally, when and how, and until when the written approval must
 * be there. What is published on it ends at that instant unless it is confirmed, whether a job runs or not.
 */
export class AllowVerbalApproval20261124001100 implements MigrationInterface {
  name = 'AllowVerbalApproval20261124001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      alter table tenant add column working_days_to_confirm integer not null default 3 check (working_days_to_confirm between 1 and 60);

      alter table publication_request
        add column verbal_approver_id uuid references account (id),
        add column verbal_approved_at timestamptz,
        add column verbal_channel text,
        add column verbal_recorded_by uuid references account (id),
        add column verbal_recorded_at timestamptz,
        add column verbal_due_on date,
        add column verbal_reminded_on date,
        add column verbal_confirmed_at timestamptz;
      alter table publication_request drop constraint publication_request_state_check, drop constraint request_approved_by_someone;
      alter table publication_request
        add constraint publication_request_state_check
          check (state in ('draft','submitted','returned','approved_verbally','approved','refused','cancelled','published')),
        add constraint request_verbal_whole check (num_nulls(verbal_approver_id, verbal_approved_at, verbal_channel, verbal_recorded_by, verbal_recorded_at, verbal_due_on) in (0, 6)),
        -- Four eyes hold for the spoken word, too: neither the requester nor the last editor, nor whoever writes it down.
        add constraint request_verbal_four_eyes check (
          verbal_approver_id is null or (verbal_approver_id <> requester_id and verbal_approver_id <> last_editor_id and verbal_approver_id <> verbal_recorded_by)),
        add constraint request_approved_by_someone check (case state
          when 'approved' then approved_by is not null
          when 'approved_verbally' then approved_by is null and verbal_approver_id is not null
          when 'published' then approved_by is not null or verbal_approver_id is not null
          else true end),
        add check (state <> 'approved_verbally' or (title is not null and category_code is not null and link_code is not null and number is not null));
      create index publication_request_owed on publication_request (tenant_id, verbal_due_on) where verbal_due_on is not null and approved_by is null;

      -- Until when the written approval must be there, exclusive; null when nothing is owed.
      alter table publication add column approval_due_at timestamptz;
      alter table publication add constraint publication_ends_unconfirmed check (approval_due_at is null or (live_until is not null and live_until <= approval_due_at));

      grant select (tenant_id, state, approved_by, verbal_due_on, verbal_reminded_on) on publication_request to prongsai_gate;
      -- The sweep asks which units have somebody to remind, and nothing else of a request.
      create policy publication_request_gate on publication_request for select to prongsai_gate using (true);
      reset role;

      set role prongsai_gate;
      create or replace function app.tenants_with_work(today date, this_fiscal_year integer) returns table (tenant_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select tenant.id from tenant
          where exists (select from publication where publication.tenant_id = tenant.id and publication.live_until <= app.now()
                        and publication.expiry_recorded_at is null and publication.withdrawn_at is null and publication.superseded_at is null)
             or exists (select from publication_request owed where owed.tenant_id = tenant.id and owed.verbal_due_on >= today and owed.approved_by is null
                        and owed.state in ('approved_verbally','published') and owed.verbal_reminded_on < today)
             or not exists (select from requirement_status where requirement_status.tenant_id = tenant.id
                            and requirement_status.fiscal_year = this_fiscal_year and requirement_status.judged_on = today);
        end;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_gate;
      create or replace function app.tenants_with_work(today date, this_fiscal_year integer) returns table (tenant_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
        begin atomic
          select tenant.id from tenant
          where exists (select from publication where publication.tenant_id = tenant.id and publication.live_until <= app.now()
                        and publication.expiry_recorded_at is null and publication.withdrawn_at is null and publication.superseded_at is null)
             or not exists (select from requirement_status where requirement_status.tenant_id = tenant.id
                            and requirement_status.fiscal_year = this_fiscal_year and requirement_status.judged_on = today);
        end;
      reset role;
      set role prongsai_owner;
      drop policy publication_request_gate on publication_request;
      revoke select (tenant_id, state, approved_by, verbal_due_on, verbal_reminded_on) on publication_request from prongsai_gate;
      alter table publication drop column approval_due_at;
      alter table publication_request
        drop column verbal_approver_id cascade, drop column verbal_approved_at cascade, drop column verbal_channel cascade, drop column verbal_recorded_by cascade,
        drop column verbal_recorded_at cascade, drop column verbal_due_on cascade, drop column verbal_reminded_on, drop column verbal_confirmed_at;
      alter table publication_request drop constraint publication_request_state_check;
      alter table publication_request
        add constraint publication_request_state_check check (state in ('draft','submitted','returned','approved','refused','cancelled','published')),
        add constraint request_approved_by_someone check (state not in ('approved','published') or approved_by is not null);
      alter table tenant drop column working_days_to_confirm;
      reset role;
    `);
  }
}
