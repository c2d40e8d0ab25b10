import type { NetworkUnitSummary } from '@prongsai/kernel/contracts';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import type { RequirementStatus } from '@prongsai/kernel/workflow';
import { callApi, dayOfText, daysLeftText, dayText, Facts, momentText, networkKey, networkPath, reportName, ReportTag, RequirementTag, StatusTag, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kindLabel, label, stateLabel } from './labels';

const toMend: readonly RequirementStatus[] = ['missing', 'overdue', 'due_soon'];

/** One unit from the network's kept summaries; reading it is no entry into the unit. */
export function useUnitSummary(network: string, slug: string) {
  return useQuery({
    queryKey: networkKey(network, 'unit', slug), enabled: slug !== '',
    queryFn: ({ signal }) => callApi<NetworkUnitSummary>('GET', networkPath(network, 'tenants', slug), undefined, signal),
  });
}

/** When a requirement is due or was, in the words of its state. */
export function dueWords({ dueOn, lapsesOn }: { dueOn: string | null; lapsesOn: string | null }): string {
  return dueOn ? `ภายใน ${dayText(dueOn)}` : lapsesOn ? `ใช้ได้ถึง ${dayText(lapsesOn)}` : '';
}

/** Why it stands so and by when, a date once. */
function whyWords(item: { facts: string[]; dueOn: string | null; lapsesOn: string | null }): string {
  const day = item.dueOn ?? item.lapsesOn;
  const isTold = day !== null && item.facts.some((fact) => fact.includes(dayText(day)));
  return [...item.facts, isTold ? '' : dueWords(item)].filter(Boolean).join(' · ');
}

/** What the unit must mend with why and by when, its reports, and whom to call. */
export function UnitSummary({ network, unit }: { network: string; unit: NetworkUnitSummary }) {
  const { tenant } = unit;
  const needs = unit.items.filter(({ status }) => toMend.includes(status)).sort((a, b) => toMend.indexOf(a.status) - toMend.indexOf(b.status));
  const asked = unit.items.filter(({ status }) => status !== 'not_due' && status !== 'not_applicable').length;
  const passed = unit.items.filter(({ status }) => status === 'met' || status === 'due_soon').length;
  const now = new Date(unit.at);
  return (
    <>
      <p className="row tight"><Words>{`ผ่าน ${passed} จาก ${asked}`}</Words>{tenant.frozen && <StatusTag shape="late">{label('province.frozen')}</StatusTag>}</p>
      <section aria-label={label('unit.toMend')}>
        {needs.length === 0 ? <p><Words>ไม่มีข้อที่ขาด เกินกำหนด หรือใกล้ครบกำหนด</Words></p> : (
          <ul className="plain issues">
            {needs.map((item) => (
              <li key={item.code}>
                <p className="row between tight"><Link to={`/n/${network}/requirements/${item.code}`}><Words>{item.title}</Words></Link><RequirementTag status={item.status} /></p>
                <p className="sm muted"><Words>{whyWords(item)}</Words></p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Facts items={[
        { label: 'Web Master', value: <><span className={tenant.webMasters < unit.minWebMasters ? 'bad' : ''}><Words>{`${tenant.webMasters} คน ต้องมีอย่างน้อย ${unit.minWebMasters} คน`}</Words></span> <Link to={`/t/${tenant.slug}/people`}>{label('unit.people')}</Link></> },
        { label: label('unit.phone'), value: unit.phone ? <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{formatThaiPhone(unit.phone)}</a> : '–' },
        unit.email ? { label: label('unit.email'), value: <a href={`mailto:${unit.email}`}>{unit.email}</a> } : null,
        unit.headTitle ? { label: label('unit.head'), value: <Words>{unit.headTitle}</Words> } : null,
        { label: label('unit.kind'), value: <Words>{[kindLabel(tenant.kind), tenant.district ? `อำเภอ${tenant.district}` : ''].filter(Boolean).join(' · ')}</Words> },
        tenant.state === 'live' ? null : { label: label('unit.state'), value: stateLabel(tenant.state) },
      ]} />
      <section aria-label={label('unit.reports')}>
        <ul className="plain issues">
          {unit.reports.map((report) => (
            <li key={`${report.fiscalYear} ${report.round}`}>
              <p className="row between tight"><Link to={`/t/${tenant.slug}/reports/${report.fiscalYear}/${report.round}`}><Words>{reportName({ roundTitle: report.roundTitle })}</Words></Link><ReportTag state={report.state} /></p>
              <p className="sm muted"><Words>{report.sentAt ? `ส่งเมื่อ ${momentText(report.sentAt)}` : `ส่งภายใน ${dayOfText(report.dueToProvinceAt)} ${daysLeftText(report.dueToProvinceAt, now)}`}</Words> {report.late && <StatusTag shape="late">{label('board.late')}</StatusTag>}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className="row tight noprint"><Link className="btn" to={`/t/${tenant.slug}/compliance`}>{label('unit.open')}</Link></p>
      <p className="xs muted noprint"><Words>การเปิดหน้าของหน่วยงานบันทึกไว้ในประวัติที่หน่วยงานเห็น</Words></p>
    </>
  );
}
