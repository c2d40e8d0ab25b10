import type { Settings } from '@prongsai/platform/config';

/** Which face of the service a host shows. The host of the connection decides, nothing else (SPEC 3). */
export type Surface = 'portal' | 'console' | 'site';

/** The host of a request in lower case without its port; null when there is none or it is malformed. */
export function hostOf(hostHeader: string | undefined): string | null {
  const match = /^([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::\d{1,5})?$/i.exec(hostHeader ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}

/** The surface of a host. Everything that is neither the portal nor the console may be a unit's site. */
export function surfaceOf(hostHeader: string | undefined, settings: Pick<Settings, 'baseDomain' | 'consoleHost'>): Surface {
  const host = hostOf(hostHeader);
  if (host === settings.baseDomain || host === `www.${settings.baseDomain}`) return 'portal';
  return host === settings.consoleHost ? 'console' : 'site';
}

/** The slug in `<slug>.<baseDomain>`; null for any other host. */
export function slugOf(hostHeader: string | undefined, baseDomain: string): string | null {
  const host = hostOf(hostHeader);
  if (!host?.endsWith(`.${baseDomain}`)) return null;
  const slug = host.slice(0, -baseDomain.length - 1);
  return slug.includes('.') ? null : slug;
}
