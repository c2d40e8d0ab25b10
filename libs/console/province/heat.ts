import type { NetworkCompliance } from '@prongsai/kernel/contracts';
import { compareThai, normaliseThai } from '@prongsai/kernel/thai';
import { tenantKinds, type RequirementStatus } from '@prongsai/kernel/workflow';

export type UnitRow = NetworkCompliance['items'][number];
type ReportState = UnitRow['reports'][string]['state'];

/** Letters of the cell's class: complete, soon, late, missing, waiting, not needed. */
export const heatMarks: Record<RequirementStatus, 'k' | 's' | 'l' | 'm' | 'w' | 'n'> = {
  met: 'k', due_soon: 's', overdue: 'l', missing: 'm', not_due: 'w', not_applicable: 'n',
};

const shortTitles: Record<string, string> = {
  law: 'กฎหมาย ระเบียบ', plan_budget: 'แผนและงบประมาณ', oia: 'ข้อมูล ม.7 ม.9', manual: 'คู่มือปฏิบัติงาน', citizen_manual: 'คู่มือประชาชน', news: 'ข่าวประชาสัมพันธ์',
  e_service: 'e-Service', site_quality: 'สถิติ ความพึงพอใจ', framework: 'ประกาศกรอบของปี', web_masters: 'Web Master ครบ', data_stewards: 'ผู้ดูแลข้อมูลกลุ่มงาน',
  report_six_month: 'รายงาน 6 เดือน', report_twelve_month: 'รายงาน 12 เดือน',
};

/** The name above a column: a short one where the title is long. */
export function shortTitleOf({ code, title }: { code: string; title: string }): string {
  return shortTitles[code] ?? title;
}

/** How many requirements of a unit stand in one of the states. */
export function countOf(row: UnitRow, ...statuses: RequirementStatus[]): number {
  return Object.values(row.statuses).filter((status) => statuses.includes(status)).length;
}

/** What must be mended at a unit: missing and overdue. */
export function needsOf(row: UnitRow): number {
  return countOf(row, 'missing', 'overdue');
}

/** Nothing to mend and nothing that falls due soon. */
export function isSound(row: UnitRow): boolean {
  return countOf(row, 'missing', 'overdue', 'due_soon') === 0;
}

/** Met of those that are asked for by now: `12/13`. */
export function passedOf(row: UnitRow): string {
  return `${countOf(row, 'met', 'due_soon')}/${countOf(row, 'met', 'due_soon', 'missing', 'overdue')}`;
}

function isShortOfWebMasters({ webMasters, tenant }: UnitRow): boolean {
  return webMasters < 2 || tenant.frozen;
}

export const orders = ['need', 'name', 'kind'] as const;
export const onlys = ['gaps', 'sound', 'overdue', 'staff'] as const;

/** What the table is narrowed to, as it stands in the address; empty text is no wish. */
export interface Wanted {
  order: string;
  kind: string;
  only: string;
  text: string;
}

const onlyRules: Record<(typeof onlys)[number], (row: UnitRow) => boolean> = {
  gaps: (row) => !isSound(row), sound: (row) => needsOf(row) === 0, overdue: (row) => countOf(row, 'overdue') > 0, staff: isShortOfWebMasters,
};

/** The units that are wanted, in the order wanted. `districtOf` tells a unit's district by its slug. */
export function unitsWanted(rows: readonly UnitRow[], wanted: Wanted, districtOf: (slug: string) => string | null): UnitRow[] {
  const rule = onlyRules[wanted.only as keyof typeof onlyRules] ?? (() => true);
  const text = normaliseThai(wanted.text);
  const names = ({ tenant }: UnitRow) => normaliseThai([tenant.shortName, tenant.name, districtOf(tenant.slug)].filter(Boolean).join(' '));
  const found = rows.filter((row) => rule(row) && (wanted.kind === '' || row.tenant.kind === wanted.kind) && (text === '' || names(row).includes(text)));
  return sorted(found, wanted.order);
}

function sorted(rows: UnitRow[], order: string): UnitRow[] {
  const byName = (a: UnitRow, b: UnitRow) => compareThai(a.tenant.shortName, b.tenant.shortName);
  if (order === 'name') return rows.sort(byName);
  if (order === 'kind') return rows.sort((a, b) => tenantKinds.indexOf(a.tenant.kind) - tenantKinds.indexOf(b.tenant.kind) || byName(a, b));
  // Units that need help first: by what must be mended, then by what falls due soon, then by name.
  return rows.sort((a, b) => needsOf(b) - needsOf(a) || countOf(b, 'due_soon') - countOf(a, 'due_soon') || byName(a, b));
}

const withProvince: readonly ReportState[] = ['sent', 'accepted'];

/** The figures above the table, each as so many of so many. `round` is the report that is due next. */
export function figuresOf(rows: readonly UnitRow[], round: string | null): { sound: number; reported: number; staffed: number; overdue: number; overdueUnits: number; total: number } {
  return {
    total: rows.length,
    sound: rows.filter((row) => needsOf(row) === 0).length,
    reported: round === null ? 0 : rows.filter(({ reports }) => withProvince.includes(reports[round]?.state ?? 'open')).length,
    staffed: rows.filter((row) => !isShortOfWebMasters(row)).length,
    overdue: rows.reduce((sum, row) => sum + countOf(row, 'overdue'), 0),
    overdueUnits: rows.filter((row) => countOf(row, 'overdue') > 0).length,
  };
}

/** A place in the table: row 0 is the head, column 0 the unit's name. */
export interface Cell {
  row: number;
  column: number;
}

/** Where an arrow key leads from a cell of a table of `rows` x `columns`, or null when the key means nothing here. The empty corner is no place. */
export function cellAfter(key: string, at: Cell, rows: number, columns: number): Cell | null {
  const held = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1);
  const to = (row: number, column: number): Cell => ({ row: held(row, rows), column: Math.max(held(column, columns), held(row, rows) === 0 ? 1 : 0) });
  switch (key) {
    case 'ArrowRight': return to(at.row, at.column + 1);
    case 'ArrowLeft': return to(at.row, at.column - 1);
    case 'ArrowDown': return to(at.row + 1, at.column);
    case 'ArrowUp': return at.column === 0 && at.row === 1 ? at : to(at.row - 1, at.column);
    case 'Home': return to(at.row, 0);
    case 'End': return to(at.row, columns - 1);
    default: return null;
  }
}
