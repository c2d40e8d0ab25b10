import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import type { RequirementStatus, TenantKind } from '@prongsai/kernel/workflow';

export type UnitRow = NetworkCompliance['items'][number];
type ReportState = UnitRow['reports'][string]['state'];

/** Letters of the cell's class: complete, soon, late, missing, waiting, not needed. */
export const heatMarks: Record<RequirementStatus, 'k' | 's' | 'l' | 'm' | 'w' | 'n'> = {
  met: 'k', due_soon: 's', overdue: 'l', missing: 'm', not_due: 'w', not_applicable: 'n',
};

export const kindWords: Record<TenantKind, string> = {
  provincial_office: 'สำนักงานสาธารณสุขจังหวัด', district_office: 'สำนักงานสาธารณสุขอำเภอ', hospital: 'โรงพยาบาล', subdistrict_hospital: 'โรงพยาบาลส่งเสริมสุขภาพตำบล',
};

/** How many requirements of a unit stand in one of the states. */
export function countOf(row: UnitRow, ...statuses: RequirementStatus[]): number {
  return Object.values(row.statuses).filter((status) => statuses.includes(status)).length;
}

/** What must be mended at a unit: missing and overdue. */
export function needsOf(row: UnitRow): number {
  return countOf(row, 'missing', 'overdue');
}

/** Units that need help first: by what must be mended, then by what falls due soon, then by name. */
export function byNeed(rows: readonly UnitRow[], compareNames: (a: string, b: string) => number): UnitRow[] {
  return [...rows].sort((a, b) => needsOf(b) - needsOf(a) || countOf(b, 'due_soon') - countOf(a, 'due_soon') || compareNames(a.tenant.shortName, b.tenant.shortName));
}

const withProvince: readonly ReportState[] = ['sent', 'accepted'];

/** The figures above the table, each as so many of so many. `round` is the report that is due next. */
export function figuresOf(rows: readonly UnitRow[], round: string | null): { sound: number; reported: number; staffed: number; overdue: number; total: number } {
  return {
    total: rows.length,
    sound: rows.filter((row) => needsOf(row) === 0).length,
    reported: round === null ? 0 : rows.filter(({ reports }) => withProvince.includes(reports[round]?.state ?? 'open')).length,
    staffed: rows.filter(({ webMasters, tenant }) => webMasters >= 2 && !tenant.frozen).length,
    overdue: rows.reduce((sum, row) => sum + countOf(row, 'overdue'), 0),
  };
}

/** Where an arrow key leads from a cell of a table of `rows` x `columns`, or null when the key means nothing here. */
export function cellAfter(key: string, at: { row: number; column: number }, rows: number, columns: number): { row: number; column: number } | null {
  const held = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
  switch (key) {
    case 'ArrowRight': return { row: at.row, column: held(at.column + 1, columns) };
    case 'ArrowLeft': return { row: at.row, column: held(at.column - 1, columns) };
    case 'ArrowDown': return { row: held(at.row + 1, rows), column: at.column };
    case 'ArrowUp': return { row: held(at.row - 1, rows), column: at.column };
    case 'Home': return { row: at.row, column: 0 };
    case 'End': return { row: at.row, column: columns - 1 };
    default: return null;
  }
}
