import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { anyone } from '@prongsai/platform/access';

/** A file of the look as it travels: its name holds a hash of its bytes, so a browser may keep it for a year. */
export interface SiteAsset {
  name: string;
  mediaType: string;
  bytes: Buffer;
  /** Smaller forms for browsers that take them; fonts are compressed already. */
  packed: { br: Buffer; gzip: Buffer } | null;
}

const mediaTypes: Record<string, string> = { '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8' };

/** The first 16 hexadecimal digits of the SHA-256. */
function shortHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function smaller(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '').replace(/\} +/g, '}');
}

/** Reads the files of a folder; style sheets come last, because the names of the others stand in them. */
export function loadSiteAssets(folder: string): ReadonlyMap<string, SiteAsset> {
  const assets = new Map<string, SiteAsset>();
  const names = readdirSync(folder).sort((a, b) => Number(a.endsWith('.css')) - Number(b.endsWith('.css')));
  for (const source of names) {
    const extension = path.extname(source);
    const mediaType = mediaTypes[extension];
    if (!mediaType) continue;
    let bytes: Buffer = readFileSync(path.join(folder, source));
    if (extension === '.css') {
      bytes = Buffer.from(smaller(bytes.toString('utf8')).replace(/url\(([\w.-]+)\)/g, (_, used: string) => `url(${nameOf(assets, used)})`));
    }
    const packed = extension === '.woff2' ? null : { br: brotliCompressSync(bytes), gzip: gzipSync(bytes, { level: 9 }) };
    assets.set(source, { name: `${path.basename(source, extension)}.${shortHash(bytes)}${extension}`, mediaType, bytes, packed });
  }
  return assets;
}

function nameOf(assets: ReadonlyMap<string, SiteAsset>, source: string): string {
  const asset = assets.get(source);
  if (!asset) throw new Error(`the sites have no file ${source}`);
  return asset.name;
}

const siteAssets = loadSiteAssets(path.join(__dirname, 'files'));

/** The address under which a file of the look is served, for example of `site.css`. */
export function assetPath(source: string): string {
  return `/assets/${nameOf(siteAssets, source)}`;
}

/** Serves style sheet, fonts and mark from memory, on the hosts of units and on the portal. */
export function registerSiteAssets(fastify: FastifyInstance): void {
  const byName = new Map([...siteAssets.values()].map((asset) => [asset.name, asset]));
  for (const surface of ['site', 'portal'] as const) {
    fastify.route({
      method: 'GET',
      url: '/assets/:name',
      constraints: { surface },
      config: { promise: { access: anyone, surface, summary: 'Style sheet, fonts and mark of the public pages', status: 200 } },
      handler: async (request, reply) => {
        const asset = byName.get((request.params as { name: string }).name);
        if (!asset) return reply.callNotFound();
        reply.type(asset.mediaType).header('cache-control', 'public, max-age=31536000, immutable');
        if (!asset.packed) return reply.send(asset.bytes);
        reply.header('vary', 'accept-encoding');
        const taken = String(request.headers['accept-encoding'] ?? '');
        const form = /\bbr\b/.test(taken) ? 'br' : /\bgzip\b/.test(taken) ? 'gzip' : null;
        return form ? reply.header('content-encoding', form).send(asset.packed[form]) : reply.send(asset.bytes);
      },
    });
  }
}
