import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reportLife, requestLife } from '@prongsai/kernel/workflow';
import { ChainWalk, type ChainEntry } from '@prongsai/domain/audit';
import type { Ask } from '@prongsai/testing/db';

/** What must hold at every instant at which nothing is under way. Each answers what does not fit, as rows; empty is well. */
const queries: Record<string, string> = {
  'a published request has its publication, and nothing else has one': `
    select request.id, request.state, publication.id as publication from publication_request request
    full join publication on publication.tenant_id = request.tenant_id and publication.request_id = request.id
    where request.id is null or (request.state = 'published') <> (publication.id is not null) or request.publication_id is distinct from publication.id`,
  'a publication has the files of its request': `
    select publication.id from publication
    where (select array_agg(file_id order by number) from publication_file f where f.tenant_id = publication.tenant_id and f.publication_id = publication.id)
      is distinct from (select array_agg(file_id order by position) from request_file f where f.tenant_id = publication.tenant_id and f.request_id = publication.request_id)`,
  'numbers of requests run without holes': `
    select counter.tenant_id, counter.last_number, count(request.number), max(request.number) from request_counter counter
    left join publication_request request on request.tenant_id = counter.tenant_id and request.fiscal_year = counter.fiscal_year and request.number is not null
    group by 1, 2, counter.fiscal_year having count(request.number) <> counter.last_number or max(request.number) is distinct from nullif(counter.last_number, 0)`,
  'each act told its people once, and nobody was told of an act that is not there': `
    with told (act, kind, place) as (values
      ('request.submitted', 'to_approve', 'requests'), ('request.approved', 'approved', 'requests'), ('request.returned', 'returned', 'requests'),
      ('request.refused', 'refused', 'requests'), ('request.published', 'published', 'requests'), ('publication.withdrawn', 'withdrawn', 'publications')),
    acts as (
      select entry.tenant_id, told.kind, 'http://%/t/' || tenant.slug || '/' || told.place || '/' || entry.subject_id as link, count(*) as times
      from audit_entry entry join told using (act) join tenant on tenant.id = entry.tenant_id group by 1, 2, 3),
    notices as (
      select tenant_id, kind, regexp_replace(link, '^http://[^/]+', 'http://%') as link, account_id, count(*) as times
      from notice where kind in (select kind from told) group by 1, 2, 3, 4)
    select kind, link, acts.times as acts, notices.times as notices from acts full join notices using (tenant_id, kind, link)
    where acts.times is distinct from notices.times`,
  'each step of a report told its people once': `
    with told (act, kind, role) as (values
      ('report.submitted', 'report_submitted', 'unit_head'), ('report.accepted', 'report_accepted', 'approver'), ('report.returned', 'report_returned', 'approver')),
    acts as (
      select entry.tenant_id, told.kind, '/t/' || tenant.slug || '/reports/' || round.fiscal_year || '/' || round.code as link, told.role, count(*) as times
      from audit_entry entry join told using (act) join tenant on tenant.id = entry.tenant_id
      join monitoring_report report on report.tenant_id = entry.tenant_id and report.id::text = entry.subject_id join round on round.id = report.round_id group by 1, 2, 3, 4)
    select acts.* from acts where times <> (select count(*) from notice where notice.tenant_id = acts.tenant_id and notice.kind = acts.kind
      and regexp_replace(link, '^http://[^/]+', '') = acts.link
      and account_id in (select account_id from appointment held where held.tenant_id = acts.tenant_id and held.role = acts.role))`,
  'each notice has its mail, and each mail its notice': `
    select notice.id, count(mail.id) from notice left join mail_message mail on mail.tenant_id = notice.tenant_id and mail.notice_id = notice.id
    group by notice.id having count(mail.id) <> 1
    union all select id, 0 from mail_message where notice_id is null`,
  'a mail that has not gone waits in the outbox': `
    select mail.id from mail_message mail where sent_at is null and bounced_at is null and due_at is null and not exists (
      select from graphile_worker._private_jobs job where job.key = mail.tenant_id || ':send-mail:' || mail.id and job.attempts < job.max_attempts)`,
  // A job that was running when it was asked for again has given its key to its successor, and is not tried again.
  'no job was given up': 'select id, task_id, attempts, last_error from graphile_worker._private_jobs where attempts >= max_attempts and key is not null',
  'web masters are counted right, and there are two': `
    select tenant.slug, active_web_masters, count(held.id) from tenant left join appointment held
      on held.tenant_id = tenant.id and held.role = 'web_master' and held.ended_at is null and held.suspended_at is null
    group by tenant.id having active_web_masters <> count(held.id) or (state = 'live' and count(held.id) < 2)`,
  'an appointment was made once and ended once': `
    select held.id from appointment held join audit_entry entry on entry.tenant_id = held.tenant_id and entry.subject_id = held.id::text
    group by held.tenant_id, held.id, held.ended_at
    having count(*) filter (where act = 'appointment.ended') <> (held.ended_at is not null)::int or count(*) filter (where act = 'appointment.made') > 1`,
  'a stored file is recorded once': `
    select file.id from stored_file file left join audit_entry entry on entry.tenant_id = file.tenant_id and entry.subject_id = file.id::text and entry.act = 'file.uploaded'
    group by file.id having count(entry.seq) <> 1`,
};

