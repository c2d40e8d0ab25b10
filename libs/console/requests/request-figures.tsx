import type { RequestFiguresView } from '@prongsai/kernel/contracts';
import { callApi, Facts, tenantKey, tenantPath, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { label } from './labels';

/** How quickly the unit decides and publishes against its framework, and how much was urgent; under a disclosure. */
export function RequestFigures({ slug, fiscalYear }: { slug: string; fiscalYear: number }) {
  const { data } = useQuery({
    queryKey: tenantKey(slug, 'requests', 'figures', String(fiscalYear)),
    queryFn: ({ signal }) => callApi<RequestFiguresView>('GET', `${tenantPath(slug, 'request-figures')}?fiscalYear=${fiscalYear}`, undefined, signal),
  });
  if (!data || data.sent === 0) return null;
  return (
    <details className="more">
      <summary><Words>{`${label('figures.title')} ปีงบประมาณ ${fiscalYear}`}</Words></summary>
      <Facts items={[
        { label: label('figures.sent'), value: `${data.sent} เรื่อง` },
        { label: label('figures.decided'), value: <Words>{paceText(data.decided)}</Words> },
        { label: label('figures.published'), value: <Words>{paceText(data.published)}</Words> },
        { label: label('figures.urgent'), value: <Words>{`${data.urgent} เรื่อง (${Math.round((data.urgentShare ?? 0) * 100)}%)`}</Words> },
      ]} />
    </details>
  );
}

/** `12 จาก 13 เรื่อง ค่ามัธยฐาน 1 วันทำการ กำหนด 3 วันทำการ`. */
function paceText({ count, inTime, medianDays, allowedDays }: RequestFiguresView['decided']): string {
  if (count === 0 || medianDays === null) return `ยังไม่มี กำหนด ${allowedDays} วันทำการ`;
  return `${inTime} จาก ${count} เรื่อง ค่ามัธยฐาน ${medianDays} วันทำการ กำหนด ${allowedDays} วันทำการ`;
}
