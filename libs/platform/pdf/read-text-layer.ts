import { inflateSync } from 'node:zlib';

/** What stands on a page on one base line of one weight, in the order in which it was written. */
export interface TextLine {
  text: string;
  /** Points from the left and from the bottom of the page. */
  x: number;
  y: number;
  /** Width of the glyphs in points. */
  width: number;
  size: number;
  /** Name of the embedded font, without its subset tag. */
  font: string;
  /** Page numbers, catchwords and repeated heads: not text of the document. */
  isArtifact: boolean;
}

export interface TextPage {
  lines: TextLine[];
}

interface PdfObject {
  head: string;
  body: Buffer | null;
}

interface ReadFont {
  name: string;
  letters: ReadonlyMap<number, string>;
  widths: readonly number[];
}

/**
 * Reads back the text that a file of this room holds, through its own Unicode maps, as a reader that copies or
 * searches would find it. It knows the files of `renderThaiPdf` only, not PDF at large.
 *
 * @throws Error when the file is not of that make
 */
export function readTextLayer(file: Uint8Array): TextPage[] {
  const objects = readObjects(Buffer.from(file));
  const fonts = new Map<number, ReadFont>();
  const pages = [...objects.values()].find((object) => /\/Type \/Pages\b/.test(object.head));
  if (!pages) throw new Error('The file has no pages of a known make.');
  return references(pages.head, 'Kids').map((id) => {
    const page = get(objects, id);
    const content = get(objects, reference(page.head, 'Contents')).body;
    const resources = get(objects, reference(page.head, 'Resources')).head;
    const named = new Map(
      Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name, fontId]) => [name ?? '', readFont(objects, Number(fontId), fonts)] as const),
    );
    return { lines: content ? readContent(content.toString('latin1'), named) : [] };
  });
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = file.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const stream = text.indexOf('\nstream\n', from);
    const end = text.indexOf('\nendobj', from);
    const hasStream = stream >= 0 && stream < end;
    const head = text.slice(from, hasStream ? stream : end);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = hasStream ? file.subarray(stream + 8, stream + 8 + length) : null;
    objects.set(Number(match[1]), { head, body: raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

function get(objects: ReadonlyMap<number, PdfObject>, id: number): PdfObject {
  const object = objects.get(id);
  if (!object) throw new Error(`Object ${id} is missing.`);
  return object;
}

function reference(head: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? Number.NaN);
}

function references(head: string, key: string): number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(head)?.[1] ?? '';
  return Array.from(list.matchAll(/(\d+) 0 R/g), ([, id]) => Number(id));
}

function readFont(objects: ReadonlyMap<number, PdfObject>, id: number, known: Map<number, ReadFont>): ReadFont {
  const found = known.get(id);
  if (found) return found;
  const { head } = get(objects, id);
  const [descendant = Number.NaN] = references(head, 'DescendantFonts');
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(get(objects, descendant).head)?.[1] ?? '';
  const map = get(objects, reference(head, 'ToUnicode')).body?.toString('latin1') ?? '';
  const font = {
    name: /\/BaseFont \/(?:[^+\s]*\+)?(\S+)/.exec(head)?.[1] ?? '',
    letters: readUnicodeMap(map),
    widths: widths.trim().split(/\s+/).map(Number),
  };
  known.set(id, font);
  return font;
}

function readUnicodeMap(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, first, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    Array.from((list ?? '').matchAll(/<([^>]*)>/g)).forEach(([, units], index) => {
      const codes = (units ?? '').trim().split(/\s+/).filter(Boolean).map((unit) => Number.parseInt(unit, 16));
      letters.set(Number.parseInt(first ?? '', 16) + index, String.fromCharCode(...codes));
    });
  }
  return letters;
}

function readContent(content: string, fonts: ReadonlyMap<string, ReadFont>): TextLine[] {
  const lines: TextLine[] = [];
  let isArtifact = false;
  for (const [part] of content.matchAll(/\/Artifact <<[^>]*>> BDC|EMC|BT\n[^]*?\nET/g)) {
    if (part.startsWith('/Artifact')) isArtifact = true;
    else if (part === 'EMC') isArtifact = false;
    else lines.push(readLine(part, fonts, isArtifact));
  }
  return lines;
}

function readLine(part: string, fonts: ReadonlyMap<string, ReadFont>, isArtifact: boolean): TextLine {
  const [, x, y] = /1 0 0 1 (\S+) (\S+) Tm/.exec(part) ?? [];
  const [, name, size] = /\/(F\d+) (\S+) Tf/.exec(part) ?? [];
  const font = fonts.get(name ?? '');
  if (!font) throw new Error('A line has no known font.');
  const codes = Array.from(part.matchAll(/<([0-9a-f]+)>/g)).flatMap(([, hex]) => (hex ?? '').match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
  const spread = Number(/(\S+) Tc/.exec(part)?.[1] ?? 0);
  const units = codes.reduce((sum, code) => sum + (font.widths[code] ?? 0), 0);
  return {
    text: codes.map((code) => font.letters.get(code) ?? '').join(''),
    x: Number(x),
    y: Number(y),
    width: (units * Number(size)) / 1000 + spread * codes.length,
    size: Number(size),
    font: font.name,
    isArtifact,
  };
}
