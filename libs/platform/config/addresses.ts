import type { Settings } from './settings';

type Places = Pick<Settings, 'publicScheme' | 'publicPort' | 'baseDomain' | 'consoleHost'>;

function origin(settings: Places, host: string): string {
  return `${settings.publicScheme}://${host}${settings.publicPort ? `:${settings.publicPort}` : ''}`;
}

/** Origin of a unit's public site, without a slash at the end. */
export function siteOrigin(settings: Places, slug: string): string {
  return origin(settings, `${slug}.${settings.baseDomain}`);
}

/** Origin of the staff console and the API. */
export function consoleOrigin(settings: Places): string {
  return origin(settings, settings.consoleHost);
}

/** Origin of the portal that lists networks and units. */
export function portalOrigin(settings: Places): string {
  return origin(settings, settings.baseDomain);
}
