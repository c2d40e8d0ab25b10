/** The part of fontkit (pdfkit's font engine) that this room uses; the package carries no types. */
declare module 'fontkit' {
  export interface Box {
    minX: number;
    minY: number;
    maxX: number;
    maxY: number;
  }
  export interface Glyph {
    id: number;
    advanceWidth: number;
    cbox: Box;
  }
  export interface Position {
    xAdvance: number;
    yAdvance: number;
    xOffset: number;
    yOffset: number;
  }
  export interface Run {
    glyphs: Glyph[];
    positions: Position[];
  }
  /** A TrueType subset while it is being written; `_addGlyph` appends one glyph to the tables below. */
  export interface TrueTypeSubset {
    font: Font;
    includeGlyph(id: number): number;
    encode(): Uint8Array;
    _addGlyph(id: number): number;
    glyf: Uint8Array[];
    loca: { offsets: number[] };
    hmtx: { metrics: { advance: number; bearing: number }[] };
    offset: number;
  }
  export interface Font {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    lineGap: number;
    xHeight: number;
    capHeight: number;
    italicAngle: number;
    bbox: Box;
    head: unknown;
    post: unknown;
    'OS/2': unknown;
    maxp: Record<string, number>;
    loca: { offsets: number[] };
    characterSet: number[];
    getGlyph(id: number): Glyph;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(text: string, features?: Record<string, boolean>): Run;
    createSubset(): TrueTypeSubset;
  }
  export function create(data: Uint8Array): Font;
}
