import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readingVariantOf, type ReadingVariant, type Site } from '@prongsai/platform/http';

/** Whose site is asked for, and how the citizen reads: with path, query and business time all that a page follows from. */
export interface Visit extends Site {
  reading: ReadingVariant;
  /** The unit is only remembered: it is asked for again together with what the page shows. */
  isDoubtful: boolean;
  /** To be told what that brought, before the page is kept. */
  confirm(site: Site): void;
}

/** The visit of a route on a unit's site. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  if (!request.site) throw new Error('this route is not on a site');
  const confirm = (site: Site) => {
    request.site = site;
    request.isSiteDoubtful = false;
  };
  return { ...request.site, reading: readingVariantOf(request), isDoubtful: request.isSiteDoubtful === true, confirm };
});
