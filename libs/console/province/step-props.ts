import type { MemberView } from '@prongsai/kernel/contracts';
import type { UnitFacts } from '@prongsai/console/ui';

/** What every step gets. */
export interface StepProps {
  unit: UnitFacts;
  members: MemberView[];
  /** Reads anew what was changed. */
  onDone: () => Promise<unknown>;
  onNext: () => void;
  onBack: () => void;
}
