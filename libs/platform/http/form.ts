import type { FastifyInstance } from 'fastify';
import { Refusal } from '@prongsai/kernel/core';

/** Largest plain form in bytes. */
export const maxFormBytes = 64 * 1024;

/** Reads an HTML form into its fields; of a field given twice the last counts. Throws BAD_REQUEST for bytes that are no UTF-8. */
export function parseForm(body: Buffer): Record<string, string> {
  try {
    return Object.fromEntries(new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    throw new Refusal('BAD_REQUEST');
  }
}

/** Plain HTML forms are read where a route says so (`FormRoute`); elsewhere they stay unsupported, as a foreign page could send one. */
export function registerForms(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer', bodyLimit: maxFormBytes }, (request, body, done) => {
    try {
      if (!request.routeOptions.config.promise?.isForm) throw new Refusal('UNSUPPORTED_MEDIA');
      done(null, parseForm(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}
