import { Damaged } from '../file-bytes';
import { unpack, type PdfFilter } from './pdf-filters';
import { PdfBudget, PdfParser } from './pdf-parser';
import { PdfDict, PdfName, PdfRef, type PdfValue } from './pdf-values';

/** A dictionary followed by bytes. */
export interface PdfStream {
  dict: PdfDict;
  /** Where its bytes begin in the file. */
  start: number;
}

const mostObjects = 400_000;
/** Keys by which a dictionary says what matters to a judge. */
const telling = ['OpenAction', 'AA', 'XFA', 'EF', 'Encrypt', 'Pages'];

/** Where an object's value begins. A document may have a hundred thousand: they are read again when they are asked for. */
interface Place {
  bytes: Buffer;
  position: number;
}

function isEmbeddedFile(dict: PdfDict): boolean {
  return dict.all('Type').some((type) => type instanceof PdfName && type.name === 'EmbeddedFile');
}

/**
 * Every object of a PDF, found without its tables. Programs mend a broken cross-reference table by looking for objects
 * themselves, an update at the end leaves the older objects in place, and a table may point anywhere: so whatever looks
 * like an object anywhere in the file is read as one, also those packed into object streams. That finds more than any
 * program shows, and never less.
 *
 * A reader of our own, because the libraries at hand either draw only (PDFium) or follow the tables and stop at the
 * first error (pdf-lib, unmaintained since 2021; pdf.js, made to forgive and to run what it finds).
 */
