import type { RequestView } from '@prongsai/kernel/contracts';
import { asProblem, summaryLines, type ApiProblem, type FieldProblem } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Decision } from './decision-queue';
import { tellAllowed } from './take-back';
import { useDecisions } from './use-decisions';

/** One person deciding on one request. */
export interface Deciding {
  /** The dialog that stands open. */
  open: 'return' | 'refuse' | null;
  setOpen: (open: 'return' | 'refuse' | null) => void;
  send: (decision: Decision, body: Record<string, unknown>) => void;
  isBusy: boolean;
  /** Why the server would not have it. */
  error: ApiProblem | null;
  lines: readonly FieldProblem[];
  /** The decision that waits for a signal. */
  held: Decision | null;
}

/** Decides with what was read in hand; `onDone` hears when the decision is stored, or kept until the signal is back. */
export function useDeciding(slug: string, request: RequestView, webMasterId: string, onDone: () => void): Deciding {
  const { queue, held } = useDecisions();
  const client = useQueryClient();
  const [open, setOpen] = useState<Deciding['open']>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const lines = useMemo(() => (error ? summaryLines(error) : []), [error]);
  const waiting = held.find((one) => one.slug === slug && one.requestId === request.id && one.state === 'waiting');

  async function decide(decision: Decision, body: Record<string, unknown>): Promise<void> {
    setBusy(true);
    setError(null);
    const whole = { ...body, version: request.version, ...(decision === 'approve' && webMasterId ? { webMasterId } : {}) };
    const outcome = await queue.decide({ slug, requestId: request.id, title: request.title ?? '', decision, body: whole });
    setBusy(false);
    if (outcome.kind === 'rejected') {
      // Told here and now; nothing is left to send.
      queue.dismiss(outcome.held.key);
      setError(asProblem(outcome.error));
      return;
    }
    setOpen(null);
    if (outcome.kind === 'stored' && decision === 'approve') tellAllowed(client, slug, [{ id: request.id, title: request.title ?? '' }]);
    if (outcome.kind !== 'overtaken') onDone();
  }
  const send: Deciding['send'] = (decision, body) => { if (!isBusy && request.state === 'submitted') void decide(decision, body); };
  return { open, setOpen: (next) => { setError(null); setOpen(next); }, send, isBusy, error, lines, held: waiting?.decision ?? null };
}
