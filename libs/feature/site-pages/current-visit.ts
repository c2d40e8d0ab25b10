import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readingVariantOf, type ReadingVariant, type Site } from '@prongsai/platform/http';

/** Whose site is asked for, and how the citizen reads: with path, query and business time all that a page follows from. */
export interface Visit extends Site {
  reading: ReadingVariant;
}

/** The visit of a route on a unit's site. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.site) throw new Error('this route is not on a site');
  return { ...request.site, reading: readingVariantOf(request) };
});
