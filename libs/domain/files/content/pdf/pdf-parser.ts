import { Damaged, TooMuch } from '../file-bytes';
import { PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './pdf-values';

/** Bytes that may be read as syntax or expanded, for one document and all that is in it. */
export class PdfBudget {
  private left = 96 * 1_048_576;
  private sincePause = 0;

  /** Throws `TooMuch` when a document asks for more work than an honest one of its size. */
  spend(bytes: number): void {
    this.left -= bytes;
    this.sincePause += bytes;
    if (this.left < 0) throw new TooMuch('more to read than the document is worth');
  }

  /** Lets others have their turn when much was done since the last time. */
  async pause(): Promise<void> {
    if (this.sincePause < 262_144) return;
    this.sincePause = 0;
    await new Promise(setImmediate);
  }
}

const mostDepth = 200;
const mostStringBytes = 1_000;
const [blank, delimiter] = [1, 2];
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = blank;
for (const letter of '()<>[]{}/%') kinds[letter.charCodeAt(0)] = delimiter;

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A bare word, a closing bracket, or the end. */
class Word {
  constructor(readonly word: string) {}
}
const end = new Word('');
type Token = PdfValue | Word;

/**
 * Reads values as the forgiving programs do (ISO 32000-1, 7.3): names with `#` codes, comments anywhere, brackets that
 * do not match, keys without values. Never fails over syntax, since those programs do not; `onName` hears every name on
 * the way, so that a broken structure hides none.
 */
export class PdfParser {
  constructor(
    private readonly bytes: Buffer,
    public position: number,
    private readonly budget: PdfBudget,
    private readonly onName: (name: string) => void,
  ) {}

  get isAtEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  /** The next value; a bare word that is none (`true`, `endobj`, a stray bracket) is null. */
  value(): PdfValue {
    const from = this.position;
    const token = this.token(0);
    this.budget.spend(this.position - from);
    return token instanceof Word ? null : token;
  }

  /** Where the bytes of a stream begin, if the word `stream` comes next. */
  streamStart(): number | null {
    const word = this.token(0);
    if (!(word instanceof Word) || !word.word.startsWith('stream')) return null;
    const after = this.position - (word.word.length - 'stream'.length);
    if (this.bytes[after] === 13 && this.bytes[after + 1] === 10) return after + 2;
    return this.bytes[after] === 10 || this.bytes[after] === 13 ? after + 1 : after;
  }

  private token(depth: number): Token {
    if (depth > mostDepth) throw new Damaged('values nested too deeply');
    this.skipBlank();
    const code = this.bytes[this.position];
    if (code === undefined) return end;
    switch (String.fromCharCode(code)) {
      case '/': return this.name();
      case '(': return this.literal();
      case '[': return this.array(depth);
      case '<': return this.bytes[this.position + 1] === 60 ? this.dict(depth) : this.hexadecimal();
      case '>': return this.closing(this.bytes[this.position + 1] === 62 ? '>>' : '>');
      case ']': case ')': case '{': case '}': return this.closing(String.fromCharCode(code));
      default: return this.word();
    }
  }

  private skipBlank(): void {
    const { bytes } = this;
    for (; this.position < bytes.length; this.position += 1) {
      const code = bytes[this.position] as number;
      if (code === 37) while (this.position < bytes.length && bytes[this.position] !== 10 && bytes[this.position] !== 13) this.position += 1;
      else if (kinds[code] !== blank) return;
    }
  }

  private closing(word: string): Word {
    this.position += word.length;
    return new Word(word);
  }

  private run(): string {
    const from = this.position;
    while (this.position < this.bytes.length && kinds[this.bytes[this.position] as number] === 0) this.position += 1;
    return this.bytes.toString('latin1', from, this.position);
  }

  private name(): PdfName {
    this.position += 1;
    const written = this.run();
    const name = written.includes('#') ? written.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : written;
    this.onName(name);
    return new PdfName(name);
  }

  /** A number, a reference or a word. */
  private word(): Token {
    const word = this.run();
    if (!/^[+-]?\d*\.?\d*$/.test(word) || !/\d/.test(word)) return word === 'null' ? null : new Word(word);
    const number = Number(word);
    if (!/^\d{1,10}$/.test(word)) return number;
    const after = this.position;
    this.skipBlank();
    const isGeneration = /^\d{1,5}$/.test(this.run());
    this.skipBlank();
    if (isGeneration && this.bytes[this.position] === 82 && this.run() === 'R') return new PdfRef(number);
    this.position = after;
    return number;
  }

  private literal(): PdfString {
    let text = '';
    let open = 1;
    const { bytes } = this;
    for (this.position += 1; this.position < bytes.length; this.position += 1) {
      const code = bytes[this.position] as number;
      if (code === 92) {
        const escaped = this.escaped();
        if (text.length < mostStringBytes) text += escaped;
        continue;
      }
      if (code === 40) open += 1;
      if (code === 41 && --open === 0) break;
      if (text.length < mostStringBytes) text += String.fromCharCode(code);
    }
    this.position += 1;
    return new PdfString(text);
  }

  /** What a backslash and its letters stand for; ends on the last of them. */
  private escaped(): string {
    this.position += 1;
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.position, this.position + 3))?.[0];
    if (octal) {
      this.position += octal.length - 1;
      return String.fromCharCode(parseInt(octal, 8) & 0xff);
    }
    const letter = this.bytes.toString('latin1', this.position, this.position + 1);
    return letter === '\n' || letter === '\r' ? '' : (escapes[letter] ?? letter);
  }

  private hexadecimal(): PdfString {
    const close = this.bytes.indexOf(62, this.position);
    const until = close < 0 ? this.bytes.length : close;
    const digits = this.bytes.toString('latin1', this.position + 1, Math.min(until, this.position + 1 + 2 * mostStringBytes)).replace(/[^0-9a-f]/gi, '');
    this.position = until + 1;
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'));
  }

  private array(depth: number): PdfValue[] {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      const token = this.token(depth + 1);
      if (token === end || (token instanceof Word && token.word === ']')) return items;
      if (!(token instanceof Word)) items.push(token);
    }
  }

  private dict(depth: number): PdfDict {
    this.position += 2;
    const dict = new PdfDict();
    for (;;) {
      const key = this.token(depth + 1);
      if (key === end || (key instanceof Word && key.word === '>>')) return dict;
      if (!(key instanceof PdfName)) continue;
      const value = this.token(depth + 1);
      dict.add(key.name, value instanceof Word ? null : value);
      if (value === end || (value instanceof Word && value.word === '>>')) return dict;
    }
  }
}
