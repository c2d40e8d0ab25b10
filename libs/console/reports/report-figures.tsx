import { countedFigures, type CountedFigure, type ReportView } from '@prongsai/kernel/contracts';
import { cadenceWords, refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { formatCount } from '@prongsai/kernel/thai';
import { can, dayText, Empty, StatusTag, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

const figures = countedFigures;
/** A register of up to so many lines stands open. */
const shortRegister = 5;

/** A figure: a link to the list of what it counts; nought is plain text, and so is every figure for one who may not see the list. */
function Counted({ slug, report, category, figure, subItem, count, about, unit }: {
  slug: string; report: ReportView; category: string; figure: CountedFigure; subItem?: string; count: number; about: string; unit: string;
}) {
  const words = <>{formatCount(count)}<span className="vh">{` ${unit} ${about}`}</span></>;
  if (count === 0 || !can(report.abilities, 'listCounted')) return <span className="fig">{words}</span>;
  return <Link className="fig" to={`/t/${slug}/reports/${report.fiscalYear}/${report.round}/counted`} search={{ category, figure, ...(subItem ? { subItem } : {}) } as never}>{words}</Link>;
}

/** The figures per category, each opening the list of what it counts. */
export function CategoryFigures({ slug, report }: { slug: string; report: ReportView }) {
  const { categories } = report;
  const units = new Set(categories.map(({ unit }) => unit));
  const sum = (figure: CountedFigure) => formatCount(categories.reduce((all, category) => all + category[figure], 0));
  return (
    <section className="card stack-s" aria-labelledby="figures">
      <h2 id="figures"><Words>{label('report.figures')}</Words></h2>
      <p className="sm muted"><Words>{`${report.frozen ? 'ตัวเลขเมื่อส่งรายงาน ไม่เปลี่ยนแปลงอีก' : 'ระบบนับจากรายการที่เผยแพร่จริงในช่วงที่รายงาน'}${can(report.abilities, 'listCounted') ? ' เปิดตัวเลขเพื่อดูรายการที่นับ' : ''}`}</Words></p>
      <table className="t fold by-category">
        <caption className="vh">จำนวนที่เผยแพร่ตามหมวดหมู่</caption>
        <thead><tr><th scope="col">{label('column.category')}</th>{figures.map((figure) => <th scope="col" className="num" key={figure}>{label(`figure.${figure}`)}</th>)}<th scope="col">{label('column.cadence')}</th></tr></thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category.code}>
              <th scope="row">
                <Words>{category.title}</Words>
                {category.subItems.length > 0 && (
                  <details className="sm"><summary>{`${label('column.subItems')} ${category.subItems.length}`}</summary><ul className="subs muted">{category.subItems.map(({ code, title, published }) => (
                    <li key={code}><Words>{title}</Words> <Counted slug={slug} report={report} category={category.code} figure="published" subItem={code} count={published} about={title} unit="" /> {category.unit}</li>
                  ))}</ul></details>
                )}
              </th>
              {figures.map((figure) => (
                <td className="num" key={figure} data-label={label(`figure.${figure}`)}>
                  <Counted slug={slug} report={report} category={category.code} figure={figure} count={category[figure]} about={`${label(`figure.${figure}`)} ${category.title}`} unit="" /> <span className="xs muted">{figure === 'published' ? category.unit : 'ครั้ง'}</span>
                </td>
              ))}
              <td className="cadence">{cadenceWords[category.cadence.code]} {category.cadence.kept !== null && <StatusTag shape={category.cadence.kept ? 'done' : 'soon'}>{category.cadence.kept ? 'ครบตามรอบ' : 'ไม่ครบตามรอบ'}</StatusTag>}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{label('column.total')}</th>{figures.map((figure) => <td className="num" key={figure} data-label={label(`figure.${figure}`)}>{figure === 'published' && units.size > 1 ? '–' : sum(figure)}</td>)}<td /></tr></tfoot>
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
      <h2 id="work"><Words>{label('report.work')}</Words></h2>
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
      <h2 id="register"><Words>{label('report.register')}</Words></h2>
      {groups.length === 0 && <Empty>ไม่มีข้อมูลเผยแพร่ในช่วงที่รายงาน</Empty>}
      {groups.map((group) => (
        <details key={group} className="group" open={report.register.length <= shortRegister}>
          <summary><b><Words>{group}</Words></b> {report.register.filter(({ workGroup }) => workGroup === group).length} รายการ</summary>
          <table className="t fold">
            <caption className="vh">ทะเบียนของ {group}</caption>
            <thead><tr>{(['date', 'topic', 'summary', 'online', 'acknowledged'] as const).map((column) => <th scope="col" key={column}>{label(`column.${column}`)}</th>)}</tr></thead>
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
