import type { Settings } from '@prongsai/platform/config';
import type { Surface } from './surface';

/** The headers of SPEC 16 for every answer on a surface. */
export function headersFor(surface: Surface, settings: Settings): Record<string, string> {
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'",
    ...(surface === 'console' ? ["frame-src 'self'"] : []),
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(settings.publicScheme === 'https' ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    ...(surface === 'console' ? { 'cache-control': 'no-store' } : {}),
  };
}
