import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { SETTINGS, type Settings } from '@prongsai/platform/config';
import type { Refusal } from '@prongsai/kernel/core';
import { problemOf, problemType, refusalOf } from './problem';
import { surfaceOf } from './surface';

/** Renders an error for a citizen; filled by the room that draws the site. */
export interface ErrorPages {
  render(request: FastifyRequest, refusal: Refusal): string;
}
export const ERROR_PAGES = Symbol('error pages');
export const LOGGER = Symbol('logger');

/** The one place where an error becomes an answer: problem+json on the console's host, a page elsewhere. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ERROR_PAGES) private readonly pages: ErrorPages,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also used by Fastify itself, for errors before any route: a body too large, a broken address. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refusal = refusalOf(error);
    if (refusal.code === 'INTERNAL' || refusal.code === 'UNAVAILABLE') this.log.error({ err: error, path: request.url.split('?')[0] }, 'request failed');
    if (reply.sent) return;
    if (refusal.parts.retryAfterSeconds) reply.header('retry-after', String(refusal.parts.retryAfterSeconds));
    if (refusal.status === 413) reply.header('connection', 'close');
    reply.status(refusal.status).header('cache-control', 'no-store');
    const isApi = surfaceOf(request.headers.host, this.settings) === 'console' || request.url.startsWith('/api/');
    if (isApi) void reply.type(problemType).send(JSON.stringify(problemOf(refusal)));
    else void reply.type('text/html; charset=utf-8').send(this.pages.render(request, refusal));
  }
}
