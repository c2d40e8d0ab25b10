import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The lines of a document's text, read one after another, so that a layout can neither skip nor repeat one.
 *
 * The texts were written down with marks of a mark-up language (bold, headings, list dashes, addresses in angle
 * brackets). Those are taken away; the words, the errors in them included, stay as the document has them.
 */
export class SeedLines {
  private at = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** Reads the text kept beside this file under that name. */
  static read(fileName: string): SeedLines {
    const text = readFileSync(join(__dirname, fileName), 'utf8');
    return new SeedLines(text.split('\n').map(withoutMarks).filter((line) => line !== ''));
  }

  /** @throws RangeError at the end of the text */
  next(): string {
    const line = this.lines[this.at];
    if (line === undefined) throw new RangeError('The text has no more lines.');
    this.at += 1;
    return line;
  }

  take(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }

  /** The lines before the first that begins with these words; all that is left when none does. */
  until(words: string): string[] {
    const taken: string[] = [];
    while (this.at < this.lines.length && !this.lines[this.at]?.startsWith(words)) taken.push(this.next());
    return taken;
  }

  /** @throws Error when lines are left that no layout has used */
  checkDone(): void {
    if (this.at < this.lines.length) throw new Error(`No place for: ${this.lines[this.at]}`);
  }
}

/** One line without its mark-up; a dash before a numbered item is mark-up, too. */
function withoutMarks(line: string): string {
  return line
    .trim()
    .replaceAll('**', '')
    .replace(/^#+ /, '')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(/^- (?=[๐-๙]+\.[๐-๙])/, '')
    .replace(/^- (?=โดยมีการติดตาม)/, '')
    .trim();
}
