import type { NetworkCompliance, NetworkRequirement } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';
import type { RequirementStatus } from '@prongsai/kernel/workflow';
import { callApi, Empty, momentText, networkKey, networkPath, PageHead, Reading, RequirementTag, SelectField, useFilters, usePlace, useSession, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { label } from './labels';
import { dueWords } from './unit-summary';

const order: readonly RequirementStatus[] = ['missing', 'overdue', 'due_soon', 'not_due', 'met', 'not_applicable'];

/** One requirement across the units: who has it, who lacks it, why and by when; needs first. */
export function RequirementPage() {
  const { network, id: code } = usePlace();
  const networkName = useSession().networks.find(({ slug }) => slug === network)?.name;
  const navigate = useNavigate();
  const [{ only }, choose] = useFilters(['only']);
  const query = useQuery({ queryKey: networkKey(network, 'requirement', code), queryFn: ({ signal }) => callApi<NetworkRequirement>('GET', networkPath(network, 'requirements', code), undefined, signal) });
  const matrix = useQuery({ queryKey: networkKey(network, 'compliance'), queryFn: ({ signal }) => callApi<NetworkCompliance>('GET', networkPath(network, 'compliance'), undefined, signal) });
  const { data } = query;
  const items = [...(data?.items ?? [])].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || compareThai(a.tenant.shortName, b.tenant.shortName));
  const asked = items.filter(({ status }) => status !== 'not_applicable' && status !== 'not_due');
  const lacking = items.filter(({ status }) => status === 'missing' || status === 'overdue');
  const shown = only === 'gaps' ? items.filter(({ status }) => order.indexOf(status) < 3) : items;
  return (
    <>
      <PageHead key={code} title={data?.title ?? label('requirement.title')} unit={networkName} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]}
        under={data && <Words>{`ปีงบประมาณ ${data.fiscalYear} · ข้อมูล ณ ${momentText(data.at)}`}</Words>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="ข้อกำหนด">
        {data && (
          <div className="stack">
            <p className="lead"><Words>{lacking.length === 0 ? `ไม่มีหน่วยงานที่ขาดหรือเกินกำหนดในข้อนี้ (${asked.length} หน่วยงานที่ต้องมี)` : `${lacking.length} จาก ${asked.length} หน่วยงานที่ต้องมีข้อนี้ ยังขาดหรือเกินกำหนด`}</Words></p>
            <div className="filters noprint" role="group" aria-label={label('filter.title')}>
              {matrix.data && <SelectField path="requirement" label={label('requirement.choose')} value={code} onChange={(next) => void navigate({ to: `/n/${network}/requirements/${next}` })} choices={matrix.data.requirements.map((one) => ({ value: one.code, label: one.title }))} />}
              <SelectField path="only" label={label('filter.only')} value={only} onChange={(next) => choose({ only: next })} empty={label('filter.only.all')} choices={[{ value: 'gaps', label: label('filter.only.gaps') }]} />
            </div>
            {shown.length === 0 ? <Empty>ไม่มีหน่วยงานตามตัวกรองนี้</Empty> : (
              <table className="t fold list">
                <caption className="vh"><Words>{`${data.title} ของทุกหน่วยงาน`}</Words></caption>
                <thead><tr><th scope="col">{label('province.unit')}</th><th scope="col">{label('filter.state')}</th><th scope="col">{label('unit.why')}</th><th scope="col">{label('unit.due')}</th></tr></thead>
                <tbody>
                  {shown.map(({ tenant, status, facts, ...dates }) => (
                    <tr key={tenant.slug}>
                      <th scope="row"><Link to={`/n/${network}/units/${tenant.slug}`}><Words>{tenant.shortName}</Words></Link></th>
                      <td><RequirementTag status={status} /></td>
                      <td className="sm">{facts.map((fact) => <p key={fact}><Words>{fact}</Words></p>)}</td>
                      <td data-label={label('unit.due')}>{dueWords(dates) || '–'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Reading>
    </>
  );
}
