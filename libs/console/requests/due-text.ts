import { daysBetween, formatThaiDate, isWeekend, addDays } from '@prongsai/kernel/thai';

export interface Due {
  text: string;
  isLate: boolean;
  isSoon: boolean;
}

/** Working days from `today` to `day`, both ISO; weekends are skipped, `day` itself counts. Holidays are in `day` already. */
function workingDaysLeft(today: string, day: string): number {
  let left = 0;
  for (let at = addDays(today, 1); at <= day; at = addDays(at, 1)) if (!isWeekend(at)) left += 1;
  return left;
}

/** How long the unit's framework leaves for the next step; null when it says nothing. `act` is the step: พิจารณา, เผยแพร่. */
export function dueText(dueOn: string | null, today: string, act: string): Due | null {
  if (!dueOn) return null;
  if (dueOn < today) return { text: `เกินกำหนด${act} ${daysBetween(dueOn, today)} วัน`, isLate: true, isSoon: false };
  const left = workingDaysLeft(today, dueOn);
  if (left === 0) return { text: `ควร${act}วันนี้`, isLate: false, isSoon: true };
  return { text: `${act}ภายใน ${left} วันทำการ (${formatThaiDate(dueOn, 'short')})`, isLate: false, isSoon: left <= 1 };
}
