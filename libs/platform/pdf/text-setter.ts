import { Break, breakPoints } from './break-points';
import type { Canvas, Stroke } from './canvas';
import { fillBalanced, fillEvenly, fillLines, type Line, type Measured } from './fill-lines';
import type { Align, Inline } from './paper';
import type { Glossary } from './thai-words';
import type { Weight } from './typeface';

/** A line of text that is ready to be drawn. */
export interface SetLine {
  strokes: Stroke[];
  /** In points, without the spaces at its end. */
  width: number;
  /** Gaps between its glyphs, without the spaces at its end. */
  gaps: number;
  isLast: boolean;
}

export interface SetOptions {
  /** Type size in points. */
  size: number;
  bold?: boolean;
  /** Width in points of each line. */
  widthOf: (index: number) => number;
  /** `balanced`: lines of like length, as for headings; `even`: lines that reach the right margin well. */
  fill?: 'balanced' | 'even';
}

/** A gap between letters wider than this share of the type size would be taken for a space by readers of the file. */
const WIDEST_GAP = 0.02;
/** A space that grows by more than this share of the type size looks like a hole. */
const WIDEST_SPACE = 0.5;
/** Letters of a catchword, about. */
const CATCHWORD = 24;

/** Characters without a shape, which would be lost or drawn as boxes. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

/** Puts text into lines and draws them. */
export class TextSetter {
  constructor(
    readonly canvas: Canvas,
    private readonly glossary: Glossary,
  ) {}

  /** At least one line; an empty text is one empty line. */
  set(inline: Inline, options: SetOptions): SetLine[] {
    const given = toStrokes(inline, options);
    const text = given.map((stroke) => stroke.text).join('');
    // A space that must not break is drawn, and found again by readers, as a plain space.
    const strokes = given.map((stroke) => ({ ...stroke, text: stroke.text.replaceAll('\u00a0', ' ') }));
    const measured = { text, ends: this.measure(strokes, text.length), points: breakPoints(text, this.glossary) };
    const lines = this.fill(measured, options);
    return lines.map((line, index) => this.cut(strokes, line, index === lines.length - 1));
  }

  /** Draws a line between `left` and `right` (points from the left edge of the page). */
  draw(line: SetLine, left: number, right: number, baseLine: number, align: Align): void {
    const free = right - left - line.width;
    const size = line.strokes[0]?.size ?? 0;
    if (align === 'spread' && !line.isLast) {
      this.drawSpread(line, left, free, size, baseLine);
      return;
    }
    const shift = align === 'center' ? free / 2 : align === 'right' ? free : 0;
    this.canvas.write(line.strokes, left + shift, baseLine);
  }

  /** The first words of a text, about two dozen letters, for the foot of the page before. */
  catchword(text: string): string {
    const points = breakPoints(text, this.glossary);
    let end = text.length;
    for (let at = 1; at <= Math.min(CATCHWORD, text.length); at += 1) if (points[at] === Break.may) end = at;
    return text.slice(0, end).trim();
  }

  /** Fills a line to its right margin: spaces grow first, then the gaps between letters; what is too short stays as it is. */
  private drawSpread(line: SetLine, left: number, free: number, size: number, baseLine: number): void {
    const words = splitAfterSpaces(line.strokes);
    const spaces = words.length - 1;
    const most = spaces * size * WIDEST_SPACE + line.gaps * size * WIDEST_GAP;
    const share = most > 0 && free <= most ? Math.max(0, free) / most : 0;
    let x = left;
    for (const word of words) {
      x = this.canvas.write(word.map((stroke) => ({ ...stroke, spread: share * size * WIDEST_GAP })), x, baseLine) + share * size * WIDEST_SPACE;
    }
  }

  private fill(measured: Measured, { fill, widthOf, size }: SetOptions): Line[] {
    if (fill === 'balanced') return fillBalanced(measured, widthOf(0));
    if (fill !== 'even') return fillLines(measured, widthOf);
    return fillEvenly(measured, widthOf, stretchOf(measured.text, size), size);
  }

  private measure(strokes: readonly Stroke[], length: number): Float64Array {
    const ends = new Float64Array(length + 1);
    let at = 0;
    let pen = 0;
    for (const { text, weight, size } of strokes) {
      const advances = this.canvas.faces[weight].advances(text);
      for (let index = 1; index <= text.length; index += 1) ends[at + index] = pen + ((advances[index] ?? 0) * size) / 1000;
      at += text.length;
      pen = ends[at] ?? pen;
    }
    return ends;
  }

  private cut(strokes: readonly Stroke[], line: Line, isLast: boolean): SetLine {
    const cut: Stroke[] = [];
    let at = 0;
    for (const stroke of strokes) {
      const from = Math.max(line.start - at, 0);
      const to = Math.min(line.end - at, stroke.text.length);
      if (from < to) cut.push({ ...stroke, text: stroke.text.slice(from, to) });
      at += stroke.text.length;
    }
    const glyphs = cut.reduce((sum, stroke, index) => {
      const text = index === cut.length - 1 ? stroke.text.trimEnd() : stroke.text;
      return sum + this.canvas.faces[stroke.weight].countGlyphs(text);
    }, 0);
    return { strokes: cut, width: line.width, gaps: Math.max(0, glyphs - 1), isLast };
  }
}

const MARK = /[ัำิ-ฺ็-๎]/;

/**
 * How far each line of a text may be stretched, about: its spaces, and the gaps between what stands on the base line.
 * Counted once for the text, since lines are tried by the thousand.
 */
function stretchOf(text: string, size: number): (line: Line) => number {
  const runs = new Uint32Array(text.length + 1);
  const letters = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const opensRun = text.charAt(at) === ' ' && text.charAt(at - 1) !== ' ';
    runs[at + 1] = (runs[at] ?? 0) + (opensRun ? 1 : 0);
    letters[at + 1] = (letters[at] ?? 0) + (MARK.test(text.charAt(at)) ? 0 : 1);
  }
  return ({ start, end }) => {
    let last = end;
    while (last > start && text.charAt(last - 1) === ' ') last -= 1;
    return size * (((runs[last] ?? 0) - (runs[start] ?? 0)) * WIDEST_SPACE + ((letters[last] ?? 0) - (letters[start] ?? 0)) * WIDEST_GAP);
  };
}

/** The text alone, as it will be drawn. */
export function plainText(inline: Inline): string {
  const pieces = typeof inline === 'string' ? [inline] : inline.map((piece) => (typeof piece === 'string' ? piece : piece.bold));
  return pieces.map(cleanText).join('');
}

function toStrokes(inline: Inline, { size, bold }: SetOptions): Stroke[] {
  const base: Weight = bold ? 'bold' : 'regular';
  const pieces = typeof inline === 'string' ? [inline] : inline;
  return pieces.map((piece) => (typeof piece === 'string' ? { text: cleanText(piece), weight: base, size } : { text: cleanText(piece.bold), weight: 'bold' as const, size }));
}

/** Text without characters that have no shape; blank ones become spaces. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/[\t\n\v\f\r]+/g, ' ');
}

/** Cuts strokes after each run of spaces; the spaces at the end of the line open no further part. */
function splitAfterSpaces(strokes: readonly Stroke[]): Stroke[][] {
  const parts: Stroke[][] = [[]];
  for (const stroke of strokes) {
    for (const text of stroke.text.match(/[^ ]* +|[^ ]+/g) ?? []) {
      parts.at(-1)?.push({ ...stroke, text });
      if (text.endsWith(' ')) parts.push([]);
    }
  }
  return parts.filter((part) => part.length > 0);
}
