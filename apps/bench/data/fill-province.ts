import type { Installation } from '../installation';

/**
 * Publications numbered `from` to `to` in every unit, each with the request that asked for it, as if published one an hour.
 * By set-based SQL without triggers: a million acts would take a day. What the triggers do (a version for page caches) has no
 * part in what is measured on these rows.
 */
export async function addPublications(installation: Installation, from: number, to: number): Promise<void> {
  const [people] = await installation.ask('select min(id::text) as asks, max(id::text) as approves from account');
  const units = `from tenant unit join tenant_profile profile on profile.tenant_id = unit.id
    join (select profile_id, array_agg(code order by ord) as codes, array_agg(requirement_group order by ord) as groups from category group by profile_id) held on held.profile_id = profile.profile_id
    cross join generate_series($1::int, $2::int) n`;
  const title = `'เรื่องที่เผยแพร่ลำดับที่ ' || n || ' ของหน่วยงาน'`;
  const category = 'held.codes[1 + n % cardinality(held.codes)]';
  await installation.ask('begin');
  try {
    await installation.ask('set local session_replication_role = replica');
    await installation.ask(
      `insert into publication_request (tenant_id, id, state, fiscal_year, number, title, category_code, requester_id, last_editor_id, created_at, edited_at, submitted_at, link_code,
         decided_by, decided_at, approved_by, published_by, published_at, publication_id)
       select unit.id, md5('request ' || unit.id || n)::uuid, 'published', 2560, n, ${title}, ${category}, $3::uuid, $3::uuid, at, at, at, 'b' || n, $4::uuid, at, $4::uuid, $3::uuid, at, md5('publication ' || unit.id || n)::uuid
       ${units} cross join lateral (select now() - n * interval '1 hour' as at) moment`,
      [from, to, people?.['asks'], people?.['approves']],
    );
    await installation.ask(
      `insert into publication (tenant_id, id, code, request_id, title, category_code, requirement_group, source_name, data_from, data_until, publish_from, live_from, published_at, published_by)
       select unit.id, md5('publication ' || unit.id || n)::uuid, 'b' || n, md5('request ' || unit.id || n)::uuid, ${title}, ${category}, held.groups[1 + n % cardinality(held.groups)],
         'กลุ่มงานบริหารทั่วไป', at::date, at::date, at::date, at, at, $3::uuid
       ${units} cross join lateral (select now() - n * interval '1 hour' as at) moment`,
      [from, to, people?.['asks']],
    );
    await installation.ask('commit');
  } catch (error) {
    await installation.ask('rollback');
    throw error;
  }
  await installation.ask('analyze publication_request, publication');
}

/**
 * As many more requirements in every judged unit as are wanted, with every status and the days that go with it; the summaries are
 * the product's own (its trigger). And reports in every state for two thirds of the units.
 */
export async function addRequirementsAndReports(installation: Installation, fiscalYear: number, wanted: number): Promise<void> {
  await installation.ask(
    `insert into requirement_status (tenant_id, network_id, fiscal_year, code, ord, title, status, due_on, lapses_on, facts, judged_on, judged_at)
     select unit.id, unit.network_id, $1, 'bench_' || lpad(n::text, 3, '0'), 200 + n, 'รายการที่ต้องเผยแพร่ลำดับที่ ' || n, status,
       case when status in ('due_soon','overdue') then current_date + (case status when 'overdue' then -9 else 9 end) end,
       case when status in ('met','due_soon','overdue') then current_date + (case status when 'met' then 90 when 'overdue' then -9 else 9 end) end,
       jsonb_build_array('เผยแพร่หรือตรวจสอบล่าสุด 24 พ.ย. 2569', 'เป็นปัจจุบันถึง 23 ธ.ค. 2569'), current_date, now()
     from tenant unit
     cross join lateral generate_series(1, $2::int - (select count(*)::int from requirement_status kept where kept.tenant_id = unit.id and kept.fiscal_year = $1)) n
     cross join lateral (select (array['met','due_soon','overdue','missing','not_due','not_applicable'])[1 + abs(hashtext(unit.id::text || n)) % 6] as status) judged`,
    [fiscalYear, wanted],
  );
  await installation.ask(
    `insert into monitoring_report (tenant_id, id, network_id, round_id, state, submitted_at, acknowledged_at, sent_at, first_submitted_at, first_sent_at, frozen)
     select unit.id, gen_random_uuid(), unit.network_id, round.id, stage,
       case when stage <> 'drafted' then now() end, case when stage in ('acknowledged','sent') then now() end, case when stage = 'sent' then now() end,
       case when stage <> 'drafted' then now() end, case when stage = 'sent' then now() end, case when stage = 'sent' then '{}'::jsonb end
     from tenant unit join round on round.network_id = unit.network_id and round.fiscal_year = $1 and round.kind in ('six_month','twelve_month')
     cross join lateral (select (array['drafted','submitted','acknowledged','sent'])[1 + abs(hashtext(unit.slug || round.code)) % 4] as stage) begun
     where abs(hashtext(unit.slug)) % 3 > 0`,
    [fiscalYear],
  );
  await installation.ask('vacuum analyze requirement_status, compliance_summary, monitoring_report, tenant');
}
