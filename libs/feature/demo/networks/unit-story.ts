import { addDays, fiscalYearOf } from '@prongsai/kernel/thai';
import type { TenantKind } from '@prongsai/kernel/workflow';
import type { Framework } from '@prongsai/domain/tenant';
import { frameworkItems, goodChecks, goodStock, stockChecks, stockItems, type Checks, type ProfileId, type ShelfName, type Stock, type Stocking } from '../contents/shelves';
import { hoursStory } from '../contents/hours';
import { demoCast } from '../people/demo-cast';
import { reportStory, usualRounds, type ReportHabit } from '../report-stories';
import { inOrder, type ActStory, type UnitStory } from '../story';
import { workdayFrom } from '../story-days';

/** At the foot of every page of a demo site. */
const demoNote = 'ระบบสาธิต เนื้อหาที่สมมติขึ้นระบุไว้ในแต่ละเรื่อง บุคคลและช่องทางติดต่อที่มีคำว่าสมมติไม่มีอยู่จริง';

/** What is known of a unit before anything happens in it. */
export interface UnitOutline {
  slug: string;
  kind: TenantKind;
  name: string;
  nameEn: string;
  shortName: string;
  headTitle: string;
  /** `อำเภอกะพ้อ`; null for an office of the whole province. */
  districtTh: string | null;
  districtEn: string | null;
  provinceTh: string;
  parent?: string;
  documentPrefix: string;
  siteWorkGroup: string;
  profile: ProfileId;
  opensOn: string;
  asOf: string;
  /** Sets names and news of this unit apart from others'. */
  number: number;
  /** Where the names of its people come from. */
  namesOf?: 'deepSouth';
  /** Contact facts that a document gives; what is left out is made up and says so. */
  contact?: { address?: string; phone?: string; email?: string };
  /** Telephone prefix of the province, for the made-up numbers. */
  areaCode: string;
  framework?: Framework;
}

/** How a unit does: what it has published and when, and how it deals with its reports. */
export interface UnitHabits {
  /** What differs from a unit in good order; an empty list takes a shelf away. */
  stock?: Stock;
  /** Checks beside those of a unit in good order; a shelf with a stock of its own has only these. */
  checks?: Checks;
  /** Whether the framework of this fiscal year has been announced, and that of the last. */
  frameworks?: { thisYear: boolean; lastYear: boolean };
  reports?: { six_month: ReportHabit; twelve_month: ReportHabit; year_close: ReportHabit };
  termsUntil?: Partial<Record<'webmaster1' | 'webmaster2', string>>;
  dataStewards?: number;
  /** Fiscal years (B.E.) whose framework is a document of the unit's own, told among `acts`. */
  ownFrameworks?: readonly number[];
  /** Shelves whose items come with a paper. */
  papers?: readonly ShelfName[];
  /** Beside what the shelves hold. */
  acts?: (stocking: Stocking) => ActStory[];
}

const goodReports = { six_month: 'inTime', twelve_month: 'inTime', year_close: 'inTime' } as const;

/** The whole story of a unit as of a day. */
export function unitStory(outline: UnitOutline, habits: UnitHabits = {}): UnitStory {
  const { slug, kind, profile, opensOn, asOf, number, siteWorkGroup, headTitle } = outline;
  const goesLiveOn = workdayFrom(addDays(opensOn, 2));
  const area = outline.districtTh ?? `จังหวัด${outline.provinceTh}`;
  const stocking: Stocking = { unit: { name: outline.name, area, siteWorkGroup }, profile, goesLiveOn, asOf, number, ...(habits.papers ? { papers: habits.papers } : {}) };
  const thisYear = fiscalYearOf(asOf);
  const announced = habits.frameworks ?? { thisYear: true, lastYear: true };
  const years = [...(announced.lastYear ? [thisYear - 1] : []), ...(announced.thisYear ? [thisYear] : [])];
  const stocked = stockItems(stocking, { ...goodStock[profile], ...habits.stock });
  const reports = habits.reports ?? goodReports;
  const due = [...usualRounds(thisYear - 1), ...usualRounds(thisYear)].filter(({ dueOn }) => dueOn > opensOn);
  const acts: ActStory[] = [
    ...stocked,
    ...stockChecks(stocking, stocked, checksOf(profile, habits)),
    ...frameworkItems(stocking, years.filter((year) => !habits.ownFrameworks?.includes(year))),
    ...due.flatMap((round) => reportStory(round, reports[round.round as keyof typeof reports], asOf)),
    ...(habits.acts?.(stocking) ?? []),
  ];
  return {
    tenant: tenantOf(outline, area), framework: { note: demoNote, districtEn: outline.districtEn, ...outline.framework }, profile, opensOn, goesLiveOn,
    ...(outline.parent ? { parent: outline.parent } : {}),
    members: demoCast({
      slug, kind, headTitle, siteWorkGroup, number, namesOf: outline.namesOf ?? 'general', fromOn: opensOn, dataStewards: habits.dataStewards ?? (kind === 'hospital' ? 2 : 0),
      ...(habits.termsUntil ? { termsUntil: habits.termsUntil } : {}),
    }),
    hours: hoursStory(outline),
    // Nothing is told of days to come, not even what a document will say.
    acts: inOrder(acts.filter(({ on }) => on > goesLiveOn && on < asOf)),
  };
}

function checksOf(profile: ProfileId, { stock, checks }: UnitHabits): Checks {
  const usual = Object.entries(goodChecks[profile]).filter(([name]) => !(stock && name in stock));
  return { ...Object.fromEntries(usual), ...checks };
}

function tenantOf(outline: UnitOutline, area: string): UnitStory['tenant'] {
  const { slug, kind, name, nameEn, shortName, documentPrefix, headTitle, siteWorkGroup, provinceTh, areaCode, contact } = outline;
  const place = [area, outline.districtTh ? `จังหวัด${provinceTh}` : ''].filter(Boolean).join(' ');
  return {
    slug, kind, name, nameEn, shortName, documentPrefix, headTitle, siteWorkGroup, district: outline.districtTh?.replace(/^อำเภอ/, '') ?? null,
    address: contact?.address ?? place, phone: contact?.phone ?? `0 ${areaCode}00 0000 (หมายเลขสมมติ)`, fax: `0 ${areaCode}00 0001 (หมายเลขสมมติ)`,
    email: contact?.email ?? `office@${slug}.example`, mapUrl: `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${area.replace(/^อำเภอ/, '')} ${provinceTh}`)}`,
  };
}
