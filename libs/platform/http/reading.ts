import type { FastifyRequest } from 'fastify';

/** How a citizen reads: `s` text size 0 normal, 1 large, 2 larger; `c` contrast 0 normal, 1 high. A closed list: part of every page's key. */
export const readingVariants = ['s0c0', 's1c0', 's2c0', 's0c1', 's1c1', 's2c1'] as const;
export type ReadingVariant = (typeof readingVariants)[number];

/** The one cookie that a public page may use (SPEC 3). */
export const readingCookie = 'pref';
const aYear = 31_536_000;

declare module 'fastify' {
  interface FastifyRequest {
    reading?: ReadingVariant;
  }
}

/** Whether `text` is one of the variants. */
export function isReadingVariant(text: unknown): text is ReadingVariant {
  return (readingVariants as readonly unknown[]).includes(text);
}

/** The variant in a Cookie header; the default for anything that is none of them. */
export function readingVariantIn(cookieHeader: string | undefined): ReadingVariant {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.split('=', 2).map((part) => part.trim());
    if (name === readingCookie && isReadingVariant(value)) return value;
  }
  return 's0c0';
}

/** How the citizen who asks reads. The adapter has read the cookie and taken every cookie away. */
export function readingVariantOf(request: FastifyRequest): ReadingVariant {
  return request.reading ?? 's0c0';
}

/** Set-Cookie that keeps the variant for a year on this host alone; no script may read it. */
export function readingCookieOf(variant: ReadingVariant, isSecure: boolean): string {
  return `${readingCookie}=${variant}; Path=/; Max-Age=${aYear}; SameSite=Lax; HttpOnly${isSecure ? '; Secure' : ''}`;
}
