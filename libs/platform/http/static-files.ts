import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { anyone } from '@prongsai/platform/access';
import type { Surface } from './surface';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Files read once at start and held in memory: their number and size are those of a build. */
function readFolder(folder: string, prefix = ''): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) for (const [inner, bytes] of readFolder(full, `${prefix}${name}/`)) files.set(inner, bytes);
    else files.set(`${prefix}${name}`, readFileSync(full));
  }
  return files;
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
      const name = decodeURIComponent((request.params as { '*': string })['*']);
      const key = `${options.prefix.slice(1)}${name}`;
      const bytes = files.get(name) ?? files.get(key);
      if (!bytes) return reply.callNotFound();
      return reply.header('cache-control', 'public, max-age=31536000, immutable').type(types[path.extname(name)] ?? 'application/octet-stream').send(bytes);
    },
  });
  const fallback = options.fallback ? files.get(options.fallback) : undefined;
  if (!fallback) return;
  const tag = `"${createHash('sha256').update(fallback).digest('base64url').slice(0, 16)}"`;
  fastify.route({
    method: 'GET', url: '/*', constraints, config,
    handler: async (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').header('etag', tag).type(types['.html'] as string).send(fallback);
    },
  });
}
