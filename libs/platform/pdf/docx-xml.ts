import type { Inline } from './paper';
import { cleanText } from './text-setter';

/** The family that offices have; a word processor without it takes its own. Sizes are official ones here. */
const FONT = 'TH Sarabun New';

export interface RunLook {
  /** Official size in points. */
  size: number;
  bold?: boolean;
  color?: string;
}

/** Twentieths of a point, in which a word processor measures, in a number of centimetres. */
export function twips(centimetres: number): number {
  return Math.round((centimetres * 1440) / 2.54);
}

export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/** Runs of a text, as complex script: Thai takes its size and weight from there. Tabs go through. */
export function runs(inline: Inline, look: RunLook): string {
  const pieces = typeof inline === 'string' ? [inline] : inline;
  return pieces.map((piece) => (typeof piece === 'string' ? run(piece, look) : run(piece.bold, { ...look, bold: true }))).join('');
}

export function run(text: string, { size, bold, color }: RunLook): string {
  const half = Math.round(size * 2);
  const weight = bold ? '<w:b/><w:bCs/>' : '';
  const shade = color ? `<w:color w:val="${color}"/>` : '';
  const look = `<w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/>${weight}${shade}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/><w:lang w:bidi="th-TH"/></w:rPr>`;
  const body = text.split('\t').map((part) => `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`).join('<w:tab/>');
  return `<w:r>${look}${body}</w:r>`;
}

export interface ParagraphLook {
  align?: 'left' | 'center' | 'right' | 'spread';
  /** Centimetres from the left margin: where the first line and the others begin, and where a tab stops. */
  first?: number;
  rest?: number;
  right?: number;
  tabs?: ReadonlyArray<{ at: number; dotted?: boolean; kind?: 'left' | 'right' | 'center' }>;
  /** Points. */
  above?: number;
  keepWithNext?: boolean;
  /** A line under the paragraph. */
  ruled?: boolean;
}

const aligned = { left: 'left', center: 'center', right: 'right', spread: 'thaiDistribute' } as const;

export function paragraph(content: string, look: ParagraphLook = {}): string {
  const { align = 'left', first = 0, rest = 0, right = 0, tabs = [], above = 0, keepWithNext, ruled } = look;
  const indent = first - rest;
  const hanging = indent < 0 ? ` w:hanging="${twips(-indent)}"` : indent > 0 ? ` w:firstLine="${twips(indent)}"` : '';
  const stops = tabs.map(({ at, dotted, kind = 'left' }) => `<w:tab w:val="${kind}"${dotted ? ' w:leader="dot"' : ''} w:pos="${twips(at)}"/>`).join('');
  return [
    '<w:p><w:pPr>', keepWithNext ? '<w:keepNext/>' : '',
    ruled ? '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>' : '',
    stops ? `<w:tabs>${stops}</w:tabs>` : '',
    `<w:spacing w:before="${Math.round(above * 20)}" w:after="0" w:line="240" w:lineRule="auto"/>`,
    `<w:ind w:left="${twips(rest)}" w:right="${twips(right)}"${hanging}/><w:jc w:val="${aligned[align]}"/></w:pPr>`, content, '</w:p>',
  ].join('');
}

export const emptyParagraph = paragraph('');
