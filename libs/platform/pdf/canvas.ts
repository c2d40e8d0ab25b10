import { StablePdf } from './stable-pdf';
import { ThaiFace } from './thai-face';
import { typeface, type Weight } from './typeface';
import { cm, type Picture } from './paper';

export type StructElement = PDFKit.PDFStructureElement;

/** A piece of a line: text of one weight, and the extra room after each glyph in points. */
export interface Stroke {
  text: string;
  weight: Weight;
  size: number;
  spread?: number;
}

/** Draws on the pages of one document and keeps its structure tree. Lengths are points from the top left corner. */
export class Canvas {
  readonly faces: Readonly<Record<Weight, ThaiFace>> = { regular: new ThaiFace(typeface('regular')), bold: new ThaiFace(typeface('bold')) };
  readonly pdf: StablePdf;
  private readonly root: StructElement;

  constructor(options: PDFKit.PDFDocumentOptions) {
    // pdfkit takes any object that lays text out for a font; given in the constructor, no other font comes in.
    // From here on it knows both faces by their PostScript names.
    this.pdf = new StablePdf({ ...options, font: this.faces.regular as unknown as string, autoFirstPage: false });
    this.pdf.font(this.faces.bold as unknown as string);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  addPage(): void {
    this.pdf.addPage();
  }

  /** A new element of the structure tree, under the document itself or under another element. */
  element(type: string, parent: StructElement | null = null, options: { alt?: string; scope?: string } = {}): StructElement {
    const element = this.pdf.struct(type, options);
    (parent ?? this.root).add(element);
    return element;
  }

  /** What `draw` puts on the page belongs to the element. */
  within(element: StructElement, type: string, draw: () => void): void {
    element.add(this.pdf.markStructureContent(type));
    draw();
    this.pdf.endMarkedContent();
  }

  /** What `draw` puts on the page is decoration: no text of the document. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  /** Writes strokes one after another on a base line; answers where the last one ends. */
  write(strokes: readonly Stroke[], x: number, baseLine: number): number {
    let pen = x;
    for (const stroke of strokes) {
      if (stroke.text === '') continue;
      this.pdf
        .font(this.faces[stroke.weight].postscriptName)
        .fontSize(stroke.size)
        .text(stroke.text, pen, baseLine, { lineBreak: false, baseline: 'alphabetic', characterSpacing: stroke.spread ?? 0 });
      pen += this.width(stroke.text, stroke.weight, stroke.size) + (stroke.spread ?? 0) * this.faces[stroke.weight].countGlyphs(stroke.text);
    }
    return pen;
  }

  /** Width in points of a text on one line. */
  width(text: string, weight: Weight, size: number): number {
    return ((this.faces[weight].advances(text).at(-1) ?? 0) * size) / 1000;
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.5): void {
    this.pdf.lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  dottedRule(x1: number, x2: number, y: number): void {
    if (x2 <= x1) return;
    this.pdf.save().lineCap('round').lineWidth(0.7).dash(0.1, { space: 2.4 }).moveTo(x1, y).lineTo(x2, y).stroke().restore();
  }

  /** A box of 0.4 cm with its tick, if any, its lower left corner on the base line. */
  box(x: number, baseLine: number, checked: boolean): void {
    const side = cm(0.4);
    const top = baseLine - side + 1;
    this.pdf.lineWidth(0.7).rect(x, top, side, side).stroke();
    if (checked) {
      this.pdf
        .save()
        .lineWidth(1.4)
        .moveTo(x + side * 0.18, top + side * 0.52)
        .lineTo(x + side * 0.42, top + side * 0.78)
        .lineTo(x + side * 0.86, top + side * 0.18)
        .stroke()
        .restore();
    }
  }

  picture(picture: Picture, x: number, y: number, height: number): void {
    this.pdf.image(Buffer.from(picture.data), x, y, { height });
  }

  /** Width over height of a picture. */
  shapeOf(picture: Picture): number {
    // pdfkit opens pictures itself, but its types do not say so.
    const { openImage } = this.pdf as unknown as { openImage(data: Buffer): { width: number; height: number } };
    const { width, height } = openImage.call(this.pdf, Buffer.from(picture.data));
    return width / height;
  }

  /** Words in light grey across the middle of the page. */
  watermark(text: string): void {
    const { width, height } = this.pdf.page;
    const size = 60;
    this.pdf.save().fillColor('#d0d0d0').rotate(-45, { origin: [width / 2, height / 2] });
    this.write([{ text, weight: 'bold', size }], (width - this.width(text, 'bold', size)) / 2, height / 2);
    this.pdf.restore();
  }

  /** Ends the document and gives its bytes. */
  async end(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', () => resolve(Buffer.concat(chunks)));
      this.pdf.on('error', reject);
    });
    this.root.end();
    this.pdf.end();
    return done;
  }
}
