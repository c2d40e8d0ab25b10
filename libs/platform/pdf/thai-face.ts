import type { Font, Position } from 'fontkit';
import { type Cluster, ClusterSubset, FIRST_CLUSTER_ID } from './cluster-subset';
import type { FaceGlyph, Shape, Typeface } from './typeface';

/** Text that is shaped by itself: a Thai cluster, a run of Latin letters and signs, or one other character. */
interface Piece {
  text: string;
  glyphs: FaceGlyph[];
  /** Where the pen moves after each glyph, kerning included, in font units. */
  advances: number[];
}

const PIECES = /[^\s!-~]?[ัิ-ฺ็-๎]{0,4}ำ|[ฤฦ]ๅ|[!-~]+|[^][ัิ-ฺ็-๎]{0,4}/gu;

/**
 * One weight of Sarabun in one document, in the form that pdfkit takes for a font.
 *
 * Thai marks never act across a cluster (consonant, vowels, tone, ำ), so each cluster is shaped alone and becomes
 * one glyph with its own letters. That also repairs sara am, which the font splits into two shared glyphs.
 */
export class ThaiFace {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly bbox: Font['bbox'];
  readonly head: unknown;
  readonly post: unknown;
  readonly 'OS/2': unknown;
  private readonly pieces = new Map<string, Piece>();
  private readonly clusters = new Map<number, Cluster>();

  constructor(private readonly typeface: Typeface) {
    const { font } = typeface;
    this.postscriptName = font.postscriptName;
    this.unitsPerEm = font.unitsPerEm;
    this.ascent = font.ascent;
    this.descent = font.descent;
    this.lineGap = font.lineGap;
    this.xHeight = font.xHeight;
    this.capHeight = font.capHeight;
    this.italicAngle = font.italicAngle;
    this.bbox = font.bbox;
    this.head = font.head;
    this.post = font.post;
    this['OS/2'] = font['OS/2'];
  }

  getGlyph(id: number): { advanceWidth: number } {
    return this.typeface.font.getGlyph(id);
  }

  createSubset(): ClusterSubset {
    return new ClusterSubset(this.typeface.font, this.clusters);
  }

  /** Glyphs and pen movements of a text of one line, as pdfkit writes them. */
  layout(text: string): { glyphs: FaceGlyph[]; positions: Position[]; advanceWidth: number } {
    const glyphs: FaceGlyph[] = [];
    const positions: Position[] = [];
    let advanceWidth = 0;
    for (const piece of this.split(text)) {
      piece.glyphs.forEach((glyph, index) => {
        const xAdvance = piece.advances[index] ?? glyph.advanceWidth;
        glyphs.push(glyph);
        positions.push({ xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 });
        advanceWidth += xAdvance;
      });
    }
    return { glyphs, positions, advanceWidth };
  }

  /**
   * Where each character of the text ends when set in this face, in thousandths of the type size:
   * `result[i]` is the width of `text.slice(0, i)`. Characters inside a cluster end where the cluster ends.
   */
  advances(text: string): Float64Array {
    const ends = new Float64Array(text.length + 1);
    const scale = 1000 / this.unitsPerEm;
    let at = 0;
    let pen = 0;
    for (const piece of this.split(text)) {
      if (piece.glyphs.length === piece.text.length) {
        piece.advances.forEach((advance) => {
          pen += advance * scale;
          at += 1;
          ends[at] = pen;
        });
      } else {
        pen += piece.advances.reduce((sum, advance) => sum + advance, 0) * scale;
        ends.fill(pen, at + 1, at + piece.text.length + 1);
        at += piece.text.length;
      }
    }
    return ends;
  }

  /** How many glyphs a text becomes; the gaps between them can be spread to fill a line. */
  countGlyphs(text: string): number {
    let count = 0;
    for (const piece of this.split(text)) count += piece.glyphs.length;
    return count;
  }

  private *split(text: string): Generator<Piece> {
    for (const [part] of text.matchAll(PIECES)) {
      let piece = this.pieces.get(part);
      if (!piece) {
        piece = this.toPiece(part, this.typeface.shape(part));
        this.pieces.set(part, piece);
      }
      yield piece;
    }
  }

  private toPiece(text: string, shape: Shape): Piece {
    if (shape.plain) return { text, glyphs: shape.plain, advances: shape.advances };
    const id = FIRST_CLUSTER_ID + this.clusters.size;
    this.clusters.set(id, { id, parts: shape.parts, advanceWidth: shape.advanceWidth });
    const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
    return { text, glyphs: [{ id, advanceWidth: shape.advanceWidth, codePoints }], advances: [shape.advanceWidth] };
  }
}

