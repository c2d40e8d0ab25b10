import { formatThaiDate } from '@prongsai/kernel/thai';
import type { ComplianceFacts } from './facts';
import { statusOfLapse } from './lapse';
import type { Verdict } from './verdict';

/** Data stewards that every work group of a hospital must have (seed 004, 4.1). */
const dataStewardsPerGroup = 2;

/**
 * Enough web masters, and enough of them inside their terms. A term that ends by its date leaves its holder in force
 * while there would be too few (SPEC 4): the unit works on, but it is overdue.
 */
export function judgeWebMasters(facts: Pick<ComplianceFacts, 'unit' | 'webMasterTerms'>, day: string): Verdict {
  const { minWebMasters, frozen } = facts.unit;
  const count = facts.webMasterTerms.length;
  if (frozen || count < minWebMasters) {
    return { status: 'missing', dueOn: null, lapsesOn: null, facts: [`มี Web Master ${count} คน ต้องมีอย่างน้อย ${minWebMasters} คน`, ...(frozen ? ['พักการเผยแพร่ไว้'] : [])] };
  }
  const ends = facts.webMasterTerms.map((term) => term.untilOn).sort((a, b) => (a === b ? 0 : a === null || (b !== null && a > b) ? -1 : 1));
  // The last day on which enough of them are inside their terms.
  const lapsesOn = ends[minWebMasters - 1] ?? null;
  const status = statusOfLapse(lapsesOn, day);
  const until = lapsesOn === null ? [] : [`${status === 'overdue' ? 'วาระสิ้นสุดแล้วเมื่อ' : 'อยู่ในวาระครบถึง'} ${formatThaiDate(lapsesOn, 'short')}`];
  return { status, dueOn: status === 'met' ? null : lapsesOn, lapsesOn, facts: [`มี Web Master ${count} คน`, ...until] };
}

/** Two data stewards in every work group of a hospital; other kinds of unit need none. */
export function judgeDataStewards(facts: Pick<ComplianceFacts, 'unit' | 'workGroups'>): Verdict {
  const plain = { dueOn: null, lapsesOn: null };
  if (facts.unit.kind !== 'hospital') return { status: 'not_applicable', ...plain, facts: ['กำหนดไว้สำหรับโรงพยาบาล'] };
  if (facts.workGroups.length === 0) return { status: 'missing', ...plain, facts: ['ยังไม่ได้บันทึกกลุ่มงานของหน่วยงาน'] };
  const short = facts.workGroups.filter((group) => group.dataStewards < dataStewardsPerGroup);
  if (short.length === 0) return { status: 'met', ...plain, facts: [`ครบทั้ง ${facts.workGroups.length} กลุ่มงาน`] };
  return { status: 'missing', ...plain, facts: short.map((group) => `${group.name} มี ${group.dataStewards} คน ต้องมีอย่างน้อย ${dataStewardsPerGroup} คน`) };
}
