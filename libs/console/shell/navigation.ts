import type { NetworkRole, TenantRole } from '@prongsai/kernel/workflow';
import type { IconName } from '@prongsai/console/ui';
import type { LabelKey } from './labels';

export interface NavEntry {
  to: string;
  /** Its name, and a shorter one for the bar at the bottom of a phone; entries without one stand in the menu. */
  text: LabelKey;
  tab?: LabelKey;
  icon: IconName;
  /** How many things wait there; none is not shown. */
  count?: number | undefined;
}

/** Figures beside the entries, where they mean work. */
export interface NavCounts {
  work: number;
  checks: number;
  notices: number;
}

/** One's place in a unit. */
export interface NavPlace {
  slug: string;
  /** Null for one whom a network role lets in. */
  roles: readonly TenantRole[] | null;
  /** Networks of this person. */
  networks?: readonly string[];
  counts?: NavCounts | null;
}

/**
 * The places of a unit: all for its members, those of SPEC 3 for one whom a network role lets in, with the way back to
 * that network when there is only one.
 */
export function tenantNavigation({ slug, roles, networks = [], counts = null }: NavPlace): NavEntry[] {
  const at = `/t/${slug}`;
  const isMember = roles !== null;
  const isWebMaster = roles?.includes('web_master') ?? false;
  const visitorTab = (tab: LabelKey) => (isMember ? {} : { tab });
  const checks: NavEntry = { to: `${at}/publications/checks`, text: 'nav.checks', tab: 'nav.checks.tab', icon: 'again', count: counts?.checks };
  const own: NavEntry[] = [
    { to: at, text: 'nav.work', tab: 'nav.work', icon: 'home', count: counts?.work },
    { to: `${at}/requests`, text: 'nav.requests', tab: 'nav.requests.tab', icon: 'document' },
    { to: `${at}/publications`, text: 'nav.publications', ...(isWebMaster ? {} : { tab: 'nav.publications.tab' }), icon: 'globe' },
    ...(isWebMaster ? [checks] : []),
    { to: `${at}/hours`, text: 'nav.hours', icon: 'clock' },
  ];
  const shared: NavEntry[] = [
    { to: `${at}/reports`, text: 'nav.reports', tab: 'nav.reports.tab', icon: 'book' },
    { to: `${at}/compliance`, text: 'nav.compliance', icon: 'shield', ...visitorTab('nav.compliance.tab') },
    { to: `${at}/people`, text: 'nav.people', icon: 'people', ...visitorTab('nav.people') },
    { to: `${at}/notices`, text: 'nav.notices', icon: 'bell', count: counts?.notices },
    { to: `${at}/audit`, text: 'nav.audit', icon: 'history' },
  ];
  if (isMember) return [...own, ...shared];
  const [network] = networks;
  const back: NavEntry[] = network && networks.length === 1 ? [{ to: `/n/${network}`, text: 'nav.back', tab: 'nav.back.tab', icon: 'grid' }] : [];
  return [...back, ...shared];
}

/** The places of a network; opening units is the administrator's (SPEC 4), and no record of its own could say so. */
export function networkNavigation(network: string, roles: readonly NetworkRole[]): NavEntry[] {
  const at = `/n/${network}`;
  const shared: NavEntry[] = [
    { to: at, text: 'nav.network', tab: 'nav.network.tab', icon: 'grid' },
    { to: `${at}/reports`, text: 'nav.network.reports', tab: 'nav.reports.tab', icon: 'book' },
    { to: `${at}/units`, text: 'nav.network.units', tab: 'nav.network.units', icon: 'building' },
    { to: `${at}/rounds`, text: 'nav.network.rounds', tab: 'nav.network.rounds.tab', icon: 'calendar' },
    { to: `${at}/holidays`, text: 'nav.network.holidays', icon: 'clock' },
  ];
  return roles.includes('network_admin') ? [...shared, { to: `${at}/open`, text: 'nav.network.open', icon: 'plus' }] : shared;
}

/** The entry that the address stands under: the longest one that begins it, so that a unit's start page wins only alone. */
export function currentEntry(entries: readonly NavEntry[], pathname: string): NavEntry | null {
  const under = entries.filter(({ to }, index) => pathname === to || (index > 0 && pathname.startsWith(`${to}/`)));
  return under.sort((a, b) => b.to.length - a.to.length)[0] ?? null;
}

/** Two letters for the round mark: the first of each of two words, else the first two; kinds of office and titles left out. */
export function initialsOf(name: string): string {
  const bare = name.replace(/^(สำนักงานสาธารณสุข(อำเภอ|จังหวัด)|โรงพยาบาล(ส่งเสริมสุขภาพตำบล)?|เครือข่ายสุขภาพจังหวัด|สสอ\.|สสจ\.|รพร?\.(สต\.)?|จังหวัด|นาย|นางสาว|นาง)\s*/, '');
  const words = bare.split(/[\s(]+/).map((word) => [...word].filter((letter) => /[ก-ฮA-Za-z]/.test(letter)));
  const [first = [], second = []] = words.filter((letters) => letters.length > 0);
  return (second.length > 0 ? [first[0], second[0]] : first.slice(0, 2)).join('') || '–';
}
