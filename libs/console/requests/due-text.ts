import { daysBetween, formatThaiDate, workingDaysBetween } from '@prongsai/kernel/thai';

export interface Due {
  text: string;
  isLate: boolean;
  isSoon: boolean;
}

const noHolidays: ReadonlySet<string> = new Set();

/**
 * How long the unit's framework leaves for the next step; null when it says nothing. `act` is the step: พิจารณา, เผยแพร่.
 * `dueIn` is the server's count of working days, which knows the holidays; without it only weekends are skipped.
 */
export function dueText(dueOn: string | null, today: string, act: string, dueIn?: number | null): Due | null {
  if (!dueOn) return null;
  if (dueOn < today) return { text: `เกินกำหนด${act} ${daysBetween(dueOn, today)} วัน`, isLate: true, isSoon: false };
  const left = dueIn ?? workingDaysBetween(today, dueOn, noHolidays);
  if (left === 0) return { text: `ควร${act}วันนี้`, isLate: false, isSoon: true };
  return { text: `${act}ภายใน ${left} วันทำการ (${formatThaiDate(dueOn, 'short')})`, isLate: false, isSoon: left <= 1 };
}
