import { fileTypeFromBuffer } from 'file-type';
import { FileBytes } from './file-bytes';

/** How much of the beginning tells what a file is. */
export const headBytes = 4100;

/**
 * What the first bytes say. `zip` and `ole` are families that must be opened to know more; `other` carries the usual
 * extension of what was recognised.
 */
export type Recognised =
  | { as: 'pdf' | 'jpg' | 'png' | 'rar' | 'zip' | 'ole' | 'html' | 'svg' | 'script' | 'program' | 'text' | 'unknown' }
  | { as: 'other'; extension: string };

const programs = new Set(['exe', 'elf', 'macho', 'class', 'lnk', 'alias', 'swf', 'wasm', 'deb', 'rpm', 'crx', 'reg', 'nes', 'chm']);

function begins(head: Buffer, ...bytes: number[]): boolean {
  return head.subarray(0, bytes.length).equals(Buffer.from(bytes));
}

/** The beginning as text in the encoding its byte-order mark names, lower case. */
function asText(head: Buffer): string {
  const encoding = begins(head, 0xff, 0xfe) ? 'utf-16le' : begins(head, 0xfe, 0xff) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(head).toLowerCase();
}

/** Web pages, drawings and scripts are text; browsers and shells find them behind marks, blanks and comments. */
function recogniseMarkup(text: string): Recognised | null {
  const start = text.replace(/^(?:[\s\0]|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)+/, '');
  if (/^(?:#!|<\?php|<\?=|<%|@echo\b)/.test(start)) return { as: 'script' };
  if (/^<(?:!doctype\s+svg|svg|[a-z]+:svg)\b/.test(start)) return { as: 'svg' };
  if (/^<(?:!doctype\s+html|html|head|body|title|script|iframe|meta|style|div|table|p|a|img|form|h[1-6]|center|font|base|link|br|frameset)\b/.test(start)) return { as: 'html' };
  if (start.startsWith('<') && /<(?:html|script)\b/.test(start)) return { as: 'html' };
  if (start.startsWith('<') && /<(?:[a-z]+:)?svg\b/.test(start)) return { as: 'svg' };
  return /^(?:mime-version:|from: <saved by)/.test(start) ? { as: 'html' } : null;
}

/** Says what a file is by its first bytes (at least `headBytes` of them when it has so many), never by its name. */
export async function recognise(head: Buffer): Promise<Recognised> {
  if (/^(?:\xef\xbb\xbf)?[\s\0]*%PDF-/.test(head.subarray(0, 1024).toString('latin1'))) return { as: 'pdf' };
  if (begins(head, 0x50, 0x4b, 3, 4) || begins(head, 0x50, 0x4b, 5, 6)) return { as: 'zip' };
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { as: 'ole' };
  const text = asText(head);
  const markup = recogniseMarkup(text);
  if (markup) return markup;
  const extension = (await fileTypeFromBuffer(head))?.ext;
  if (extension === 'jpg' || extension === 'png' || extension === 'rar') return { as: extension };
  if (extension === 'apng') return { as: 'png' };
  if (extension !== undefined && extension !== 'xml') return programs.has(extension) ? { as: 'program' } : { as: 'other', extension };
  // Thai text in TIS-620 has high bytes; what betrays other than text are control characters.
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? { as: 'unknown' } : { as: 'text' };
}

/** `recognise` for a whole file. */
export async function recogniseFile(bytes: FileBytes): Promise<Recognised> {
  return recognise(await bytes.head(headBytes));
}
