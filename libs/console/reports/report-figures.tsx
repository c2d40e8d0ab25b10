import type { ReportView } from '@prongsai/kernel/contracts';
import { cadenceWords, refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { formatCount } from '@prongsai/kernel/thai';
import { dayText, Empty, StatusTag, Words } from '@prongsai/console/ui';

/** The figures per category, each with its unit in words. */
export function CategoryFigures({ report }: { report: ReportView }) {
  return (
    <section className="card stack-s" aria-labelledby="figures">
      <h2 id="figures"><Words>ผลการเผยแพร่ตามหมวด</Words></h2>
      <p className="sm muted"><Words>{report.frozen ? 'ตัวเลขเมื่อส่งรายงาน ไม่เปลี่ยนแปลงอีก' : 'ระบบนับจากรายการที่เผยแพร่จริงในช่วงที่รายงาน'}</Words></p>
      <table className="t fold by-category">
        <caption className="vh">จำนวนที่เผยแพร่ตามหมวดหมู่</caption>
        <thead><tr><th scope="col">หมวด</th><th scope="col" className="num">เผยแพร่</th><th scope="col" className="num">ปรับปรุง</th><th scope="col" className="num">นำลง</th><th scope="col">รอบติดตาม</th></tr></thead>
        <tbody>
          {report.categories.map((category) => (
            <tr key={category.code}>
              <th scope="row">
                <Words>{category.title}</Words>
                {category.subItems.length > 0 && <ul className="subs xs muted">{category.subItems.map(({ code, title, published }) => <li key={code}><Words>{`${title} ${formatCount(published)} ${category.unit}`}</Words></li>)}</ul>}
              </th>
              <td className="num" data-label="เผยแพร่"><b>{formatCount(category.published)}</b> {category.unit}</td>
              <td className="num" data-label="ปรับปรุง">{formatCount(category.updated)} ครั้ง</td>
              <td className="num" data-label="นำลง">ตรงเวลา {formatCount(category.takenDownOnTime)}<br />ช้า {formatCount(category.takenDownLate)}</td>
              <td className="cadence">{cadenceWords[category.cadence.code]} {category.cadence.kept !== null && <StatusTag shape={category.cadence.kept ? 'done' : 'soon'}>{category.cadence.kept ? 'ครบตามรอบ' : 'ไม่ครบตามรอบ'}</StatusTag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Requests, refusals with their reasons, and who the web masters are. */
export function WorkFigures({ report }: { report: ReportView }) {
  const { requests, webMasters } = report;
  if (!requests) return null;
  const reasonWords = (reason: string) => refusalReasons[reason as RefusalReason] ?? reason;
  return (
    <section className="card stack-s" aria-labelledby="work">
      <h2 id="work">การดำเนินงานในช่วงที่รายงาน</h2>
      <p><Words>{`คำขอ ${requests.submitted} เรื่อง อนุญาต ${requests.approved} เรื่อง ส่งกลับแก้ไข ${requests.returned} เรื่อง ไม่อนุญาต ${requests.refused} เรื่อง`}</Words></p>
      {requests.refusals.length > 0 && <ul>{requests.refusals.map(({ reason, count }) => <li key={reason}><Words>{`${reasonWords(reason)} ${count} เรื่อง`}</Words></li>)}</ul>}
      {requests.medianDaysToPublish !== null && <p><Words>{`ค่ากลางตั้งแต่ส่งคำขอถึงเผยแพร่ ${requests.medianDaysToPublish} วัน`}</Words></p>}
      <h3>Web Master {webMasters.length} คน</h3>
      <ul>{webMasters.map(({ name, orderNumber, from }) => <li key={`${name} ${from}`}><Words>{[name, orderNumber ? `คำสั่ง ${orderNumber}` : null, `ตั้งแต่ ${dayText(from)}`].filter(Boolean).join(' · ')}</Words></li>)}</ul>
    </section>
  );
}

/** The register per work group, with the columns of the framework's annex. */
export function Register({ report }: { report: ReportView }) {
  const groups = [...new Set(report.register.map(({ workGroup }) => workGroup))];
  return (
    <section className="card stack-s" aria-labelledby="register">
      <h2 id="register"><Words>บันทึกรายงานผลการเผยแพร่ข้อมูลผ่านเว็บไซต์</Words></h2>
      {groups.length === 0 && <Empty>ไม่มีข้อมูลเผยแพร่ในช่วงที่รายงาน</Empty>}
      {groups.map((group) => (
        <details key={group} className="group" open={groups.length === 1}>
          <summary><b><Words>{group}</Words></b> {report.register.filter(({ workGroup }) => workGroup === group).length} รายการ</summary>
          <table className="t fold">
            <caption className="vh">ทะเบียนของ {group}</caption>
            <thead><tr><th scope="col">วัน/เดือน/ปี</th><th scope="col">หัวข้อ</th><th scope="col">รายละเอียดโดยสรุปหรือเอกสารแนบ</th><th scope="col">เผยแพร่บนเว็บไซต์</th><th scope="col">ผู้บริหารรับทราบ</th></tr></thead>
            <tbody>
              {report.register.filter(({ workGroup }) => workGroup === group).map((row, index) => (
                <tr key={index}>
                  <td data-label="วันที่">{dayText(row.date)}</td>
                  <th scope="row"><Words>{row.topic}</Words></th>
                  <td className="clip">{row.summary}</td>
                  <td data-label="เผยแพร่">{dayText(row.publishedOn)}</td>
                  <td data-label="รับทราบ">{row.acknowledgedBy ? `${row.acknowledgedBy} ${dayText(row.acknowledgedOn)}` : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}
