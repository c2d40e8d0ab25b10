import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '@prongsai/kernel/core';
import { portalOrigin, SETTINGS, type Settings } from '@prongsai/platform/config';
import { readingVariantOf, surfaceOf, type ErrorPages } from '@prongsai/platform/http';
import { errorPage } from './pages/error.page';

/**
 * What a citizen sees when something is wrong: Thai words, no code, nothing of any unit. An unknown host is led to the
 * portal, because its own first page does not exist either.
 */
@Injectable()
export class SiteErrorPages implements ErrorPages {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  render(request: FastifyRequest, refusal: Refusal): string {
    const isOwn = request.site !== undefined || surfaceOf(request.headers.host, this.settings) === 'portal';
    return errorPage(refusal.status, isOwn ? '/' : `${portalOrigin(this.settings)}/`, this.settings.demo === 'seeds', readingVariantOf(request));
  }
}
