import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a unit and its clinics are open. Ranges are lists of {from, until} in HH:MM of Asia/Bangkok; an empty list is closed. */
export class CreateHours20261124000700 implements MigrationInterface {
  name = 'CreateHours20261124000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set role prongsai_owner;
      create table opening_hours (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        version integer not null check (version >= 1),
        weekly jsonb not null check (jsonb_typeof(weekly) = 'object'),
        closed_on_holidays boolean not null,
        note text,
        keeper text,
        hints text[] not null,
        edited_by uuid not null references account (id),
        edited_at timestamptz not null,
        primary key (tenant_id)
      );
      create table opening_day (
        tenant_id uuid not null default app.tenant_id() references opening_hours (tenant_id),
        day date not null,
        ranges jsonb not null check (jsonb_typeof(ranges) = 'array'),
        words text,
        primary key (tenant_id, day)
      );
      create table clinic (
        tenant_id uuid not null default app.tenant_id() references tenant (id),
        id uuid not null,
        version integer not null check (version >= 1),
        name text not null,
        ord integer not null check (ord >= 1),
        appointment text,
        phone_extension text,
        weekly jsonb not null check (jsonb_typeof(weekly) = 'object'),
        closes_with_unit boolean not null,
        edited_by uuid not null references account (id),
        edited_at timestamptz not null,
        primary key (tenant_id, id),
        unique (tenant_id, name)
      );
      create table clinic_day (
        tenant_id uuid not null default app.tenant_id(),
        clinic_id uuid not null,
        day date not null,
        ranges jsonb not null check (jsonb_typeof(ranges) = 'array'),
        words text,
        edited_by uuid not null references account (id),
        edited_at timestamptz not null,
        primary key (tenant_id, clinic_id, day),
        foreign key (tenant_id, clinic_id) references clinic (tenant_id, id) on delete cascade
      );

      alter table opening_hours enable row level security; alter table opening_hours force row level security;
      alter table opening_day enable row level security; alter table opening_day force row level security;
      alter table clinic enable row level security; alter table clinic force row level security;
      alter table clinic_day enable row level security; alter table clinic_day force row level security;

      grant select, insert, update on opening_hours to prongsai_staff;
      grant select, insert, update, delete on opening_day, clinic, clinic_day to prongsai_staff;
      create policy opening_hours_staff on opening_hours to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy opening_day_staff on opening_day to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy clinic_staff on clinic to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');
      create policy clinic_day_staff on clinic_day to prongsai_staff
        using (tenant_id = app.tenant_id() and app.reach() = 'unit') with check (tenant_id = app.tenant_id() and app.reach() = 'unit');

      -- Citizens read the hours, not who edited them.
      grant select (tenant_id, weekly, closed_on_holidays, note, keeper, hints, edited_at) on opening_hours to prongsai_site;
      grant select (tenant_id, day, ranges, words) on opening_day to prongsai_site;
      grant select (tenant_id, id, name, ord, appointment, phone_extension, weekly, closes_with_unit, edited_at) on clinic to prongsai_site;
      grant select (tenant_id, clinic_id, day, ranges, words, edited_at) on clinic_day to prongsai_site;
      create policy opening_hours_site on opening_hours for select to prongsai_site using (tenant_id = app.tenant_id());
      create policy opening_day_site on opening_day for select to prongsai_site using (tenant_id = app.tenant_id());
      create policy clinic_site on clinic for select to prongsai_site using (tenant_id = app.tenant_id());
      create policy clinic_day_site on clinic_day for select to prongsai_site using (tenant_id = app.tenant_id());
      -- Holidays of the unit's own network close its doors.
      grant select on holiday to prongsai_site;
      create policy holiday_site on holiday for select to prongsai_site using (network_id = (select t.network_id from tenant t where t.id = app.tenant_id()));
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy holiday_site on holiday; revoke select on holiday from prongsai_site;
      drop table clinic_day, clinic, opening_day, opening_hours;
    `);
  }
}
