import { dayText, Empty, momentText, PageHead, Reading, RequirementTag, usePlace, useTenantCompliance, useTenantName, Words } from '@prongsai/console/ui';
import type { RequirementStatus } from '@prongsai/kernel/workflow';
import { label } from './labels';

const order: readonly RequirementStatus[] = ['missing', 'overdue', 'due_soon', 'not_due', 'met', 'not_applicable'];

/** Every requirement of the unit with its state, what the system knows, and the day it lapses; needs first. */
export function CompliancePage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const query = useTenantCompliance(slug);
  const items = [...(query.data?.items ?? [])].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const toDo = items.filter(({ status }) => status === 'missing' || status === 'overdue').length;
  return (
    <>
      <PageHead title={label('compliance.title')} unit={unit} under={query.data && <Words>{`ปีงบประมาณ ${query.data.fiscalYear} · ${toDo === 0 ? 'ไม่มีข้อที่ขาดหรือเกินกำหนด' : `ต้องแก้ ${toDo} ข้อ จาก ${items.length} ข้อ`}${query.data.judgedAt ? ` · ข้อมูล ณ ${momentText(query.data.judgedAt)}` : ''}`}</Words>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="ข้อกำหนด">
        {items.length === 0 ? <Empty>ยังไม่มีข้อกำหนดของปีงบประมาณนี้</Empty> : (
          <table className="t fold list">
            <caption className="vh">ข้อกำหนดและสถานะ</caption>
            <thead><tr><th scope="col">{label('compliance.requirement')}</th><th scope="col">{label('column.state')}</th><th scope="col">{label('compliance.facts')}</th><th scope="col">{label('compliance.due')}</th></tr></thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.code}>
                  <th scope="row"><Words>{item.title}</Words></th>
                  <td><RequirementTag status={item.status} /></td>
                  <td>{item.facts.length > 0 && <ul className="plain">{item.facts.map((fact) => <li key={fact}><Words>{fact}</Words></li>)}</ul>}</td>
                  <td data-label="กำหนด">{item.dueOn ? `ภายใน ${dayText(item.dueOn)}` : item.lapsesOn ? `ใช้ได้ถึง ${dayText(item.lapsesOn)}` : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Reading>
    </>
  );
}