/** All that does not fit in the database, by the name of the rule. */
export async function brokenRules(ask: Ask): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {};
  for (const [name, sql] of Object.entries(queries)) {
    const rows = await ask(sql);
    if (rows.length > 0) broken[name] = rows.slice(0, 5);
  }
  const untrue = [...(await statesAgainstTrail(ask, 'request')), ...(await statesAgainstTrail(ask, 'report'))];
  if (untrue.length > 0) broken['a state is what the trail tells, step by step'] = untrue.slice(0, 5);
  const chains = await brokenChains(ask);
  if (chains.length > 0) broken['the trail verifies'] = chains;
  return broken;
}

/** Walks each record through its life as the trail tells it: every step must be possible, and the end must be the state. */
async function statesAgainstTrail(ask: Ask, kind: 'request' | 'report'): Promise<string[]> {
  const rows = await ask(
    kind === 'request'
      ? `select record.id::text, record.state, (select array_agg(entry.act order by seq) from audit_entry entry where entry.tenant_id = record.tenant_id and entry.subject_id = record.id::text) as acts from publication_request record`
      : `select record.id::text, record.state, (select array_agg(entry.act order by seq) from audit_entry entry where entry.tenant_id = record.tenant_id and entry.subject_id = record.id::text) as acts from monitoring_report record`,
  );
  const life: Record<string, { from: readonly string[]; to: string | null }> = kind === 'request' ? requestLife : reportLife;
  const verbOf: Record<string, string> = {
    submitted: 'submit', approved: 'approve', returned: 'return', refused: 'refuse', published: 'publish', cancelled: 'cancel', approved_verbally: 'approveVerbally', taken_back: 'takeBack',
    drafted: 'draft', acknowledged: 'acknowledge', sent: 'send', accepted: 'accept', edited: 'edit',
  };
  return rows.flatMap(({ id, state, acts }) => {
    const told = ((acts as string[] | null) ?? []).map((act) => act.split('.')[1] as string);
    let at = kind === 'request' ? 'none' : 'open';
    for (const word of told) {
      if (kind === 'request' && word === 'created' && at === 'none') {
        at = 'draft';
        continue;
      }
      if (word === 'answered') continue;
      const verb = word === 'confirmed' ? (at === 'published' ? 'confirmPublished' : 'confirmApproval') : verbOf[word];
      const step = life[verb ?? ''];
      if (!step?.from.includes(at)) return [`${kind} ${id}: ${word} after ${at} (${told.join(', ')})`];
      at = step.to ?? at;
    }
    return at === state ? [] : [`${kind} ${id} is ${String(state)}, the trail tells ${at} (${told.join(', ')})`];
  });
}

async function brokenChains(ask: Ask): Promise<string[]> {
  const heads = await ask('select chain_id::text as id, seq, hash from audit_head');
  const entries = (await ask(
    `select chain_id::text as "chainId", seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, coalesce(account_id::text, '') as "accountId",
            coalesce(reach, '') as reach, act, subject_type as "subjectType", coalesce(subject_id, '') as "subjectId", detail::text as detail,
            previous_hash as "previousHash", hash from audit_entry order by chain_id, seq`,
  )) as unknown as ChainEntry[];
  return heads.flatMap(({ id, seq, hash }) => {
    const walk = new ChainWalk();
    for (const entry of entries) if (entry.chainId === id) walk.step({ ...entry, seq: Number(entry.seq) });
    const problem = walk.end({ seq: Number(seq), hash: String(hash) });
    return problem ? [`${String(id)}: ${problem}`] : [];
  });
}

/** Files that the database knows and the folder lacks or holds otherwise; and what lies in the folder half done. */
export async function brokenFiles(ask: Ask, dataDir: string): Promise<string[]> {
  const objects = path.join(dataDir, 'files/objects');
  const rows = await ask('select sha256, size::int as size, storage_key as key from stored_blob');
  return rows.flatMap(({ sha256, size, key }) => {
    const file = path.join(objects, String(key));
    if (!existsSync(file)) return [`${String(key)} is missing`];
    const bytes = readFileSync(file);
    return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256 ? [] : [`${String(key)} is not what was stored`];
  });
}

/** Names of files below a folder of DATA_DIR. */
export function namesIn(...folder: string[]): string[] {
  const at = path.join(...folder);
  return existsSync(at) ? (readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name)) : [];
}
