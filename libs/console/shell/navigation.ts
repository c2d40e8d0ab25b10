import type { NetworkRole } from '@prongsai/kernel/workflow';
import type { IconName } from '@prongsai/console/ui';

export interface NavEntry {
  to: string;
  text: string;
  /** Shorter word for the bar at the bottom of a phone; entries without one stand in the menu. */
  tab?: string;
  icon: IconName;
}

/**
 * The places of a unit: all for its members, those of SPEC 3 for one whom a network role lets in, with the way back to
 * that network when there is only one.
 */
export function tenantNavigation(slug: string, isMember: boolean, networks: readonly string[] = []): NavEntry[] {
  const at = `/t/${slug}`;
  const visitorTab = (tab: string) => (isMember ? {} : { tab });
  const own: NavEntry[] = [
    { to: at, text: 'งานของฉัน', tab: 'งานของฉัน', icon: 'home' },
    { to: `${at}/requests`, text: 'คำขอเผยแพร่', tab: 'คำขอ', icon: 'document' },
    { to: `${at}/publications`, text: 'เนื้อหาบนเว็บไซต์', tab: 'เนื้อหา', icon: 'globe' },
    { to: `${at}/hours`, text: 'เวลาทำการและคลินิก', icon: 'calendar' },
  ];
  const shared: NavEntry[] = [
    { to: `${at}/reports`, text: 'รายงานรอบ 6/12 เดือน', tab: 'รายงาน', icon: 'book' },
    { to: `${at}/compliance`, text: 'ข้อกำหนดของหน่วยงาน', icon: 'shield', ...visitorTab('ข้อกำหนด') },
    { to: `${at}/people`, text: 'คนทำงาน', icon: 'people', ...visitorTab('คนทำงาน') },
    { to: `${at}/notices`, text: 'แจ้งเตือน', icon: 'bell' },
    { to: `${at}/audit`, text: 'ประวัติการดำเนินการ', icon: 'history' },
  ];
  if (isMember) return [...own, ...shared];
  const [network] = networks;
  const back: NavEntry[] = network && networks.length === 1 ? [{ to: `/n/${network}`, text: 'กลับภาพรวมจังหวัด', tab: 'จังหวัด', icon: 'grid' }] : [];
  return [...back, ...shared];
}

/** The places of a network; opening units is the administrator's (SPEC 4), and no record of its own could say so. */
export function networkNavigation(network: string, roles: readonly NetworkRole[]): NavEntry[] {
  const at = `/n/${network}`;
  const shared: NavEntry[] = [
    { to: at, text: 'ภาพรวมจังหวัด', tab: 'ภาพรวม', icon: 'grid' },
    { to: `${at}/reports`, text: 'รายงานของหน่วยงาน', tab: 'รายงาน', icon: 'book' },
    { to: `${at}/units`, text: 'หน่วยงาน', tab: 'หน่วยงาน', icon: 'building' },
    { to: `${at}/rounds`, text: 'รอบรายงาน', tab: 'รอบ', icon: 'calendar' },
  ];
  return roles.includes('network_admin') ? [...shared, { to: `${at}/open`, text: 'เปิดหน่วยงาน', icon: 'building' }] : shared;
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
