import type { AuditLine } from '@prongsai/kernel/contracts';
import { Empty, momentText, MoreButton, PageHead, Reading, tenantKey, tenantPath, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { auditWords } from './audit-words';

/** Who did what to which record, newest first. */
export function AuditPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const list = useList<AuditLine>(tenantKey(slug, 'audit'), tenantPath(slug, 'audit'));
  return (
    <>
      <PageHead title="ประวัติการดำเนินการ" unit={unit} under={<Words>ทุกการกระทำในหน่วยงาน รวมทั้งของจังหวัด เรียงจากล่าสุด แก้ไขหรือลบไม่ได้</Words>} />
      <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="ประวัติ">
        {list.items.length === 0 ? <Empty>ยังไม่มีประวัติการดำเนินการ</Empty> : (
          <table className="t fold list">
            <caption className="vh">ประวัติการดำเนินการของหน่วยงาน</caption>
            <thead><tr><th scope="col">ลำดับ</th><th scope="col">เมื่อ</th><th scope="col">การกระทำ</th><th scope="col">โดย</th><th scope="col">รายละเอียด</th></tr></thead>
            <tbody>
              {list.items.map((line) => (
                <tr key={line.seq}>
                  <td data-label="ลำดับ">{line.seq}</td>
                  <td data-label="เมื่อ">{momentText(line.at)}</td>
                  <th scope="row"><Words>{line.actTitle}</Words></th>
                  <td data-label="โดย">{line.by?.name ?? 'ระบบ'}</td>
                  <td className="sm muted detail">{auditWords(line.detail).map((words) => <p key={words}><Words>{words}</Words></p>)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <MoreButton list={list} />
      </Reading>
    </>
  );
}
