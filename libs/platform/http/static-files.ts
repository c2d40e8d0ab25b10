import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '@prongsai/platform/access';
import type { Surface } from './surface';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

interface StaticFile {
  bytes: Buffer;
  /** The same, gzipped; null for what does not shrink. */
  packed: Buffer | null;
}

/** Files read once at start and held in memory: their number and size are those of a build. */
function readFolder(folder: string, prefix = ''): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) for (const [inner, bytes] of readFolder(full, `${prefix}${name}/`)) files.set(inner, bytes);
    else files.set(`${prefix}${name}`, staticFile(full));
  }
  return files;
}

function staticFile(full: string): StaticFile {
  const bytes = readFileSync(full);
  const packed = /\.(css|js|html|svg|json|txt|webmanifest)$/.test(full) ? gzipSync(bytes, { level: 9 }) : null;
  return { bytes, packed: packed && packed.length < bytes.length ? packed : null };
}

function send(request: FastifyRequest, reply: FastifyReply, file: StaticFile): FastifyReply {
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (!file.packed || !takesGzip) return reply.header('vary', 'accept-encoding').send(file.bytes);
  return reply.header('vary', 'accept-encoding').header('content-encoding', 'gzip').send(file.packed);
}

/**
 * Serves a folder of build output under `prefix` on one surface. Names carry a hash, so browsers may keep them a year.
 * With `fallback`, every other path that no route answers gets that file: a browser app's own addresses.
 */
export function registerStaticFiles(fastify: FastifyInstance, options: { surface: Surface; folder: string; prefix: string; fallback?: string }): void {
  const files = readFolder(options.folder);
  const config = { promise: { access: anyone, surface: options.surface, summary: `static files under ${options.prefix}`, status: 200 } };
  const constraints = { surface: options.surface };
  fastify.route({
    method: 'GET', url: `${options.prefix}*`, constraints, config,
    handler: async (request, reply) => {
      const name = (request.params as { '*': string })['*'];
      const key = `${options.prefix.slice(1)}${name}`;
      const file = files.get(name) ?? files.get(key);
      if (!file) return reply.callNotFound();
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(types[path.extname(name)] ?? 'application/octet-stream');
      return send(request, reply, file);
    },
  });
  const fallback = options.fallback ? files.get(options.fallback) : undefined;
  if (!fallback) return;
  const tag = `"${createHash('sha256').update(fallback.bytes).digest('base64url').slice(0, 16)}"`;
  fastify.route({
    method: 'GET', url: '/*', constraints, config,
    handler: async (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound();
      if (request.headers['if-none-match'] === tag) return reply.status(304).send();
      reply.header('cache-control', 'no-cache').header('etag', tag).type(types['.html'] as string);
      return send(request, reply, fallback);
    },
  });
}
