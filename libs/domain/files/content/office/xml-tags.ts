import { Damaged } from '../file-bytes';

/** One opening, closing or empty tag; `name` is without its prefix. */
export interface XmlTag {
  name: string;
  isClosing: boolean;
  /** By name without prefix, character references resolved. */
  attributes: Map<string, string>;
  /** The text that follows, up to the next tag. */
  text: string;
}

/** XML as text in the encoding that its first bytes tell. Throws `Damaged` for a document type, which Office forbids itself. */
export function readXml(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding = first === 0xff || (first === 0x3c && second === 0) ? 'utf-16le' : first === 0xfe || (first === 0 && second === 0x3c) ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const declared = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{1,40})/i.exec(text)?.[1]?.toLowerCase();
  if (declared !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|iso-8859-1|windows-(?:874|1252))$/.test(declared)) throw new Damaged('an encoding that hides text');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Damaged('a document type');
  return text;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its character references resolved. */
export function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? all;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** Every tag in its order, in one pass. Throws `Damaged` where a tag does not end. */
export function* xmlTags(text: string): Generator<XmlTag> {
  for (let at = text.indexOf('<'); at >= 0; ) {
    const special = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<?', at) ? '?>' : null;
    const end = special === null ? endOfTag(text, at + 1) : text.indexOf(special, at);
    if (end < 0) throw new Damaged('a tag without end');
    const next = text.indexOf('<', end);
    if (special === null) yield tagOf(text.slice(at + 1, end), plain(text.slice(end + 1, next < 0 ? undefined : next)));
    at = next;
  }
}

function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (quote) quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at;
  }
  return -1;
}

function tagOf(inside: string, text: string): XmlTag {
  const isClosing = inside.startsWith('/');
  const name = /^[^\s/>]+/.exec(isClosing ? inside.slice(1) : inside)?.[0] ?? '';
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of inside.slice(name.length).matchAll(/([^\s=/"']{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) attributes.set(withoutPrefix(key), plain(double ?? single ?? ''));
  return { name: withoutPrefix(name), isClosing, attributes, text };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
