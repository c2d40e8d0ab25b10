import { addDays } from '@prongsai/kernel/thai';
import { kaphoActs } from './kapho-acts';
import type { UnitHabits } from './unit-story';

const missingFramework = { thisYear: false, lastYear: true };
const reports = {
  lateSix: { six_month: 'late', twelve_month: 'inTime', year_close: 'inTime' },
  lateTwelve: { six_month: 'inTime', twelve_month: 'late', year_close: 'inTime' },
  lateAlways: { six_month: 'late', twelve_month: 'late', year_close: 'late' },
  noTwelve: { six_month: 'inTime', twelve_month: 'missing', year_close: 'unsent' },
  noSix: { six_month: 'missing', twelve_month: 'late', year_close: 'missing' },
  unsentTwelve: { six_month: 'inTime', twelve_month: 'unsent', year_close: 'missing' },
  sentBack: { six_month: 'inTime', twelve_month: 'inTime', year_close: 'returned' },
} as const satisfies Record<string, UnitHabits['reports']>;

/**
 * Who does well in Pattani and who needs help. Ages are in days: monthly content lapses after one month, quarterly after
 * three, and is told as due soon in its last fourteen days. What is not named here is in good order.
 */
const habits: Record<string, UnitHabits> = {
  'mueang-pattani': { stock: { eService: [180] } },
  nongchik: { stock: { news: [22, 55, 120] }, reports: reports.lateSix },
  panare: { stock: { citizenManual: [], knowledge: [] }, reports: reports.sentBack },
  mayo: { stock: { structure: [330], plan: [130], links: [] }, frameworks: missingFramework, reports: reports.noTwelve },
  thungyangdaeng: { stock: { manual: [], news: [47, 110], oia: [128] }, frameworks: missingFramework, reports: reports.noSix },
  saiburi: { stock: { siteQuality: [82], eService: [150] } },
  maikaen: { stock: { law: [], siteQuality: [120], news: [11, 60] }, reports: reports.lateTwelve },
  yaring: { stock: { oia: [83], knowledge: [] }, frameworks: missingFramework },
  yarang: { stock: { plan: [84], news: [], links: [352] }, reports: reports.lateTwelve },
  kapho: {
    stock: { eService: [200], history: [500], vision: [480], contact: [430], news: [3, 12, 33, 61, 90, 123, 152], procurement: [16, 50, 84] }, checks: { contact: 18 },
    papers: ['plan', 'framework', 'manual', 'citizenManual', 'procurement'], ownFrameworks: [2568], acts: kaphoActs,
  },
  maelan: { stock: { siteQuality: [], news: [38], citizenManual: [] }, reports: reports.lateAlways },
  'khokpho-hospital': { stock: { procurement: [23, 57] } },
  'nongchik-hospital': { dataStewards: 1 },
  'panare-hospital': { stock: { plan: [125], budget: [126], strategy: [400] }, reports: reports.lateSix },
  'mayo-hospital': { stock: { complaintService: [], complaintCorruption: [], complaintReport: [] }, reports: reports.unsentTwelve },
  'thungyangdaeng-hospital': { stock: { procurement: [50, 84], citizenManual: [] }, frameworks: missingFramework, reports: reports.noTwelve },
  'maikaen-hospital': { stock: { manual: [], citizenManual: [] }, frameworks: { thisYear: false, lastYear: false }, reports: reports.lateAlways },
  'yaring-hospital': { stock: { policy: [81] }, reports: reports.lateTwelve },
  'yarang-hospital': { stock: { procurement: [] }, dataStewards: 0, reports: reports.noSix },
  'maelan-hospital': { stock: { policy: [140], plan: [80], budget: [82] } },
};

/** Terms of web masters that end by their date: soon in one office, just past in another. Days from the day of telling. */
const termEnds: Record<string, readonly [number, number]> = { maikaen: [200, 9], thungyangdaeng: [-12, 150] };

/** The habits of a unit of Pattani; a unit in good order has none. */
export function pattaniHabits(slug: string, asOf: string): UnitHabits {
  const ends = termEnds[slug];
  const terms = ends ? { termsUntil: { webmaster1: addDays(asOf, ends[0]), webmaster2: addDays(asOf, ends[1]) } } : {};
  return { ...habits[slug], ...terms };
}
