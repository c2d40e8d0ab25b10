import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { ClusterPart } from './cluster-subset';

/** What pdfkit reads of a glyph: its id, its width in font units, the letters it stands for. */
export interface FaceGlyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/** How a short text looks in a typeface: plain glyphs, one for each letter of a Latin run, or parts to be put together. */
export interface Shape {
  plain: FaceGlyph[] | null;
  parts: ClusterPart[];
  /** Pen movement of each plain glyph, kerning included, in font units. */
  advances: number[];
  advanceWidth: number;
}

const files = {
  regular: '@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf',
  bold: '@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf',
} as const;

export type Weight = keyof typeof files;

/** Thai has a few thousand clusters in use; more than this is no language and is not worth remembering. */
const MOST_SHAPES = 20_000;

/** One font file and the shapes found in it so far; shared by all documents of the process. */
export class Typeface {
  private readonly shapes = new Map<string, Shape>();

  constructor(readonly font: Font) {}

  /** The shape of a text that is shaped by itself; see {@link Shape}. */
  shape(text: string): Shape {
    const known = this.shapes.get(text);
    if (known) return known;
    const shape = this.find(text);
    if (this.shapes.size < MOST_SHAPES && text.length < 40) this.shapes.set(text, shape);
    return shape;
  }

  private find(text: string): Shape {
    const { glyphs, positions } = this.font.layout(text, { liga: false });
    const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
    const advances = positions.map((position) => position.xAdvance);
    const advanceWidth = advances.reduce((sum, advance) => sum + advance, 0);
    const isPlain =
      (codePoints.length === 1 || /^[!-~]+$/.test(text)) &&
      glyphs.length === codePoints.length &&
      glyphs.every((glyph, index) => glyph.id !== 0 && glyph.id === this.font.glyphForCodePoint(codePoints[index] ?? 0).id) &&
      positions.every((position) => position.xOffset === 0 && position.yOffset === 0);
    if (isPlain) {
      const plain = glyphs.map((glyph, index) => ({ id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: codePoints.slice(index, index + 1) }));
      return { plain, parts: [], advances, advanceWidth };
    }
    let pen = 0;
    const parts = positions.map((position, index) => {
      const part = { glyphId: glyphs[index]?.id ?? 0, x: Math.round(pen + position.xOffset), y: Math.round(position.yOffset) };
      pen += position.xAdvance;
      return part;
    });
    return { plain: null, parts, advances, advanceWidth };
  }
}

const opened = new Map<Weight, Typeface>();

/** Sarabun of a weight (SIL Open Font License 1.1); its file is read once in the life of the process. */
export function typeface(weight: Weight): Typeface {
  let face = opened.get(weight);
  if (!face) {
    face = new Typeface(create(readFileSync(require.resolve(files[weight]))));
    opened.set(weight, face);
  }
  return face;
}
