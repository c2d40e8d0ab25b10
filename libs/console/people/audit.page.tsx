import type { AuditChoices, AuditLine } from '@prongsai/kernel/contracts';
import { callApi, Empty, momentText, MoreButton, PageHead, Reading, SelectField, tenantKey, tenantPath, useFilters, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { auditWords } from './audit-words';
import { label } from './labels';

const subjects = ['request', 'publication', 'member', 'appointment', 'tenant', 'report', 'file'] as const;

/** Who did what to which record, newest first; narrowed to a subject, an act or a person by the address. */
export function AuditPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [{ subjectType, act, by }, choose] = useFilters(['subjectType', 'act', 'by']);
  const asked = new URLSearchParams(Object.entries({ subjectType, act, by }).filter(([, value]) => value !== '')).toString();
  const list = useList<AuditLine>(tenantKey(slug, 'audit', asked), `${tenantPath(slug, 'audit')}${asked ? `?${asked}` : ''}`);
  const choices = useQuery({ queryKey: tenantKey(slug, 'audit-choices'), queryFn: ({ signal }) => callApi<AuditChoices>('GET', tenantPath(slug, 'audit', 'choices'), undefined, signal) });
  const acts = (choices.data?.acts ?? []).filter((one) => subjectType === '' || one.subjectType === subjectType);
  return (
    <>
      <PageHead title={label('audit.title')} unit={unit} under={<Words>ทุกการกระทำในหน่วยงาน รวมทั้งของจังหวัด เรียงจากล่าสุด แก้ไขหรือลบไม่ได้</Words>} />
      <Reading isPending={list.isPending && !choices.data} error={list.error} onRetry={list.reload} what="ประวัติ">
        <div className="stack">
          <div className="people-filters" role="group" aria-label={label('audit.title')}>
            <SelectField path="subjectType" label={label('audit.subject')} value={subjectType} onChange={(next) => choose({ subjectType: next, act: '' })} empty={label('audit.anything')} choices={subjects.map((value) => ({ value, label: label(`subject.${value}`) }))} />
            <SelectField path="act" label={label('audit.act')} value={act} onChange={(next) => choose({ act: next })} empty={label('audit.anything')} choices={acts.map((one) => ({ value: one.act, label: one.title }))} />
            <SelectField path="by" label={label('audit.by')} value={by} onChange={(next) => choose({ by: next })} empty={label('audit.everyone')} choices={(choices.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
            {asked && <button type="button" className="btn quiet small" onClick={() => choose({ subjectType: '', act: '', by: '' })}>{label('audit.clear')}</button>}
          </div>
          <Reading isPending={list.isPending} error={null} what="ประวัติ">
            {list.items.length === 0 ? <Empty>{asked ? 'ไม่มีประวัติตามตัวกรองนี้' : 'ยังไม่มีประวัติการดำเนินการ'}</Empty> : (
              <table className="t fold list">
                <caption className="vh">ประวัติการดำเนินการของหน่วยงาน</caption>
                <thead><tr><th scope="col">{label('audit.seq')}</th><th scope="col">{label('audit.at')}</th><th scope="col">{label('audit.act')}</th><th scope="col">{label('audit.by')}</th><th scope="col">{label('audit.detail')}</th></tr></thead>
                <tbody>
                  {list.items.map((line) => (
                    <tr key={line.seq}>
                      <td data-label={label('audit.seq')}>{line.seq}</td>
                      <td data-label={label('audit.at')}>{momentText(line.at)}</td>
                      <th scope="row"><Words>{line.actTitle}</Words></th>
                      <td data-label={label('audit.by')}>{line.by?.name ?? label('audit.system')}</td>
                      <td className="sm muted detail">{auditWords(line.detail).map((words) => <p key={words}><Words>{words}</Words></p>)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <MoreButton list={list} />
          </Reading>
        </div>
      </Reading>
    </>
  );
}
