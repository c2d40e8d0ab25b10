import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@prongsai/platform/access';
import { readingVariantOf, type ReadingVariant } from './reading';

/** The unit whose public site a host shows. */
export interface Site {
  tenantId: string;
  slug: string;
  /** Counts the changes of what citizens see. */
  version: number;
  /** The next instant of business at which time alone changes what is shown; null when none is in sight. */
  changesAt: Date | null;
}

/** Finds the unit of a host; filled by the room that owns units. Answers null for a host that shows none. */
export interface SiteDirectory {
  siteOfSlug(slug: string): Promise<Site | null>;
}
/** A directory that remembers. */
export interface SiteBook extends SiteDirectory {
  /** The unit as it was when last asked for, certain or not; null when it never was. */
  remembered(slug: string): Site | null;
  /** The same only while it is certain. */
  known(slug: string): Site | null;
}
export const SITE_DIRECTORY = Symbol('site directory');

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    site?: Site;
    /** The unit is remembered but not certain: whoever reads for the page asks again in the same breath (`Visit`). */
    isSiteDoubtful?: boolean;
  }
}

/** The actor whom the guard admitted. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('this route has no actor: declare an access rule that needs one');
  return actor;
});

/** How the citizen who asks reads. */
export const CurrentReading = createParamDecorator((_: unknown, context: ExecutionContext): ReadingVariant => readingVariantOf(context.switchToHttp().getRequest<FastifyRequest>()));
