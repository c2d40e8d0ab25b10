import type { CategoryView } from '@prongsai/kernel/contracts';
import { suggestedEnd } from '@prongsai/kernel/workflow';
import type { Draft } from './draft';

/**
 * What choosing a category brings with it: its requirement as evidence and the end that suits it, where nothing
 * else was chosen. `today` is an ISO day.
 */
export function categoryChange(draft: Draft, before: CategoryView | undefined, next: CategoryView | undefined, known: readonly { code: string }[], today: string): Partial<Draft> {
  const from = draft.publishFrom ?? today;
  const endBefore = before ? suggestedEnd(from, before.cadence) : null;
  const wasSuggested = draft.publishUntil === null || draft.publishUntil === endBefore;
  const others = draft.requirementCodes.filter((code) => code !== before?.requirementGroup);
  const suggested = next && known.some(({ code }) => code === next.requirementGroup) ? [next.requirementGroup] : [];
  return {
    categoryCode: next?.code ?? '', subItemCode: '', requirementCodes: [...new Set([...others, ...suggested])],
    ...(next && wasSuggested ? { publishUntil: suggestedEnd(from, next.cadence) } : {}),
  };
}
