import { daysBetween } from '@prongsai/kernel/thai';
import type { RequirementStatus } from '@prongsai/kernel/workflow';

/** Days before a lapse from which it is told. */
export const dueSoonDays = 14;

/** The earlier of two last days; null means never. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two last days; null means never, which is the latest of all. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

/** The status on `day` of what is in order up to and including `lapsesOn`. */
export function statusOfLapse(lapsesOn: string | null, day: string): Extract<RequirementStatus, 'met' | 'due_soon' | 'overdue'> {
  if (lapsesOn === null) return 'met';
  const left = daysBetween(day, lapsesOn);
  if (left < 0) return 'overdue';
  return left <= dueSoonDays ? 'due_soon' : 'met';
}
