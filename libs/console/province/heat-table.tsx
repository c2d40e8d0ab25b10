import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import { requirementStatuses, requirementStatusWords } from '@prongsai/kernel/workflow';
import { StatusTag, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import { cellAfter, countOf, heatMarks, needsOf, type UnitRow } from './heat';

/** What each mark means: word beside shape and colour. */
export function HeatLegend() {
  return <ul className="plain leg sm">{requirementStatuses.map((status) => <li key={status}><span className={`c ${heatMarks[status]}`} aria-hidden="true" />{requirementStatusWords[status]}</li>)}</ul>;
}

/**
 * Units x requirements as a real table: complete cells palest, so that gaps are seen first. One tab stop; arrow keys move
 * inside. On a phone each unit is one row of marks and one link, and complete units fold away.
 */
export function HeatTable({ requirements, rows }: { requirements: NetworkCompliance['requirements']; rows: readonly UnitRow[] }) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [all, setAll] = useState(false);
  const folded = rows.filter((row) => needsOf(row) === 0 && countOf(row, 'due_soon') === 0).length;

  function move(event: KeyboardEvent): void {
    const next = cellAfter(event.key, at, rows.length, requirements.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  }

  return (
    <>
      <div className="scroll" role="region" aria-label="ตารางหน่วยงานและข้อกำหนด" tabIndex={0}>
        <table className={all ? 'hm all' : 'hm'} ref={table} onKeyDown={move}>
          <caption className="vh">สถานะของแต่ละข้อกำหนดในแต่ละหน่วยงาน เลื่อนด้วยปุ่มลูกศร</caption>
          <thead>
            <tr>
              <th scope="col" className="un">หน่วยงาน</th>
              {requirements.map(({ code, title }) => <th key={code} scope="col"><span>{title}</span></th>)}
              <th scope="col" className="tt">Web Master</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const needs = needsOf(row);
              const isSound = needs === 0 && countOf(row, 'due_soon') === 0;
              return (
                <tr key={row.tenant.slug} className={isSound ? 'rest' : ''}>
                  <th scope="row">
                    <Link to={`/t/${row.tenant.slug}/compliance`} tabIndex={-1} className="unit"><Words>{row.tenant.shortName}</Words></Link>
                    {needs > 0 && <span className="bad">ต้องแก้ {needs}</span>}
                    {row.tenant.frozen && <StatusTag shape="late">พักการเผยแพร่</StatusTag>}
                    {row.tenant.state === 'setting_up' && <StatusTag shape="plain">กำลังเปิด</StatusTag>}
                  </th>
                  {requirements.map(({ code, title }, column) => {
                    const status = row.statuses[code] ?? 'not_applicable';
                    return (
                      <td key={code}>
                        <Link to={`/t/${row.tenant.slug}/compliance`} className={`c ${heatMarks[status]}`} data-cell={`${index}-${column}`}
                          tabIndex={at.row === index && at.column === column ? 0 : -1} onFocus={() => setAt({ row: index, column })}
                          title={`${title}: ${requirementStatusWords[status]}`} aria-label={`${row.tenant.shortName} ${title}: ${requirementStatusWords[status]}`} />
                      </td>
                    );
                  })}
                  <td className={row.webMasters < 2 ? 'sc bad' : 'sc'}><span className="only-phone">Web Master </span>{row.webMasters} คน</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {folded > 0 && !all && <p className="fold-more"><button type="button" className="btn sec small" onClick={() => setAll(true)}>แสดงหน่วยงานที่ครบอีก {folded} แห่ง</button></p>}
    </>
  );
}
