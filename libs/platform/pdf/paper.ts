/** A text of one style, or pieces of which some are bold. */
export type Inline = string | readonly (string | { bold: string })[];

/** `spread` fills each line but the last to the right margin, as Thai official papers do. */
export type Align = 'left' | 'center' | 'right' | 'spread';

export interface TextStyle {
  /** Official size in points, as for TH Sarabun (body 16); see `TYPE_FACTOR`. */
  size?: number;
  bold?: boolean;
  align?: Align;
  /** Free height above, in points. */
  above?: number;
  /** Stays on the page of the block that follows. */
  keepWithNext?: boolean;
}

/** One or more lines set as a title. Each entry begins a line; long ones are broken between words and balanced. */
export interface HeadingBlock extends TextStyle {
  kind: 'heading';
  text: string | readonly string[];
  /** Place in the outline of the document; 1 is the title. */
  level?: 1 | 2 | 3;
  /** A centred rule of this width in cm under the heading. */
  rule?: number;
}

/** The head of a memo: its title centred, an emblem 1.5 cm high at the left (empty space without one). */
export interface MemoTitleBlock {
  kind: 'memoTitle';
  text: string;
  emblem?: Picture;
}

export interface ParagraphBlock extends TextStyle {
  kind: 'paragraph';
  text: Inline;
  /** Bold words at the left margin before the text, as ต้นเรื่อง in a memo. */
  lead?: string;
  /** Where the first line begins, in cm from the left margin (default 2.5). */
  indent?: number;
  /** Where the other lines begin, in cm from the left margin (default 0). */
  hang?: number;
  /** Where centred and right-aligned lines end, in cm from the left margin (default the right margin). */
  until?: number;
}

/** A numbered or dashed item: `๑.`, `๑.๑`, `๒.๑.๑`, `-`. The label is given, never counted. */
export interface ListItem {
  label: string;
  text: Inline;
  level: number;
}

/** Where the labels of a level stand and where their text begins, in cm from the left margin. */
export interface ListLevel {
  label: number;
  text: number;
  /** Where the lines after the first begin (default under the text; 0 is the margin, as letters do it). */
  rest?: number;
}

export interface ListBlock extends TextStyle {
  kind: 'list';
  items: readonly ListItem[];
  /** Level 1 first (default: as in an announcement, level 4 for dashes). */
  levels?: readonly ListLevel[];
}

/** Labels with their values on dotted lines, side by side: ที่ … วันที่ … */
export interface FieldsBlock {
  kind: 'fields';
  fields: readonly { label: string; value: Inline; /** Share of the width, in cm; the last takes the rest. */ width?: number }[];
  labelSize?: number;
  above?: number;
}

/** What a cell holds: one text, or several that each begin a line. */
export type Cell = Inline | { lines: readonly Inline[] };

export interface TableColumn {
  /** In cm. */
  width: number;
  align?: 'left' | 'center' | 'right';
  bold?: boolean;
}

/** A table. The head row, if any, is repeated on each page; a row is split only when longer than half a page. */
export interface TableBlock {
  kind: 'table';
  columns: readonly TableColumn[];
  head?: readonly string[];
  rows: readonly (readonly Cell[])[];
  size?: number;
  above?: number;
  /** Thin rules round every cell (default), round the table alone, or bare columns. */
  ruled?: boolean | 'frame';
  /** Least height of a row, in cm. */
  rowHeight?: number;
}

/** A line under a signature, of 16 official points or the size given. */
export type SignatureLine = Inline | { text: Inline; size: number };

/** Signature blocks side by side; each line is centred on the block's own middle. Never split over pages. */
export interface SignaturesBlock {
  kind: 'signatures';
  blocks: readonly {
    lines: readonly SignatureLine[];
    /** Bold words above the room for the signature, as ผู้อนุมัติรับรอง. */
    title?: string;
    /** Middle of the block, in cm from the left margin (default 8: 11 cm from the edge of the page). */
    middle?: number;
    /** In cm (default 8). */
    width?: number;
  }[];
  /** Free height above for the signature itself, in cm (default 1.5). */
  room?: number;
  above?: number;
  keepWithNext?: boolean;
}

/** Boxes of 0.4 cm with their words, in a row; a tick is drawn, not written. */
export interface ChecksBlock {
  kind: 'checks';
  items: readonly { label: string; checked: boolean }[];
  /** Where the first box stands, in cm from the left margin (default 0). */
  indent?: number;
  above?: number;
  keepWithNext?: boolean;
}

/** An emblem centred at the top, 3 cm high unless said; the network's own upload, or empty space. */
export interface EmblemBlock {
  kind: 'emblem';
  picture?: Picture;
  height?: number;
}

/** A PNG or JPEG and the words that stand for it. */
export interface Picture {
  data: Uint8Array;
  alt: string;
}

export type PaperBlock =
  | HeadingBlock
  | MemoTitleBlock
  | ParagraphBlock
  | ListBlock
  | FieldsBlock
  | TableBlock
  | SignaturesBlock
  | ChecksBlock
  | EmblemBlock
  | { kind: 'space'; /** In cm. */ height: number }
  | { kind: 'pageBreak'; /** The next page is the first of another paper in the same file: its numbers begin again. */ newPaper?: boolean };

export interface PaperOptions {
  /** Shown by readers and search engines; not empty. */
  title: string;
  author?: string;
  subject?: string;
  /** Written as the date of creation; the same input and instant give the same bytes. */
  createdAt: Date;
  sideways?: boolean;
  /** In cm (default left 3, right 2, top 2.5, bottom 2; RULES 7). A page that begins with a memo's title has 1.5 at the top. */
  margins?: { left?: number; right?: number; top?: number; bottom?: number };
  /** `top`: `- ๒ -` centred from page 2 on (default); `none`. */
  pageNumbers?: 'top' | 'none';
  /** A line under a rule at the foot of each page; `{page}` and `{pages}` stand for numbers from 1, in Thai digits. */
  foot?: { left?: string; right?: string };
  /** The first words of the next page at the foot of each page, right: `/๒.๕ การจัดเก็บ...`. */
  catchwords?: boolean;
  /** Words in large light grey across each page, as `ร่าง` on a draft. */
  watermark?: string;
  /** Words that no line may break: names of people, places and units. */
  wholeWords?: readonly string[];
}

/** Official sizes are those of TH Sarabun; Sarabun is drawn wider and higher, so they are multiplied by this. */
export const TYPE_FACTOR = 0.81;

/** Type size in points for an official size, to the half point: 16 → 13, 20 → 16, 29 → 23.5. */
export function typeSize(official: number): number {
  return Math.round(official * TYPE_FACTOR * 2) / 2;
}

/** Height of a line for a type size: marks above and below never meet with 1.5 of it in Sarabun; below 1.36 common words do. */
export const LINE_HEIGHT = 1.5;

/** Points in a number of centimetres. */
export function cm(length: number): number {
  return (length * 72) / 2.54;
}
