import type { Font, TrueTypeSubset } from 'fontkit';

/** Ids from here up are clusters; real glyph ids of a TrueType font are below. */
export const FIRST_CLUSTER_ID = 0x10000;

/** One glyph of a cluster and where it stands, in font units from the cluster's own origin. */
export interface ClusterPart {
  glyphId: number;
  x: number;
  y: number;
}

/** A consonant with its vowels and tone marks, written into the font as one glyph. */
export interface Cluster {
  id: number;
  parts: readonly ClusterPart[];
  advanceWidth: number;
}

const ARGS_ARE_WORDS = 0x0001;
const ARGS_ARE_XY = 0x0002;
const ROUND_TO_GRID = 0x0004;
const MORE_COMPONENTS = 0x0020;
/** No cluster of a face has more parts; the tables of the font must state an upper bound. */
export const LARGEST_CLUSTER = 8;

/**
 * A font subset in which every Thai cluster is one composite glyph.
 *
 * Readers guess letters and spaces from where glyphs stand. Loose marks make them guess wrong (a gap inside
 * "เปี๊ยะ", "สำานัก" for "สำนัก"); one glyph per cluster with its own Unicode text leaves nothing to guess.
 */
export class ClusterSubset {
  /** pdfkit asks for it: a TrueType subset has no CFF table. */
  readonly cff = undefined;
  private readonly inner: TrueTypeSubset;

  constructor(
    private readonly font: Font,
    private readonly clusters: ReadonlyMap<number, Cluster>,
  ) {
    this.inner = font.createSubset();
  }

  /** Takes a glyph or cluster id of the face and answers its id in this subset. */
  includeGlyph(id: number): number {
    return this.inner.includeGlyph(id);
  }

  /** The bytes of the TrueType file, with every included glyph and cluster. */
  encode(): Uint8Array {
    const { inner } = this;
    inner.font = Object.create(this.font, { maxp: { value: largerLimits(this.font.maxp) } }) as Font;
    const addGlyph = inner._addGlyph.bind(inner);
    inner._addGlyph = (id) => {
      const cluster = this.clusters.get(id);
      return cluster ? this.addCluster(cluster) : addGlyph(id);
    };
    return inner.encode();
  }

  private addCluster(cluster: Cluster): number {
    const { inner } = this;
    const { bytes, minX } = this.compose(cluster);
    inner.glyf.push(bytes);
    inner.loca.offsets.push(inner.offset);
    inner.hmtx.metrics.push({ advance: cluster.advanceWidth, bearing: minX });
    inner.offset += bytes.length;
    return inner.glyf.length - 1;
  }

  /** A composite glyph as the `glyf` table wants it: header with bounding box, then the parts. */
  private compose(cluster: Cluster): { bytes: Uint8Array; minX: number } {
    const parts = cluster.parts.filter((part) => this.hasOutline(part.glyphId));
    if (parts.length === 0) return { bytes: new Uint8Array(), minX: 0 };
    const boxes = parts.map((part) => ({ part, box: this.font.getGlyph(part.glyphId).cbox }));
    const minX = Math.min(...boxes.map(({ part, box }) => part.x + box.minX));
    const bytes = Buffer.alloc(Math.ceil((10 + parts.length * 8) / 4) * 4);
    bytes.writeInt16BE(-1, 0);
    bytes.writeInt16BE(minX, 2);
    bytes.writeInt16BE(Math.min(...boxes.map(({ part, box }) => part.y + box.minY)), 4);
    bytes.writeInt16BE(Math.max(...boxes.map(({ part, box }) => part.x + box.maxX)), 6);
    bytes.writeInt16BE(Math.max(...boxes.map(({ part, box }) => part.y + box.maxY)), 8);
    parts.forEach((part, index) => {
      const at = 10 + index * 8;
      const more = index < parts.length - 1 ? MORE_COMPONENTS : 0;
      bytes.writeUInt16BE(ARGS_ARE_WORDS | ARGS_ARE_XY | ROUND_TO_GRID | more, at);
      bytes.writeUInt16BE(this.inner.includeGlyph(part.glyphId), at + 2);
      bytes.writeInt16BE(part.x, at + 4);
      bytes.writeInt16BE(part.y, at + 6);
    });
    return { bytes, minX };
  }

  private hasOutline(glyphId: number): boolean {
    const { offsets } = this.font.loca;
    return offsets[glyphId] !== offsets[glyphId + 1];
  }
}

function largerLimits(maxp: Record<string, number>): Record<string, number> {
  const times = (key: string): number => Math.max(maxp[key] ?? 0, maxp[key.replace('Component', '')] ?? 0) * LARGEST_CLUSTER;
  return {
    ...maxp,
    maxComponentPoints: times('maxComponentPoints'),
    maxComponentContours: times('maxComponentContours'),
    maxComponentElements: LARGEST_CLUSTER,
    maxComponentDepth: (maxp.maxComponentDepth ?? 1) + 1,
  };
}
