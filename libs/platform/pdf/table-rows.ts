import { type Desk, drawLines, lineHeight, noLead, type Row } from './row';
import { cm, type Cell as CellText, type Inline, type TableBlock, type TableColumn, typeSize } from './paper';
import type { SetLine } from './text-setter';
import { lazyElement } from './text-rows';
import type { StructElement } from './canvas';

const PADDING = cm(0.15);
/** Above and below the text of a cell that has no rule there: the height of a line has air of its own. */
const UNRULED = cm(0.07);
/** Rows higher than this may be split over pages: half of an upright page. */
const TALL = 340;

interface Cell {
  lines: SetLine[];
  left: number;
  right: number;
  align: 'left' | 'center' | 'right';
  padding: number;
  element: () => StructElement;
  type: 'TH' | 'TD';
}

interface RowLook {
  size: number;
  least: number;
  ruled: boolean | 'frame';
}

export function tableRows(desk: Desk, block: TableBlock): Row[] {
  const look = { size: typeSize(block.size ?? 16), least: cm(block.rowHeight ?? 0), ruled: block.ruled ?? true };
  const table = lazyElement(desk, 'Table');
  const headCells = block.head ? toCells(desk, block.columns, block.head, look, 'TH', lazyElement(desk, 'TR', table)) : null;
  const head = headCells ? toRow(desk, headCells, headCells.map((cell) => cell.lines), look, { isFirst: true, isLast: true }) : undefined;
  // On later pages the head is decoration: its words are in the structure once.
  const again = headCells && head ? { ...head, draw: (top: number) => desk.setter.canvas.artifact('Layout', () => drawCells(desk, headCells, headCells.map((cell) => cell.lines), top, head.height, look)) } : undefined;
  const rows = block.rows.flatMap((texts, index) => {
    const cells = toCells(desk, block.columns, texts, look, 'TD', lazyElement(desk, 'TR', table));
    const edge = { isTop: head === undefined && index === 0, isBottom: look.ruled !== 'frame' || index === block.rows.length - 1 };
    return sliced(desk, cells, look, edge).map((row) => ({ ...row, head: again }));
  });
  const all = head ? [{ ...head, keepWithNext: rows.length > 0 }, ...rows] : rows;
  return all.map((row, index) => (index === 0 ? { ...row, above: block.above ?? 6 } : row));
}

function toCells(desk: Desk, columns: readonly TableColumn[], texts: readonly CellText[], { size, ruled }: RowLook, type: Cell['type'], row: () => StructElement): Cell[] {
  let left = desk.frame.left;
  const padding = ruled ? PADDING : 0;
  return columns.map((column, index) => {
    const cellLeft = left;
    left += cm(column.width);
    const width = cm(column.width) - 2 * padding;
    const isHead = type === 'TH';
    return {
      lines: textsOf(texts[index] ?? '').flatMap((text) => desk.setter.set(text, { size, bold: isHead || column.bold, widthOf: () => width, fill: isHead ? 'balanced' : undefined })),
      left: cellLeft,
      right: cellLeft + cm(column.width),
      padding,
      align: isHead ? 'center' : (column.align ?? 'left'),
      element: lazyElement(desk, type, row, isHead ? { scope: 'Column' } : undefined),
      type,
    };
  });
}

function paddingAbove(cell: Cell | undefined, { ruled }: RowLook): number {
  return Math.min(cell?.padding ?? 0, ruled === 'frame' ? UNRULED : PADDING);
}

function textsOf(cell: CellText): readonly Inline[] {
  return typeof cell === 'object' && 'lines' in cell ? cell.lines : [cell];
}

function sliced(desk: Desk, cells: readonly Cell[], look: RowLook, { isTop, isBottom }: { isTop: boolean; isBottom: boolean }): Row[] {
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  const each = count * lineHeight(desk, look.size) > TALL ? Math.floor(TALL / 2 / lineHeight(desk, look.size)) : count;
  const slices = Math.ceil(count / each);
  return Array.from({ length: slices }, (_, slice) =>
    toRow(desk, cells, cells.map((cell) => cell.lines.slice(slice * each, (slice + 1) * each)), look, { isFirst: isTop && slice === 0, isLast: isBottom && slice === slices - 1 }),
  );
}

function toRow(desk: Desk, cells: readonly Cell[], lines: readonly SetLine[][], look: RowLook, edge: { isFirst: boolean; isLast: boolean }): Row {
  const { canvas } = desk.setter;
  const count = Math.max(...lines.map((list) => list.length));
  const height = Math.max(look.least, count * lineHeight(desk, look.size) + 2 * paddingAbove(cells[0], look));
  return {
    height,
    above: 0,
    keepWithNext: false,
    lead: noLead,
    draw: (top) => {
      cells.forEach((cell, index) => {
        canvas.within(cell.element(), cell.type, () => drawCell(desk, cell, lines[index] ?? [], top, look));
      });
      if (look.ruled) canvas.artifact('Layout', () => drawRules(desk, cells, top, height, edge, look.ruled));
    },
  };
}

function drawCell(desk: Desk, cell: Cell, lines: readonly SetLine[], top: number, look: RowLook): void {
  drawLines(desk, lines, top + paddingAbove(cell, look), cell.left + cell.padding, cell.right - cell.padding, look.size, cell.align);
}

function drawCells(desk: Desk, cells: readonly Cell[], lines: readonly SetLine[][], top: number, height: number, look: RowLook): void {
  cells.forEach((cell, index) => drawCell(desk, cell, lines[index] ?? [], top, look));
  if (look.ruled) drawRules(desk, cells, top, height, { isFirst: true, isLast: true }, look.ruled);
}

function drawRules(desk: Desk, cells: readonly Cell[], top: number, height: number, edge: { isFirst: boolean; isLast: boolean }, ruled: RowLook['ruled']): void {
  const { canvas } = desk.setter;
  const left = cells[0]?.left ?? 0;
  const right = cells.at(-1)?.right ?? 0;
  if (edge.isFirst) canvas.rule(left, top, right, top);
  if (edge.isLast) canvas.rule(left, top + height, right, top + height);
  for (const x of ruled === 'frame' ? [left, right] : [left, ...cells.map((cell) => cell.right)]) canvas.rule(x, top, x, top + height);
}
