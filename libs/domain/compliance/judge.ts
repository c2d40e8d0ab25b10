import { formatThaiDate } from '@prongsai/kernel/thai';
import { lapseDay } from '@prongsai/kernel/workflow';
import type { ComplianceFacts } from './facts';
import { earlier, later, statusOfLapse } from './lapse';
import { judgeDataStewards, judgeWebMasters } from './judge-people';
import { judgeReport } from './judge-reports';
import type { Judgement, Verdict } from './verdict';

/** A request that carries this requirement code asks for the framework announcement of its year to be published. */
export const frameworkCode = 'framework';

/** Behind the requirement groups, whose order numbers are small. */
const orderOfOwn = { [frameworkCode]: 101, web_masters: 102, data_stewards: 103, report_six_month: 104, report_twelve_month: 105 };

/**
 * Judges every requirement of a unit on `day` (SPEC 11): each group of the framework present and current (seeds 000-004),
 * the framework of the year announced (MOIT 1 item 1), web masters (seeds 000 4.1, 001 3.1, 004 2.3), data stewards of a
 * hospital's work groups (seed 004 4.1), and both reports sent in time (seed 000 4.5). The same facts and the same day
 * always give the same answer.
 */
export function judge(facts: ComplianceFacts, day: string): Judgement[] {
  const own = (code: keyof typeof orderOfOwn, title: string, verdict: Verdict): Judgement => ({ code, order: orderOfOwn[code], title, ...verdict });
  const groups = facts.groups.map((group) => ({ code: group.code, order: group.order, title: group.title, ...judgeGroup(group.code, facts, day) }));
  return [
    ...groups.sort((a, b) => a.order - b.order),
    own(frameworkCode, 'ประกาศกรอบแนวทางของปีงบประมาณ', judgeFramework(facts, day)),
    own('web_masters', 'Web Master ครบตามจำนวน', judgeWebMasters(facts, day)),
    own('data_stewards', 'ผู้ดูแลบริหารจัดการข้อมูล กลุ่มงานละ 2 คน', judgeDataStewards(facts)),
    own('report_six_month', 'รายงานรอบ 6 เดือน', judgeReport('six_month', facts, day)),
    own('report_twelve_month', 'รายงานรอบ 12 เดือน', judgeReport('twelve_month', facts, day)),
  ];
}

/** A group is in order as long as its longest-lasting item: the one latest to leave the site or its cadence. */
function judgeGroup(group: string, facts: ComplianceFacts, day: string): Verdict {
  const categories = facts.categories.filter((category) => category.group === group);
  if (categories.length === 0) return { status: 'not_applicable', dueOn: null, lapsesOn: null, facts: ['กรอบแนวทางของหน่วยงานไม่มีหมวดหมู่นี้'] };
  const cadences = new Map(categories.map((category) => [category.code, category.cadence]));
  const shown = facts.publications.filter((publication) => cadences.has(publication.categoryCode));
  if (shown.length === 0) {
    return categories.some((category) => category.required)
      ? { status: 'missing', dueOn: null, lapsesOn: null, facts: ['ยังไม่มีเรื่องที่เผยแพร่อยู่ในหมวดหมู่นี้'] }
      : { status: 'not_applicable', dueOn: null, lapsesOn: null, facts: ['ต้องมีเมื่อหน่วยงานมีข้อมูลในหมวดหมู่นี้'] };
  }
  const ends = shown.map((one) => earlier(lapseDay(one.touchedOn, cadences.get(one.categoryCode) ?? 'as_needed'), one.lastOn));
  const touched = shown.map((one) => one.touchedOn).reduce((a, b) => (a > b ? a : b));
  return lapsing(ends.reduce(later), day, `เผยแพร่หรือตรวจสอบล่าสุด ${formatThaiDate(touched, 'short')}`);
}

function judgeFramework(facts: ComplianceFacts, day: string): Verdict {
  const [first, ...more] = facts.frameworks;
  if (!first) return { status: 'missing', dueOn: null, lapsesOn: null, facts: ['ยังไม่มีประกาศกรอบแนวทางของปีงบประมาณนี้ที่เผยแพร่อยู่'] };
  const latest = more.reduce((a, b) => (b.publishedOn > a.publishedOn ? b : a), first);
  return lapsing(facts.frameworks.map((one) => one.lastOn).reduce(later), day, `เผยแพร่เมื่อ ${formatThaiDate(latest.publishedOn, 'short')}`);
}

/** The verdict on something in order up to and including `lapsesOn`, with the sentence that says so. */
function lapsing(lapsesOn: string | null, day: string, since: string): Verdict {
  const status = statusOfLapse(lapsesOn, day);
  const until = lapsesOn === null ? [] : [`${status === 'overdue' ? 'ครบกำหนดไปแล้วเมื่อ' : 'เป็นปัจจุบันถึง'} ${formatThaiDate(lapsesOn, 'short')}`];
  return { status, dueOn: status === 'met' ? null : lapsesOn, lapsesOn, facts: [since, ...until] };
}
