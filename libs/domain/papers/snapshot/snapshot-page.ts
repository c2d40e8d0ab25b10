import { formatThaiDateTime } from '@prongsai/kernel/thai';
import { readPage, type ReadPage } from './read-page';

/** A page that shows itself without a network, or the answer that said it is not there. */
export type Snapshot = { html: Buffer } | { gone: number };

type Read = (address: string) => Promise<ReadPage>;

const pageLimit = { most: 2 * 1024 * 1024, ms: 10_000 };
const partLimit = { most: 1024 * 1024, ms: 5_000 };
/** Most bytes of style, letters and pictures that a snapshot carries. */
const mostOfParts = 6 * 1024 * 1024;
/** The site's answer while it cannot serve: to be asked again. */
const firstServerError = 500;

/**
 * Reads a page over HTTP and makes one file of it: style, letters and pictures inside, scripts out, links absolute, and a
 * policy that lets nothing be loaded. Parts of other sites are left out. Throws when the site cannot be reached.
 */
export async function snapshotPage(address: string, readAt: Date): Promise<Snapshot> {
  const page = await readPage(address, pageLimit);
  if (page.status >= firstServerError) throw new Error(`the site answered ${page.status}`);
  if (page.status !== 200 || !page.mediaType.startsWith('text/html')) return { gone: page.status };
  const parts = new Parts(address);
  const html = await selfContained(page.bytes.toString('utf8'), address, parts);
  return { html: Buffer.from(withHead(html, address, readAt), 'utf8') };
}

/** Fetches parts of the same site, within bounds, each once. */
class Parts {
  private left = mostOfParts;
  private readonly known = new Map<string, Promise<ReadPage | null>>();
  private readonly origin: string;

  constructor(address: string) {
    this.origin = new URL(address).origin;
  }

  get(address: string): Promise<ReadPage | null> {
    const known = this.known.get(address) ?? this.read((one) => readPage(one, partLimit), address);
    this.known.set(address, known);
    return known;
  }

  private async read(read: Read, address: string): Promise<ReadPage | null> {
    if (new URL(address).origin !== this.origin || this.left <= 0) return null;
    const part = await read(address).catch(() => null);
    if (part?.status !== 200 || part.bytes.length > this.left) return null;
    this.left -= part.bytes.length;
    return part;
  }
}

const attribute = (tag: string, name: string): string | null => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)?.slice(1).find((value) => value !== undefined) ?? null;
const plain = (value: string): string => value.replaceAll('&amp;', '&');
const quoted = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

async function selfContained(html: string, address: string, parts: Parts): Promise<string> {
  let text = html.replace(/<script\b[^>]*>[^]*?<\/script>/gi, '').replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '').replace(/<base\b[^>]*>/gi, '');
  text = await replaceEach(text, /<link\b[^>]*>/gi, async (tag) => {
    const href = attribute(tag, 'href');
    if (!href || !/\bstylesheet\b/i.test(attribute(tag, 'rel') ?? '')) return '';
    const at = new URL(plain(href), address).href;
    const style = await parts.get(at);
    return style ? `<style>${await styleInside(style.bytes.toString('utf8'), at, parts)}</style>` : '';
  });
  text = await replaceEach(text, /<img\b[^>]*>/gi, async (tag) => {
    const source = attribute(tag, 'src');
    const inside = source ? await dataOf(new URL(plain(source), address).href, parts) : null;
    const bare = tag.replace(/\s(?:src|srcset|sizes|loading)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '');
    return inside ? bare.replace(/^<img/i, `<img src="${inside}"`) : bare;
  });
  return text.replace(/\s(href|action)\s*=\s*"([^"#][^"]*)"/gi, (whole, name: string, value: string) => {
    const url = URL.canParse(plain(value), address) ? new URL(plain(value), address) : null;
    return url && /^(?:https?|mailto|tel):$/.test(url.protocol) ? ` ${name}="${quoted(url.href)}"` : ` data-${name}="${value}"`;
  });
}

/** Style with its letters and pictures inside; what cannot be had is named no more. */
async function styleInside(css: string, address: string, parts: Parts): Promise<string> {
  const whole = await replaceEach(css.replace(/@import[^;]*;/gi, ''), /url\(\s*(?:"[^"]*"|'[^']*'|[^)'"]*)\s*\)/gi, async (call) => {
    const target = call.slice(4, -1).trim().replace(/^["']|["']$/g, '');
    if (target.startsWith('data:')) return call;
    const inside = URL.canParse(target, address) ? await dataOf(new URL(target, address).href, parts) : null;
    return inside ? `url("${inside}")` : 'url("data:,")';
  });
  return whole.replaceAll('</', '<\\/');
}

async function dataOf(address: string, parts: Parts): Promise<string | null> {
  if (address.startsWith('data:')) return quoted(address);
  const part = await parts.get(address);
  return part && `data:${part.mediaType.split(';')[0]?.trim() || 'application/octet-stream'};base64,${part.bytes.toString('base64')}`;
}

async function replaceEach(text: string, pattern: RegExp, replace: (found: string) => Promise<string>): Promise<string> {
  const pieces: string[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push(text.slice(from, match.index), await replace(match[0]));
    from = match.index + match[0].length;
  }
  return pieces.join('') + text.slice(from);
}

/** Where and when, for people at the top of the page and for programs in its head. */
function withHead(html: string, address: string, readAt: Date): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:`;
  const facts = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="evidence-address" content="${quoted(address)}">`,
    `<meta name="evidence-read-at" content="${readAt.toISOString()}">`,
    '<style>.evidence-of{margin:0;padding:8px 16px;border-bottom:2px solid #333;background:#fff;color:#111;font-size:14px}</style>',
  ].join('');
  const note = `<p class="evidence-of">ภาพหน้าเว็บที่บันทึกไว้เป็นหลักฐาน ${quoted(address)} อ่านเมื่อวันที่ ${formatThaiDateTime(readAt)}</p>`;
  const headed = /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, (head) => `${head}<meta charset="utf-8">${facts}`) : `<!doctype html><head><meta charset="utf-8">${facts}</head>${html}`;
  return /<body\b[^>]*>/i.test(headed) ? headed.replace(/<body\b[^>]*>/i, (body) => `${body}${note}`) : `${headed}${note}`;
}
