import type { ReportLine } from '@prongsai/kernel/contracts';
import { dayOfText, daysLeftText, Empty, MoreButton, PageHead, Reading, reportName, ReportTag, StatusTag, tenantKey, tenantPath, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

/** The unit's reports by round: state, due days, late or not. */
export function ReportListPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const list = useList<ReportLine>(tenantKey(slug, 'reports', 'list'), tenantPath(slug, 'reports'));
  const now = new Date();
  return (
    <>
      <PageHead title={label('reports.title')} unit={unit} under={<Words>ตัวเลขดึงจากระบบให้เอง หน่วยงานเพิ่มปัญหาและข้อเสนอแนะ แล้วเสนอผู้บังคับบัญชาและส่งจังหวัด</Words>} />
      <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายงาน">
        {list.items.length === 0 ? <Empty>ยังไม่มีรอบรายงาน ผู้ดูแลระบบระดับจังหวัดเป็นผู้กำหนดรอบและวันครบกำหนด</Empty> : (
          <table className="t fold list">
            <caption className="vh">รายงานของหน่วยงานตามรอบ</caption>
            <thead><tr><th scope="col">{label('column.round')}</th><th scope="col">{label('column.state')}</th><th scope="col">{label('column.submitBy')}</th><th scope="col">{label('column.sendBy')}</th></tr></thead>
            <tbody>
              {list.items.map((report) => (
                <tr key={`${report.fiscalYear} ${report.round}`}>
                  <th scope="row"><Link to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}`}><Words>{reportName(report)}</Words></Link></th>
                  <td><ReportTag state={report.state} /> {report.late && <StatusTag shape="late">{label('report.late')}</StatusTag>}</td>
                  <td data-label="เสนอภายใน">{report.submittedAt ? `เสนอแล้ว ${dayOfText(report.submittedAt)}` : `${dayOfText(report.dueToSuperiorAt)} ${daysLeftText(report.dueToSuperiorAt, now)}`}</td>
                  <td data-label="ส่งภายใน">{report.sentAt ? `ส่งแล้ว ${dayOfText(report.sentAt)}` : `${dayOfText(report.dueToProvinceAt)} ${daysLeftText(report.dueToProvinceAt, now)}`}</td>
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
