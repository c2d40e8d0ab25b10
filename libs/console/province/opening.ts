import type { MemberView, UnitView } from '@prongsai/kernel/contracts';
import type { TenantKind, TenantRole } from '@prongsai/kernel/workflow';

export const openingSteps = ['unit', 'contact', 'categories', 'people', 'open'] as const;
export type OpeningStep = (typeof openingSteps)[number];

/** What a unit of a kind is called and run by when nothing else is said; the form starts with it. */
export interface UnitDefaults {
  name: string;
  shortName: string;
  nameEn: string;
  slug: string;
  headTitle: string;
  siteWorkGroup: string;
}

const templates: Record<TenantKind, { name: string; short: string; english: string; slug: string; head: string; group: string }> = {
  provincial_office: { name: 'สำนักงานสาธารณสุขจังหวัด', short: 'สสจ.', english: 'Provincial Public Health Office', slug: '', head: 'นายแพทย์สาธารณสุขจังหวัด', group: 'กลุ่มงานสุขภาพดิจิทัล' },
  district_office: { name: 'สำนักงานสาธารณสุขอำเภอ', short: 'สสอ.', english: 'District Public Health Office', slug: '', head: 'สาธารณสุขอำเภอ', group: 'กลุ่มงานบริหารทั่วไป' },
  hospital: { name: 'โรงพยาบาล', short: 'รพ.', english: 'Hospital', slug: '-hospital', head: 'ผู้อำนวยการโรงพยาบาล', group: 'กลุ่มงานสุขภาพดิจิทัล' },
  subdistrict_hospital: { name: 'โรงพยาบาลส่งเสริมสุขภาพตำบล', short: 'รพ.สต.', english: 'Sub-district Health Promoting Hospital', slug: '-subdistrict', head: 'ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบล', group: '' },
};

/** The defaults of a unit in a place, told by its Thai and English names: names, address of the site, head's title, who runs the site (SPEC 3 and 18). */
export function unitDefaults(kind: TenantKind, place: string, placeEn: string): UnitDefaults {
  const { name, short, english, slug, head, group } = templates[kind];
  const thai = place.trim();
  const latin = placeEn.trim();
  const address = latin.toLowerCase().replace(/[^a-z0-9-]/g, '');
  return {
    name: thai && name + thai, shortName: thai && short + thai, nameEn: latin && `${latin} ${english}`, slug: address && address + slug,
    headTitle: thai && head + thai, siteWorkGroup: thai && group,
  };
}

/** The five contact fields without which a site does not open, in the order of the form. */
export const contactFields = ['address', 'phone', 'fax', 'email', 'mapUrl'] as const;

/** The people a unit begins with, each need with the roles that fill it. */
export const peopleNeeds = [
  { need: 'head', roles: ['unit_head', 'approver'], count: 1 },
  { need: 'webMasters', roles: ['web_master'], count: 2 },
  { need: 'owner', roles: ['content_owner'], count: 1 },
] as const satisfies ReadonlyArray<{ need: string; roles: readonly TenantRole[]; count: number }>;

type Held = Pick<MemberView, 'suspended' | 'appointments'>;

/** Who is there of each need, and the role to ask for next; null when everybody is there. */
export function peopleThere(members: readonly Held[]): { needs: Array<{ need: (typeof peopleNeeds)[number]['need']; there: number; count: number }>; nextRole: TenantRole | null } {
  const needs = peopleNeeds.map(({ need, roles, count }) => ({
    need, count, there: members.filter(({ suspended, appointments }) => !suspended && appointments.some(({ role }) => (roles as readonly TenantRole[]).includes(role))).length,
  }));
  const first = needs.findIndex(({ there, count }) => there < count);
  return { needs, nextRole: peopleNeeds[first]?.roles[0] ?? null };
}

/** The steps that are done; categories come with the kind. */
export function stepsDone(unit: Pick<UnitView, 'state' | (typeof contactFields)[number]>, members: readonly Held[]): Record<OpeningStep, boolean> {
  return {
    unit: true, contact: contactFields.every((field) => Boolean(unit[field])), categories: true, people: peopleThere(members).nextRole === null, open: unit.state !== 'setting_up',
  };
}

/** The step that the address asks for, else the first that is not done. */
export function stepToShow(asked: string, done: Record<OpeningStep, boolean>): Exclude<OpeningStep, 'unit'> {
  const steps = openingSteps.filter((step) => step !== 'unit');
  return steps.find((step) => step === asked) ?? steps.find((step) => !done[step]) ?? 'open';
}

/** Two letters for the round mark until the unit has an emblem of its own. */
export function markOf(shortName: string): string {
  const bare = shortName.replace(/^(สสอ\.|สสจ\.|รพ\.สต\.|รพร?\.)\s*/, '');
  return [...bare].filter((letter) => /[ก-ฮA-Za-z]/.test(letter)).slice(0, 2).join('') || '–';
}
