import { addDays, buddhistEraOffset } from '@prongsai/kernel/thai';
import type { ReportStep, ReportStepStory } from './story';
import { workdayFrom, workdayUpTo } from './story-days';

/** How a unit deals with a round. */
export type ReportHabit = 'inTime' | 'quick' | 'late' | 'signed' | 'unsent' | 'missing' | 'returned';

/** Days from the due day on which each step is done; before it the working day up to then, after it the next one. */
const habits: Record<ReportHabit, ReadonlyArray<readonly [ReportStep, number]>> = {
  inTime: [['draft', -16], ['submit', -14], ['acknowledge', -12], ['send', -10], ['accept', 5]],
  quick: [['draft', -3], ['submit', -3], ['acknowledge', -3], ['send', -3], ['accept', 2]],
  late: [['draft', 1], ['submit', 3], ['acknowledge', 5], ['send', 8], ['accept', 14]],
  // Put to the superior and no further: its figures still follow what is counted.
  signed: [['draft', -16], ['submit', -14]],
  unsent: [['draft', -9], ['submit', -7], ['acknowledge', -4]],
  missing: [],
  returned: [['draft', -16], ['submit', -13], ['acknowledge', -11], ['send', -9], ['return', 4]],
};

export interface RoundDue {
  fiscalYear: number;
  /** The round's code. */
  round: string;
  /** ISO day on which it is due, to the superior and to the province. */
  dueOn: string;
}

/** The three usual rounds of a fiscal year (B.E.) with their due days (seed 000, 4.5; SPEC 12). */
export function usualRounds(fiscalYear: number): RoundDue[] {
  const year = fiscalYear - buddhistEraOffset;
  return [
    { fiscalYear, round: 'six_month', dueOn: `${year}-02-28` },
    { fiscalYear, round: 'twelve_month', dueOn: `${year}-07-31` },
    { fiscalYear, round: 'year_close', dueOn: `${year}-10-31` },
  ];
}

export interface ReportWords {
  problems?: string;
  suggestions?: string;
}

const usualWords: Required<ReportWords> = {
  problems: 'เจ้าของข้อมูลบางกลุ่มงานส่งข้อมูลใกล้วันครบกำหนด ทำให้มีเวลาตรวจทานน้อย (ข้อความสมมติของระบบสาธิต)',
  suggestions: 'จัดอบรมการใช้ระบบและแลกเปลี่ยนเรียนรู้ระหว่างผู้ดูแลเว็บไซต์อย่างน้อยปีละ 1 ครั้ง (ข้อความสมมติของระบบสาธิต)',
};

/** What has been done about a round up to the day before `asOf`. */
export function reportStory({ fiscalYear, round, dueOn }: RoundDue, habit: ReportHabit, asOf: string, words: ReportWords = usualWords): ReportStepStory[] {
  return habits[habit]
    .map(([step, days]): ReportStepStory => {
      const day = addDays(dueOn, days);
      const on = days < 0 ? workdayUpTo(day) : workdayFrom(day);
      const said = step === 'draft' ? words : step === 'return' ? { comment: 'เพิ่มข้อเสนอแนะ และตรวจทะเบียนของกลุ่มงานให้ครบก่อนส่งใหม่ (ข้อความสมมติของระบบสาธิต)' } : {};
      return { kind: 'report', on, step, fiscalYear, round, ...said };
    })
    .filter(({ on }) => on < asOf);
}

