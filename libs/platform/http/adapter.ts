import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { Settings } from '@prongsai/platform/config';
import type { RouteRow } from './openapi';
import { Refusal } from '@prongsai/kernel/core';
import { problemOf, problemType, refusalOf } from './problem';
import { headersFor } from './headers';
import { sendKept, type PageCache } from './page-cache';
import { slugOf, surfaceOf } from './surface';
import { registerForms } from './form';
import { readingVariantIn, type ReadingVariant } from './reading';

/** Largest JSON body in bytes; files travel apart, as streams. */
export const maxBodyBytes = 256 * 1024;
const maxJsonDepth = 32;

/**
 * Fastify with the surfaces of SPEC 3 as a routing constraint and the headers of SPEC 16 on every answer. With `pages`,
 * what the page cache holds is answered before anything else runs.
 */
export function createAdapter(settings: Settings, pages: PageCache | null = null): { adapter: FastifyAdapter; routes: RouteRow[] } {
  const adapter = new FastifyAdapter({
    bodyLimit: maxBodyBytes,
    trustProxy: settings.trustedProxies.length > 0 ? settings.trustedProxies : false,
    forceCloseConnections: 'idle',
    // A request that came in before the door closed is answered like any other; Fastify's own 503 would lose it.
    return503OnClosing: false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    frameworkErrors: (error: unknown, _request: unknown, reply: unknown) => void answerProblem(reply as FastifyReply, error),
    clientErrorHandler: (error: Error, socket: BrokenSocket) => answerBrokenRequest(error as NodeJS.ErrnoException, socket),
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  const routes: RouteRow[] = [];
  fastify.addConstraintStrategy({
    name: 'surface',
    storage: () => {
      const kept = new Map<string, unknown>();
      return { get: (key: string) => kept.get(key) ?? null, set: (key: string, value: unknown) => void kept.set(key, value) };
    },
    validate: () => undefined,
    deriveConstraint: (request: { headers: Record<string, string | string[] | undefined> }) =>
      surfaceOf(request.headers['host'] as string | undefined, settings),
    mustMatchWhenDerived: false,
  } as unknown as Parameters<FastifyInstance['addConstraintStrategy']>[0]);
  fastify.addHook('onRoute', (route) => {
    const promise = route.config?.promise;
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, promise: promise as RouteRow['promise'] });
  });
  if (pages) answerFromCache(fastify, settings, pages);
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const surface = surfaceOf(request.headers.host, settings);
    // A public host never carries a session: of its cookies only the reading settings mean anything, and of them only a valid value.
    if (surface !== 'console') {
      request.reading = readingVariantIn(request.headers.cookie);
      delete request.headers.cookie;
    }
    reply.headers(headersFor(surface, settings));
  });
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  registerForms(fastify);
  type Plugin = Parameters<FastifyInstance['register']>[0];
  // Pages and JSON; build output is kept compressed already, files of publications are what they are.
  void fastify.register(compress as unknown as Plugin, { global: true, threshold: 1024, encodings: ['gzip'], zlibOptions: { level: 4 }, customTypes: /^(text\/html|text\/plain|application\/(problem\+)?json|application\/xml)/ });
  void fastify.register(multipart as unknown as Plugin, {
    limits: { files: 1, fields: 5, fieldSize: 2_000, parts: 6, headerPairs: 50 },
    throwFileSizeLimit: true,
  });
  return { adapter, routes };
}

function answerFromCache(fastify: FastifyInstance, settings: Settings, pages: PageCache): void {
  const answer = (slug: string, variant: ReadingVariant, request: FastifyRequest, reply: FastifyReply): boolean => {
    const kept = pages.find(slug, variant, request.raw.url ?? '/');
    if (!kept) return false;
    reply.hijack();
    sendKept(kept, request.raw, reply.raw);
    return true;
  };
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const { method, url = '/' } = request.raw;
    const slug = method === 'GET' || method === 'HEAD' ? slugOf(request.headers.host, settings.baseDomain) : null;
    if (!slug) return done();
    const variant = readingVariantIn(request.headers.cookie);
    if (!pages.isDoubtful(slug, variant, url)) return answer(slug, variant, request, reply) ? undefined : done();
    // When the database cannot be asked, the ordinary way says so.
    pages.settle(slug).then(() => answer(slug, variant, request, reply) || done(), () => done());
  });
}

/** Reads a JSON body. Throws BAD_REQUEST for bad UTF-8, bad JSON and nesting that no form of ours has. */
export function parseJson(body: Buffer): unknown {
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    if (text.trim() === '') return undefined;
    value = JSON.parse(text, (key, inner: unknown) => {
      if (key === '__proto__' || key === 'constructor') throw new Error('forbidden key');
      return inner;
    });
  } catch {
    throw new Refusal('BAD_REQUEST', { detail: 'อ่านข้อมูลที่ส่งมาไม่ได้ ต้องเป็น JSON ที่เข้ารหัสแบบ UTF-8' });
  }
  if (depthOf(value, maxJsonDepth) > maxJsonDepth) throw new Refusal('BAD_REQUEST', { detail: 'ข้อมูลที่ส่งมาซ้อนกันหลายชั้นเกินไป' });
  return value;
}

function depthOf(value: unknown, limit: number): number {
  if (value === null || typeof value !== 'object') return 0;
  if (limit < 0) return 1;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

/** An error before any route was found: an address that cannot be read. */
function answerProblem(reply: FastifyReply, error: unknown): void {
  const refusal = refusalOf(error);
  void reply.status(refusal.status).type(problemType).send(JSON.stringify(problemOf(refusal)));
}

type BrokenSocket = { writable: boolean; end(text: string): unknown; destroy(): unknown };

/** Bytes that are no HTTP request, or a header that is too large: a clear answer, and the connection ends. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: BrokenSocket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const refusal = new Refusal(error.code === 'HPE_HEADER_OVERFLOW' ? 'HEADERS_TOO_LARGE' : 'BAD_REQUEST');
  const body = JSON.stringify(problemOf(refusal));
  const reason = refusal.status === 431 ? 'Request Header Fields Too Large' : 'Bad Request';
  socket.end(
    `HTTP/1.1 ${refusal.status} ${reason}\r\nContent-Type: ${problemType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