export class PdfDocument {
  /** The dictionaries that matter here (`telling`), wherever they stand; the others are read and let go. */
  readonly dicts: PdfDict[] = [];
  /** Every name that occurs, as key or value. */
  readonly names = new Set<string>();
  private readonly packed: PdfStream[] = [];
  private readonly places = new Map<number, Place[]>();
  private readonly resolved = new Map<number, PdfValue[]>();
  private readonly streamOf = new Map<PdfDict, PdfStream>();
  private count = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly budget: PdfBudget,
  ) {}

  /** Reads all there is, except that an encrypted file's packed objects stay packed. Throws `Damaged` or `TooMuch`. */
  static async read(bytes: Buffer, budget = new PdfBudget()): Promise<PdfDocument> {
    const document = new PdfDocument(bytes, budget);
    await document.readAfter('obj');
    await document.readAfter('trailer');
    if (!document.isEncrypted) for (const stream of document.packed) await document.readPacked(stream);
    return document;
  }

  get isEncrypted(): boolean {
    return this.dicts.some((dict) => dict.has('Encrypt'));
  }

  /** What a value stands for: itself, or every object of the number that it names. */
  resolve(value: PdfValue | undefined): PdfValue[] {
    if (!(value instanceof PdfRef)) return value === undefined ? [] : [value];
    return this.at(value.number).flatMap((found) => (found instanceof PdfRef ? this.at(found.number) : [found]));
  }

  private at(number: number): PdfValue[] {
    const known = this.resolved.get(number);
    if (known) return known;
    const values = (this.places.get(number) ?? []).map(({ bytes, position }) => this.readAt(bytes, position).value);
    this.resolved.set(number, values);
    return values;
  }

  /** The value there, and the parser behind it; a stream's place is remembered. */
  private readAt(bytes: Buffer, position: number): { value: PdfValue; parser: PdfParser; start: number | null } {
    const parser = this.parserAt(bytes, position);
    const value = parser.value();
    const start = value instanceof PdfDict && bytes === this.bytes ? parser.streamStart() : null;
    if (value instanceof PdfDict && start !== null) this.streamOf.set(value, { dict: value, start });
    return { value, parser, start };
  }

  /** The values of these keys, resolved. */
  get(dict: PdfDict, ...keys: string[]): PdfValue[] {
    return dict.all(...keys).flatMap((value) => this.resolve(value));
  }

  /** The stream that a dictionary heads. */
  streamWith(dict: PdfValue): PdfStream | undefined {
    return dict instanceof PdfDict ? this.streamOf.get(dict) : undefined;
  }

  /** The stream's bytes, unpacked. Throws `Damaged` when they cannot be, `TooMuch` for a bomb. */
  unpack(stream: PdfStream): Buffer {
    return unpack(this.bytes.subarray(stream.start, this.endOf(stream)), this.filtersOf(stream.dict), this.budget);
  }

  private async readAfter(word: 'obj' | 'trailer'): Promise<void> {
    const { bytes } = this;
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) {
      if (word === 'obj' && bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
      const { value, start } = this.readAt(bytes, at + word.length);
      if (word === 'obj') this.define(numberBefore(bytes, at), bytes, at + word.length);
      this.keep(value);
      if (value instanceof PdfDict && start !== null) {
        if (value.has('First')) this.packed.push({ dict: value, start });
        if (!isEmbeddedFile(value)) this.streamOf.delete(value);
      }
      await this.budget.pause();
    }
  }

  private parserAt(bytes: Buffer, position: number): PdfParser {
    return new PdfParser(bytes, position, this.budget, (name) => this.names.add(name));
  }

  private define(number: number | null, bytes: Buffer, position: number): void {
    this.count += 1;
    if (this.count > mostObjects) throw new Damaged('too many objects');
    if (number === null) return;
    const known = this.places.get(number);
    if (known) known.push({ bytes, position });
    else this.places.set(number, [{ bytes, position }]);
  }

  private keep(value: PdfValue): void {
    const inside = value instanceof PdfDict ? value.values() : Array.isArray(value) ? value : [];
    if (value instanceof PdfDict && (telling.some((key) => value.has(key)) || isEmbeddedFile(value))) this.dicts.push(value);
    for (const one of inside) this.keep(one);
  }

  /** Objects packed into a stream: programs go by `First`, whatever the stream calls itself. */
  private async readPacked(stream: PdfStream): Promise<void> {
    const bytes = this.unpack(stream);
    for (const first of this.get(stream.dict, 'First')) {
      if (typeof first !== 'number' || first < 0 || first > bytes.length) throw new Damaged('packed objects without a beginning');
      await this.readObjects(bytes, first);
    }
  }

  /** Some programs take the places that the head of the stream lists, some read on from the first: both are followed. */
  private async readObjects(bytes: Buffer, first: number): Promise<void> {
    const head = bytes.toString('latin1', 0, first).match(/\d+/g) ?? [];
    const numberAt = new Map<number, number>();
    for (let index = 0; index + 1 < head.length; index += 2) numberAt.set(first + Number(head[index + 1]), Number(head[index]));
    const seen = new Set<number>();
    for (const start of [first, ...numberAt.keys()]) {
      for (let parser = this.parserAt(bytes, start); !parser.isAtEnd && !seen.has(parser.position); ) {
        seen.add(parser.position);
        const number = numberAt.get(parser.position) ?? null;
        this.define(number, bytes, parser.position);
        this.keep(parser.value());
        await this.budget.pause();
      }
    }
  }

  /** Where the bytes end: after the length given, if the word for the end stands there, else at the first such word. */
  private endOf({ dict, start }: PdfStream): number {
    for (const length of this.get(dict, 'Length')) {
      if (typeof length !== 'number' || length < 0) continue;
      if (/^\s*endstream/.test(this.bytes.toString('latin1', start + length, start + length + 20))) return start + length;
    }
    const end = this.bytes.indexOf('endstream', start);
    this.budget.spend((end < 0 ? this.bytes.length : end) - start);
    return end < 0 ? this.bytes.length : end;
  }

  private filtersOf(dict: PdfDict): PdfFilter[] {
    const named = dict.all('Filter', 'F').flatMap((value) => this.resolve(value)).flat().flatMap((value) => this.resolve(value));
    const parameters = this.get(dict, 'DecodeParms', 'DP').flat().flatMap((value) => this.resolve(value));
    const names = named.filter((value): value is PdfName => value instanceof PdfName);
    if (names.length === 0 && dict.all('Filter').some((value) => value !== null)) {
      // An empty list of filters is none; a list that cannot be found is not.
      if (!this.get(dict, 'Filter').some((value) => Array.isArray(value) && value.length === 0)) throw new Damaged('filters that cannot be found');
    }
    return names.map(({ name }, index) => ({ name, parameters: numbersOf(this, parameters[index]) }));
  }
}

function numbersOf(document: PdfDocument, parameters: PdfValue | undefined): PdfFilter['parameters'] {
  if (!(parameters instanceof PdfDict)) return {};
  const number = (key: string) => document.get(parameters, key).find((value) => typeof value === 'number');
  return { Predictor: number('Predictor'), Colors: number('Colors'), BitsPerComponent: number('BitsPerComponent'), Columns: number('Columns'), EarlyChange: number('EarlyChange') };
}

function numberBefore(bytes: Buffer, at: number): number | null {
  const written = /(\d{1,10})[\0\s]+\d{1,5}[\0\s]*$/.exec(bytes.toString('latin1', Math.max(0, at - 40), at))?.[1];
  return written === undefined ? null : Number(written);
}
