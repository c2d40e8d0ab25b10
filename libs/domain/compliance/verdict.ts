import type { RequirementStatus } from '@prongsai/kernel/workflow';

/** What one requirement came to on a day. */
export interface Verdict {
  status: RequirementStatus;
  /** ISO day by which something must be done; null when nothing is asked. */
  dueOn: string | null;
  /** ISO day up to which it is in order; null when it does not lapse or is not in order. */
  lapsesOn: string | null;
  /** Why, in Thai sentences. */
  facts: string[];
}

/** One row of a unit's board and one column of the matrix. */
export interface Judgement extends Verdict {
  code: string;
  order: number;
  title: string;
}
