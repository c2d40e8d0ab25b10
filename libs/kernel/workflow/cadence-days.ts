import { addMonths, fiscalYearOf, fiscalYearWindow } from '@prongsai/kernel/thai';
import type { Cadence } from './requirement-status';

const cadenceMonths: Record<Exclude<Cadence, 'as_needed'>, number> = { monthly: 1, quarterly: 3, yearly: 12 };

/**
 * The last day on which content touched on `touchedOn` is inside its cadence (seed 003: เดือนละ ๑ ครั้ง, ไตรมาสละ ๑ ครั้ง);
 * null when the cadence is as needed.
 */
export function lapseDay(touchedOn: string, cadence: Cadence): string | null {
  return cadence === 'as_needed' ? null : addMonths(touchedOn, cadenceMonths[cadence]);
}

/**
 * The end that is suggested for something shown from `publishFrom` on in a category of this cadence: what is renewed in
 * turns stays this fiscal year and the next, so that last year's can still be compared; the rest has no end (null). The
 * documents leave the period to the unit, so this is only ever a suggestion.
 */
export function suggestedEnd(publishFrom: string, cadence: Cadence): string | null {
  return cadence === 'as_needed' ? null : fiscalYearWindow(fiscalYearOf(publishFrom) + 1).until;
}
