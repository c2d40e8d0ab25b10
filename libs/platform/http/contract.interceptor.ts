import { Inject, Injectable, Optional, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { contentDisposition, Download, EventStream, HtmlPage, PlainAnswer, Redirect } from './answer';
import { PAGE_PRESS, type PagePress } from './page-press';
import { invalidOf } from './problem';

/**
 * Keeps each route to its contract: the body and query are parsed before the handler sees them, and the answer is
 * parsed before anyone else does, so that a field which the contract does not name never leaves.
 */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(@Optional() @Inject(PAGE_PRESS) private readonly press: PagePress | null = null) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const promise = request.routeOptions.config.promise;
    if (promise?.body && !promise.streamed) {
      const parsed = promise.body.safeParse(request.body ?? undefined);
      if (!parsed.success) throw invalidOf(parsed.error);
      request.body = parsed.data;
    }
    if (promise?.query) {
      const parsed = promise.query.safeParse(request.query);
      if (!parsed.success) throw invalidOf(parsed.error);
      request.query = parsed.data;
    }
    const { press } = this;
    const drawnAt = press?.now();
    return next.handle().pipe(mergeMap(async (answer) => {
      const isPage = answer instanceof HtmlPage || answer instanceof PlainAnswer;
      if (press && drawnAt && promise?.kept && isPage) return press.send(request, reply, answer, promise.kept, drawnAt);
      return this.send(reply, promise?.response ? promise.response.parse(answer) : answer);
    }));
  }

  private send(reply: FastifyReply, answer: unknown): unknown {
    if (answer instanceof HtmlPage) {
      reply.status(answer.status).type('text/html; charset=utf-8').headers(answer.headers);
      return answer.html;
    }
    if (answer instanceof PlainAnswer) {
      reply.type(answer.mediaType).headers(answer.headers);
      return answer.body;
    }
    if (answer instanceof Redirect) {
      reply.status(answer.status).headers(answer.headers).header('location', answer.location);
      return '';
    }
    if (answer instanceof EventStream) {
      // A proxy that collects answers would hold every event back.
      reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
      return answer.stream;
    }
    if (answer instanceof Download) {
      const { name, mediaType, size, disposition } = answer.about;
      reply.type(mediaType).headers({
        'content-length': String(size),
        'content-disposition': contentDisposition(disposition, name),
        'x-content-type-options': 'nosniff',
      });
      return answer.stream;
    }
    return answer;
  }
}
