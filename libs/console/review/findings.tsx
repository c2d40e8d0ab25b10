import type { PersonalDataView } from '@prongsai/kernel/contracts';
import { AreaField, callApi, tenantKey, tenantPath, Words, type ApiProblem } from '@prongsai/console/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { label } from './labels';

/** While files are being read they are asked for again this often. */
const againMs = 2_000;

/** What the personal-data check says of a request; asks again until every file has been read. */
export function personalDataQuery(slug: string, requestId: string) {
  return queryOptions<PersonalDataView>({
    queryKey: tenantKey(slug, 'personal-data', requestId),
    refetchInterval: ({ state }) => (state.data?.files.some((file) => file.state === 'waiting') ? againMs : false),
    queryFn: ({ signal }) => callApi<PersonalDataView>('GET', `${tenantPath(slug, 'requests', requestId)}/personal-data`, undefined, signal),
  });
}

/** The clearances of a body, from the reasons as they are typed. */
export function clearancesOf(reasons: Readonly<Record<string, string>>): Array<{ findingId: string; reason: string }> {
  return Object.entries(reasons).flatMap(([findingId, reason]) => (reason.trim() ? [{ findingId, reason: reason.trim() }] : []));
}

/** What was found, each with a field for the reason why it may be shown. Nothing when nothing was found. */
export function FindingReasons({ slug, requestId, reasons, problem, isOwedOnly = false, onChange }: {
  slug: string; requestId: string; reasons: Readonly<Record<string, string>>; problem: ApiProblem | null; isOwedOnly?: boolean; onChange: (reasons: Record<string, string>) => void;
}) {
  const { data } = useQuery(personalDataQuery(slug, requestId));
  const findings = (data?.findings ?? []).filter(({ clearance }) => !isOwedOnly || !clearance);
  const files = isOwedOnly ? [] : (data?.files ?? []).filter(({ state }) => state !== 'read');
  if (findings.length === 0 && files.length === 0) return null;
  const owed = new Set(problem?.fields.map(({ path }) => path));
  return (
    <section className="card stack" aria-labelledby="personal-data">
      <h2 id="personal-data" className="small-h"><Words>{label('personal.title')}</Words></h2>
      {findings.map((finding) => {
        const { id, text, samples, clearance } = finding;
        const path = `clearances.${id}`;
        return (
          <div key={id} className="note soon stack-s">
            <p><Words>{text}</Words></p>
            <p className="sm muted">{samples.join(' · ')}{finding.count > samples.length && ' …'}</p>
            {clearance && <p className="sm"><b><Words>{label('personal.given')}</Words></b> {clearance.reason} <span className="muted">{clearance.by}</span></p>}
            <AreaField path={path} rows={2} label={label(clearance ? 'personal.another' : 'personal.reason')} optional={clearance !== null} value={reasons[id] ?? ''}
              error={owed.has(path) && !reasons[id]?.trim() ? 'ยังไม่ได้ระบุเหตุผลที่เปิดเผยข้อมูลส่วนบุคคลนี้ได้ ระบุก่อนส่ง' : undefined}
              onChange={(reason) => onChange({ ...reasons, [id]: reason })} />
          </div>
        );
      })}
      {files.length > 0 && <ul className="plain sm">{files.map(({ id, name, state }) => <li key={id}><Words>{`“${name}” ${state === 'waiting' ? 'กำลังอ่านข้อความในไฟล์' : 'อ่านข้อความไม่ได้ ตรวจด้วยตาก่อนส่ง'}`}</Words></li>)}</ul>}
    </section>
  );
}
