import type { Align } from './paper';
import type { SetLine, TextSetter } from './text-setter';

/** A strip of a page that is never split. Lengths are points. */
export interface Row {
  height: number;
  /** Free height above; dropped at the top of a page. */
  above: number;
  keepWithNext: boolean;
  /** The first words, for the catchword of the page before; empty in the middle of a text. */
  lead(): string;
  /** Drawn again at the top of a page that begins with this row: the head of a table. */
  head?: Row;
  /** Where a paper that begins with this row begins on its page. */
  pageTop?: number;
  draw(top: number): void;
}

/** Where text stands on the page, in points from its left edge. */
export interface Frame {
  left: number;
  right: number;
}

/** What a block needs to become rows. */
export interface Desk {
  setter: TextSetter;
  frame: Frame;
  /** Height of a line, in type sizes. */
  leading: number;
}

export function noLead(): string {
  return '';
}

/** Height of a line of a type size. */
export function lineHeight({ leading }: Desk, size: number): number {
  return size * leading;
}

/** Base line of a line whose strip begins at `top`: the face has more above its base line than below. */
export function baseLine(desk: Desk, top: number, size: number): number {
  return top + lineHeight(desk, size) * 0.69;
}

/** Draws lines one under another. */
export function drawLines(desk: Desk, lines: readonly SetLine[], top: number, left: number, right: number, size: number, align: Align): void {
  lines.forEach((line, index) => desk.setter.draw(line, left, right, baseLine(desk, top + index * lineHeight(desk, size), size), align));
}

/**
 * Marks which lines of a text stay together: the first two and the last two, so that no page begins or ends with a
 * single line of a longer text.
 */
export function staysWithNext(index: number, count: number, keepWithNext: boolean): boolean {
  if (index === count - 1) return keepWithNext;
  return index === 0 || index === count - 2;
}
