import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import { requirementStatuses, requirementStatusWords } from '@prongsai/kernel/workflow';
import { StatusTag, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { cellAfter, countOf, heatMarks, isSound, needsOf, passedOf, shortTitleOf, type Cell, type UnitRow } from './heat';
import { label, stateLabel, statusLabel } from './labels';

type Requirements = NetworkCompliance['requirements'];

/** What each mark means: word beside shape and colour. */
export function HeatLegend() {
  return <ul className="plain leg sm">{requirementStatuses.map((status) => <li key={status}><span className={`c ${heatMarks[status]}`} aria-hidden="true" />{statusLabel(status)}</li>)}</ul>;
}

/** What stands beside a unit's name: how much to mend, or why it cannot work. */
function UnitNotes({ row }: { row: UnitRow }) {
  const needs = needsOf(row);
  return (
    <>
      {needs > 0 && <span className="bad">{`${label('province.fix')}\u00a0${needs}`}</span>}
      {row.tenant.frozen && <StatusTag shape="late">{label('province.frozen')}</StatusTag>}
      {row.tenant.state !== 'live' && <StatusTag shape="plain">{stateLabel(row.tenant.state)}</StatusTag>}
    </>
  );
}

interface TableProps {
  network: string;
  requirements: Requirements;
  rows: readonly UnitRow[];
  /** The slug of the unit that stands beside the table; empty when none does. */
  chosen: string;
  /** Where a unit opens: beside the table where there is room, else as a page. */
  linkTo: (slug: string) => { to: string; search?: Record<string, string> };
}

/**
 * Units x requirements as a real table: complete cells palest, so that gaps are seen first. One tab stop; arrow keys move
 * inside, through the names of units and of requirements too, each a link.
 */
export function HeatTable({ network, requirements, rows, chosen, linkTo }: TableProps) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>({ row: 1, column: 1 });
  const place = { row: Math.min(at.row, rows.length), column: at.column };

  function move(event: KeyboardEvent): void {
    const next = cellAfter(event.key, place, rows.length + 1, requirements.length + 1);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  }
  const cell = (row: number, column: number) => ({
    'data-cell': `${row}-${column}`, tabIndex: place.row === row && place.column === column ? 0 : -1, onFocus: () => setAt({ row, column }),
  });

  return (
    <div className="scroll hm-region" role="region" aria-label={label('province.table')}>
      <table className="hm" ref={table} onKeyDown={move}>
        <caption className="vh"><Words>สถานะของแต่ละข้อกำหนดในแต่ละหน่วยงาน เลื่อนในตารางด้วยปุ่มลูกศร เปิดด้วย Enter</Words></caption>
        <thead>
          <tr>
            <th scope="col" className="un">{label('province.unit')}</th>
            {requirements.map((requirement, index) => (
              <th key={requirement.code} scope="col"><span><Link to={`/n/${network}/requirements/${requirement.code}`} {...cell(0, index + 1)} title={requirement.title}>{shortTitleOf(requirement)}</Link></span></th>
            ))}
            <th scope="col" className="tt">{label('province.passed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.tenant.slug} className={row.tenant.slug === chosen ? 'sel' : ''}>
              <th scope="row">
                <Link {...linkTo(row.tenant.slug)} {...cell(index + 1, 0)} resetScroll={false} className="unit" {...(row.tenant.slug === chosen ? { 'aria-current': true as const } : {})}><Words>{row.tenant.shortName}</Words></Link>
                <UnitNotes row={row} />
              </th>
              {requirements.map((requirement, column) => {
                const status = row.statuses[requirement.code] ?? 'not_applicable';
                const words = `${shortTitleOf(requirement)}: ${requirementStatusWords[status]}`;
                return (
                  <td key={requirement.code}>
                    <Link {...linkTo(row.tenant.slug)} {...cell(index + 1, column + 1)} resetScroll={false} activeOptions={{ exact: true }} className={`c ${heatMarks[status]}`} title={words} aria-label={`${row.tenant.shortName} ${words}`} />
                  </td>
                );
              })}
              <td className="sc">{passedOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same on a phone: one row of marks under each unit's name, the whole row one link; complete units fold away. */
export function HeatRows({ requirements, rows, linkTo }: Omit<TableProps, 'network' | 'chosen'>) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const folded = rows.filter(isSound).length;
  const shown = all || folded === rows.length ? rows : rows.filter((row) => !isSound(row));
  useEffect(() => { if (all) list.current?.querySelector<HTMLElement>('.rest a')?.focus(); }, [all]);
  return (
    <>
      <ul className="plain hm-rows" ref={list} aria-label={label('province.table')}>
        {shown.map((row) => (
          <li key={row.tenant.slug} className={isSound(row) ? 'rest' : ''}>
            <Link {...linkTo(row.tenant.slug)} className="hm-row">
              <span className="row between tight"><b className="unit"><Words>{row.tenant.shortName}</Words></b><span className="row tight"><UnitNotes row={row} />{countOf(row, 'due_soon') > 0 && <span className="vh">{`${label('status.due_soon')} ${countOf(row, 'due_soon')}`}</span>}</span></span>
              <span className="marks" aria-hidden="true">{requirements.map(({ code }) => <span key={code} className={`c ${heatMarks[row.statuses[code] ?? 'not_applicable']}`} />)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {folded > 0 && shown.length < rows.length && <p className="fold-more"><button type="button" className="btn sec small" onClick={() => setAll(true)}>{`${label('province.showRest')} ${folded}`}</button></p>}
    </>
  );
}
